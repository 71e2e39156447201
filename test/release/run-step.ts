/** Runs scripts of workflows as GitHub does, with programs that pretend. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Runs a script in a folder. Programs of its folder `bin` come before all others. */
export const shell = (script: string, cwd: string, env: Record<string, string> = {}) =>
  spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
    cwd,
    encoding: "utf8",
    env: { PATH: `${cwd}/bin:${process.env["PATH"]}`, HOME: cwd, ...env },
  });

/** Puts a program there that writes down how it was called, and does something. The answer tells its calls. */
export function pretend(folder: string, name: string, does: string): () => string[] {
  mkdirSync(join(folder, "bin"), { recursive: true });
  const calls = join(folder, `${name}-calls`);
  writeFileSync(join(folder, "bin", name), `#!/bin/bash\necho "$*" >> "${calls}"\n${does}\n`);
  chmodSync(join(folder, "bin", name), 0o755);
  return () => (existsSync(calls) ? readFileSync(calls, "utf8").trimEnd().split("\n") : []);
}
