/** The changelog's part for one version, which are the notes of its release. */

const HEADING = /^## (?<version>\S+)(?: +\((?<when>[^)]*)\))?$/u;

/**
 * The lines below the heading of a version, as far as the next one.
 *
 * @throws if the version has no part, an empty one, or one that says that it is not released
 */
export function notesOf(changelog: string, version: string): string {
  const lines = changelog.split("\n");
  const begin = lines.findIndex((line) => HEADING.exec(line)?.groups?.["version"] === version);
  if (begin < 0) throw new Error(`CHANGELOG.md has no part "## ${version}"`);
  const when = HEADING.exec(lines[begin] ?? "")?.groups?.["when"];
  if (when !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(when))
    throw new Error(`CHANGELOG.md says of ${version} "${when}": write the day there, YYYY-MM-DD`);
  const rest = lines.slice(begin + 1);
  const end = rest.findIndex((line) => line.startsWith("## "));
  const notes = rest
    .slice(0, end < 0 ? undefined : end)
    .join("\n")
    .trim();
  if (notes === "") throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return notes;
}
