/**
 * The folder that a feed is, on disk. A run may be killed at any moment: what readers find is then the old state or the new one, day for
 * day, because a day's new version is written under a name that nothing points to, and the files that name it come last.
 */
import { dirname, join } from "node:path";
import { DAY_VERSION, PLACES } from "../feeds/publish/site.ts";
import type { CommandOutside } from "./command.ts";
import { isDraft } from "./draft.ts";

/** Those that name the versions of days, with their sums. */
const POINTERS = [PLACES.index, PLACES.jsonFeed, PLACES.pointer];

/** The folder of a day's versions. */
const VERSIONS = dirname(PLACES.dayFile("DATE"));

/** Folders of the site in which we write, relative to its root, those above first. */
export const FOLDERS: readonly string[] = ["", "v1", VERSIONS, "days", "months", "categories"];

/**
 * Refuses links to other folders within this one: nothing is written or removed through them.
 *
 * @throws Error that names the link
 */
export async function refuseLinks(
  root: string,
  folders: readonly string[],
  world: CommandOutside,
): Promise<void> {
  for (const folder of folders) {
    if (folder === "") continue; // the folder itself may be a link: its owner named it
    const path = join(root, folder);
    if (await world.isLink?.(path))
      throw new Error(
        `${path} is a link, and nothing is written through it: remove it, or choose another folder`,
      );
  }
}

/** Places of days' files, relative to the root, that the pointers on disk name. */
async function namedPlaces(root: string, world: CommandOutside): Promise<Set<string>> {
  const named = new Set<string>();
  for (const pointer of POINTERS) {
    const text = await world.readText(join(root, pointer)).catch(() => "");
    for (const [, name = ""] of text.matchAll(/"days\/(\d{4}-\d\d-\d\d(?:-[\da-f]{16})?\.json)"/g))
      named.add(`${VERSIONS}/${name}`);
  }
  return named;
}

/** Removes what a run that was killed left: drafts, and versions of days that nothing names (any more). */
export async function removeLeftovers(root: string, world: CommandOutside): Promise<void> {
  const named = await namedPlaces(root, world);
  for (const folder of FOLDERS) {
    const names = await world.listFiles(join(root, folder)).catch(() => []);
    for (const name of names) {
      const isLeft = folder === VERSIONS && DAY_VERSION.test(name) && !named.has(`${folder}/${name}`);
      if (isLeft || isDraft(name)) await world.live?.remove(join(root, folder, name));
    }
  }
}

/**
 * Writes the files that are new or changed, in the order given, which has the pointers last.
 *
 * @returns how many were written
 */
export async function writeFolder(
  root: string,
  contents: ReadonlyMap<string, string>,
  world: CommandOutside,
): Promise<number> {
  // Folders of our first versions name days by their date alone: such a file changes only when they no longer name it.
  const named = await namedPlaces(root, world);
  const places = [...contents.keys()];
  const ordered = [
    ...places.filter((place) => !named.has(place)),
    ...places.filter((place) => named.has(place)),
  ];
  let written = 0;
  for (const place of ordered) {
    const path = join(root, place);
    const content = contents.get(place) ?? "";
    if ((await world.readText(path).catch(() => undefined)) === content) continue;
    await world.writeText(path, content);
    written++;
  }
  return written;
}
