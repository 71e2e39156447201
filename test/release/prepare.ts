/**
 * `node test/release/prepare.ts TAG [FROM [TO]]`, after `npm run zip`: puts everything of a release but its provenance into a folder (`.output/release`): the
 * zips, `SHA256SUMS`, and `notes.md` from the changelog. It refuses a tag that is not the version of package.json, of the zips and of the changelog.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notesOf } from "./changelog.ts";
import { CHECKSUMS, checksumsOf, manifestIn, PARTS, zipsIn } from "./release-files.ts";

const HOW_TO_CHECK = `
---

\`sha256sum -c ${CHECKSUMS}\` checks the files. \`gh attestation verify FILE --repo OWNER/REPOSITORY\` says from which commit they were built.
[docs/source-code-review.md](docs/source-code-review.md) says how to build the same bytes.
`;

function prepare(tag: string, from: string, to: string): void {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, but package.json says ${version}`);
  const notes = notesOf(readFileSync("CHANGELOG.md", "utf8"), version);
  const found = zipsIn(from);
  const said = [
    found.version,
    ...(["chrome", "firefox"] as const).map((part) => manifestIn(join(from, found.zips[part])).version),
  ];
  if (said.some((each) => each !== version))
    throw new Error(`the zips in ${from} are of ${said.join(", ")}, not of ${version}: run npm run zip`);

  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const names = PARTS.map((part) => found.zips[part]);
  for (const name of names) copyFileSync(join(from, name), join(to, name));
  writeFileSync(join(to, CHECKSUMS), checksumsOf(to, names));
  const repository = process.env["GITHUB_REPOSITORY"];
  const links = repository
    ? HOW_TO_CHECK.replace("OWNER/REPOSITORY", repository).replace(
        "(docs/",
        `(https://github.com/${repository}/blob/${tag}/docs/`,
      )
    : HOW_TO_CHECK;
  writeFileSync(join(to, "notes.md"), `${notes}\n${links}`);
  console.log([...names, CHECKSUMS, "notes.md"].map((name) => join(to, name)).join("\n"));
}

const [tag, from = ".output", to = ".output/release"] = process.argv.slice(2);
try {
  if (!tag) throw new Error("name the tag: node test/release/prepare.ts v1.0.0");
  prepare(tag, from, to);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
