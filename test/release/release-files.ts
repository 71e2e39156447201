/** The files of a release: three zips, and a list of their checksums. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzip } from "./zip-file.ts";

export const PARTS = ["chrome", "firefox", "sources"] as const;
export type ReleasePart = (typeof PARTS)[number];

export const CHECKSUMS = "SHA256SUMS";

/** The zips of a folder. There must be one of each part, all of one version. */
export function zipsIn(folder: string): { version: string; zips: Record<ReleasePart, string> } {
  const found = readdirSync(folder).filter((name) => name.endsWith(".zip"));
  const one = (part: ReleasePart) => {
    const [name, ...more] = found.filter((each) => each.endsWith(`-${part}.zip`));
    if (!name || more.length > 0)
      throw new Error(
        `${folder} has ${found.length === 0 ? "no zip" : found.join(", ")}: want one -${part}.zip`,
      );
    return name;
  };
  const zips = { chrome: one("chrome"), firefox: one("firefox"), sources: one("sources") };
  const versions = new Set(
    PARTS.map((part) => zips[part].slice("hot-papers-".length, -`-${part}.zip`.length)),
  );
  const [version = ""] = versions;
  if (versions.size > 1)
    throw new Error(`zips of several versions in ${folder}: ${[...versions].join(", ")}`);
  return { version, zips };
}

interface Manifest {
  version: string;
  browser_specific_settings?: { gecko?: { id?: string }; gecko_android?: object };
}

/** The manifest in the zip of an extension. */
export function manifestIn(zip: string): Manifest {
  const manifest = unzip(readFileSync(zip)).get("manifest.json");
  if (!manifest) throw new Error(`${zip} has no manifest.json`);
  return JSON.parse(manifest.toString("utf8")) as Manifest;
}

const checksumOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** As `sha256sum` writes it, so that `sha256sum -c SHA256SUMS` checks the files. */
export const checksumsOf = (folder: string, names: readonly string[]): string =>
  names.map((name) => `${checksumOf(join(folder, name))}  ${name}\n`).join("");

/** Throws if a zip of the folder is not the one that the list of checksums names. */
export function checkSums(folder: string, names: readonly string[]): void {
  if (readFileSync(join(folder, CHECKSUMS), "utf8") !== checksumsOf(folder, names))
    throw new Error(`the zips in ${folder} are not those that ${CHECKSUMS} names`);
}
