/** Mozilla's own linter, which the Firefox store runs too. It works offline. */
import { spawnSync } from "node:child_process";
import { builds } from "./harness/driver.ts";

interface Finding {
  code: string;
  message: string;
  file?: string;
}

/** Preact assigns `innerHTML` for a property of that name, which we never set. */
const ALLOWED_WARNINGS: ReadonlySet<string> = new Set(["UNSAFE_VAR_ASSIGNMENT"]);

/** What the linter does not like in the Firefox build: `CODE file: message`. */
export function firefoxLintFindings(): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      "node_modules/web-ext/bin/web-ext.js",
      "lint",
      "-s",
      builds.firefox,
      "--no-config-discovery",
      "-o",
      "json",
    ],
    { encoding: "utf8" },
  );
  if (!stdout.startsWith("{")) throw new Error(`web-ext lint did not run: ${stderr || stdout}`);
  const { errors, warnings } = JSON.parse(stdout) as { errors: Finding[]; warnings: Finding[] };
  return [...errors, ...warnings.filter(({ code }) => !ALLOWED_WARNINGS.has(code))].map(
    ({ code, file = "", message }) => `${code} ${file}: ${message}`,
  );
}
