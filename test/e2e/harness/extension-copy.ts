/** A copy of a build that a test may change. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ExtensionCopy {
  folder: string;
  /** Gives the copy another version, as an update has. */
  setVersion: (version: string) => void;
  /** Lets the copy ask a host from the start (`https://feed.example/*`): Chromium's question for it has no button that a test could press. */
  allowHost: (origin: string) => void;
  remove: () => void;
}

/** Copies the build in a folder to a folder of its own. */
export function copyExtension(build: string): ExtensionCopy {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-build-"));
  cpSync(build, folder, { recursive: true });
  const manifest = join(folder, "manifest.json");
  const change = (to: (content: Record<string, unknown>) => object) =>
    writeFileSync(
      manifest,
      JSON.stringify(to(JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>)),
    );
  return {
    folder,
    setVersion: (version) => change((content) => ({ ...content, version })),
    allowHost: (origin) =>
      change(({ host_permissions: hosts, ...content }) => ({
        ...content,
        host_permissions: [...(Array.isArray(hosts) ? (hosts as string[]) : []), origin],
      })),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
