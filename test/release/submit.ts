/**
 * `node test/release/submit.ts STORE FOLDER [--dry-run]`: gives the zips of a release to a store with `wxt submit`, after a look at their
 * checksums. The secrets are in the environment. A dry run ends before anything is uploaded.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { checkSums, PARTS, zipsIn } from "./release-files.ts";
import { SECRETS, settingsOf, type Store, STORES } from "./stores.ts";

function submit(store: Store, folder: string, dryRun: boolean): number {
  const { version, zips } = zipsIn(folder);
  checkSums(
    folder,
    PARTS.map((part) => zips[part]),
  );
  const missing = SECRETS[store].filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Error(
      `the environment of the store "${store}" lacks ${missing.join(", ")} (docs/releasing.md)`,
    );
  console.log(`${dryRun ? "Dry run: " : ""}Hot Papers ${version} to the store for ${store}`);
  const { status, error } = spawnSync(
    "npx",
    ["--no-install", "wxt", "submit", ...(dryRun ? ["--dry-run"] : [])],
    { stdio: "inherit", env: { ...process.env, ...settingsOf(store, folder, zips) } },
  );
  if (error) throw error;
  return status ?? 1;
}

const { values, positionals } = parseArgs({
  options: { "dry-run": { type: "boolean" } },
  allowPositionals: true,
});
const [named, folder] = positionals;
const store = STORES.find((each) => each === named);
try {
  if (!store || !folder)
    throw new Error(`name a store (${STORES.join(", ")}) and the folder with the release's files`);
  process.exitCode = submit(store, folder, values["dry-run"] === true);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
