/** A copy of a build that a test may change. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ExtensionCopy {
  folder: string;
  /** Gives the copy another version, as an update has. */
  setVersion: (version: string) => void;
  remove: () => void;
}

/** Copies the build in a folder to a folder of its own. */
export function copyExtension(build: string): ExtensionCopy {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-build-"));
  cpSync(build, folder, { recursive: true });
  const manifest = join(folder, "manifest.json");
  return {
    folder,
    setVersion(version) {
      const content = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>;
      writeFileSync(manifest, JSON.stringify({ ...content, version }));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
