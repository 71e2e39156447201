/** How the bundled sets are in one life of the worker, and what the reader does with them. */
import type { BundledId } from "../digest/bundled.ts";
import { damagedRows } from "../index/mend.ts";
import { deleteIndex, type IndexDatabase, openIndex } from "../index/open.ts";
import { readFeed } from "../index/read.ts";
import { StoreError } from "../index/store-error.ts";
import { clearIndex, mendIndex, putFeed, removeFeed } from "../index/write.ts";
import { warn } from "../warn.ts";
import { type BundledState, showBundledState } from "../settings/bundled-state.ts";
import { indexChanged } from "./index-changed.ts";

/** What has become of one set. */
export type SetState = BundledState["state"];

/** Tells one version of each set from another. */
export type PackIds = Partial<Record<BundledId, string>>;

export interface BundledSets {
  packIds: PackIds;
  /** The sets of this build, the oldest first. */
  ids: readonly BundledId[];
  states: Map<BundledId, SetState>;
  /** What pages see of them together. */
  shown: BundledState;
}

/** Shows how the sets are together. */
export function showSets(sets: BundledSets, rest: { progress: number; failure?: string }): void {
  sets.shown = { state: together([...sets.states.values()]), ...rest };
  showBundledState(sets.shown).catch((error: unknown) => warn(error));
}

/** Shows the sets when nothing is under way. */
export const showDone = (sets: BundledSets): void =>
  showSets(sets, { progress: [...sets.states.values()].includes("whole") ? 1 : 0 });

/** The state of the sets together: what is under way or went wrong counts before what is there. */
function together(states: readonly SetState[]): SetState {
  const first = (["failed", "importing", "whole"] as const).find((each) => states.includes(each));
  return first ?? "deleted";
}

/** Deletes all data of all feeds in one transaction, and notes the sets as deleted. Throws a StoreError. */
export async function deleteAllData(sets: BundledSets): Promise<void> {
  await clearIndex(
    await openIndex(),
    sets.ids.map((id) => ({ id, deleted: true })),
  );
  for (const id of sets.ids) sets.states.set(id, "deleted");
  showDone(sets);
  await indexChanged();
}

/** Takes one set away, and notes it as deleted. Throws a StoreError. */
export async function removeSet(sets: BundledSets, id: BundledId): Promise<void> {
  const db = await openIndex();
  // Each set gets its own record: without one it would count as deleted with all the others.
  for (const other of sets.ids) if (!(await readFeed(db, other))) await putFeed(db, { id: other });
  await removeFeed(db, id, { id, deleted: true });
  sets.states.set(id, "deleted");
  showDone(sets);
  await indexChanged();
}

/** Makes an import bring back a set, or all of them, into an index that is whole. */
export async function wantSets({ ids }: BundledSets, wanted: BundledId | undefined): Promise<void> {
  const db = await restoredIndex();
  await rememberDeletion(db, ids);
  // The wish first, by itself: an import that is stopped begins again at the next start.
  for (const id of wanted ? [wanted] : ids) if ((await readFeed(db, id))?.deleted) await putFeed(db, { id });
}

/**
 * If the oldest set is deleted and the index does not know the others, it is from a time with only that set: the reader deleted everything,
 * and that also holds for sets that came with an update.
 */
export async function rememberDeletion(
  db: IndexDatabase,
  [oldest, ...others]: readonly BundledId[],
): Promise<void> {
  if (!oldest || !(await readFeed(db, oldest))?.deleted) return;
  for (const id of others) if (!(await readFeed(db, id))) await putFeed(db, { id, deleted: true });
}

/** The index without what was damaged: rows that cannot be read go, and a database that lacks stores is made again. */
async function restoredIndex(): Promise<IndexDatabase> {
  try {
    const db = await openIndex();
    if ((await damagedRows(db)) > 0) await mendIndex(db);
    return db;
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "damaged") throw error;
    await deleteIndex();
    return openIndex();
  }
}
