/** The folder of hour files on disk. Files that belong together are written together, even by a run that is killed at any moment. */
import { join } from "node:path";
import * as zod from "zod/mini";
import { hourInName } from "../live/jetstream/hour-file.ts";
import type { LiveCommandOutside } from "./command.ts";
import { isDraft } from "./draft.ts";

/** Where hour files are, in the folder that a command is given with --out. */
export const COLLECTED = ".bluesky";

/** Holds files that are being written, when there are several: a run that finds it writes them again. */
const TOGETHER = "together.json";

const togetherSchema = zod.record(zod.string(), zod.string());

function togetherIn(text: string): Record<string, string> {
  try {
    return togetherSchema.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {}; // changed by hand: what it held is collected again
  }
}

async function writeAll(
  folder: string,
  files: ReadonlyMap<string, string>,
  world: LiveCommandOutside,
): Promise<void> {
  for (const [name, text] of files) await world.writeText(join(folder, name), text);
}

/** Writes these files, name and text, all of them or none. */
export async function writeHours(
  folder: string,
  files: ReadonlyMap<string, string>,
  world: LiveCommandOutside,
): Promise<void> {
  const together = join(folder, TOGETHER);
  if (files.size > 1) await world.writeText(together, JSON.stringify(Object.fromEntries(files)));
  await writeAll(folder, files, world);
  if (files.size > 1) await world.live.remove(together);
}

/** Removes the files of hours that lie before a time (microseconds since 1970). */
export async function removeHours(folder: string, before: number, world: LiveCommandOutside): Promise<void> {
  for (const name of await world.listFiles(folder).catch(() => []))
    if ((hourInName(name) ?? Infinity) < before) await world.live.remove(join(folder, name));
}

/** Completes what a killed run began: drafts go, files that belong together are written. */
export async function mendHours(folder: string, world: LiveCommandOutside): Promise<void> {
  const names = await world.listFiles(folder).catch((): string[] => []);
  for (const name of names) if (isDraft(name)) await world.live.remove(join(folder, name));
  if (!names.includes(TOGETHER)) return;
  const files = Object.entries(togetherIn(await world.readText(join(folder, TOGETHER)))).filter(
    ([name]) => hourInName(name) !== undefined,
  );
  await writeAll(folder, new Map(files), world);
  await world.live.remove(join(folder, TOGETHER));
}

/** The hour files in a folder, name and text, of hours that begin from one time to another (microseconds); empty without a folder. */
export async function readHours(
  folder: string,
  world: Pick<LiveCommandOutside, "listFiles" | "readText">,
  from = 0,
  until = Infinity,
): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for (const name of await world.listFiles(folder).catch(() => [])) {
    const hour = hourInName(name);
    if (hour === undefined || hour < from || hour > until) continue;
    files.push([name, await world.readText(join(folder, name))]);
  }
  return files;
}
