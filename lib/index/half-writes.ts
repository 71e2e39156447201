/**
 * Writes that are whole or not there, whatever the browser does. A transaction should be that by itself, but Firefox has kept half of one
 * when the disk was full, and a large write takes several. So each write first notes what was there, and the note goes when all is written:
 * a note that is found later belongs to a write that stopped half way.
 */
import { createQueue } from "../queue.ts";
import { mendRows } from "./mend.ts";
import {
  ALL_STORES,
  type FeedRecord,
  type HalfWrite,
  type IndexDatabase,
  type WriteTransaction,
} from "./schema.ts";
import { isSound } from "./sound.ts";
import { daysOfFeed, storeDays } from "./store-days.ts";
import { inTransaction } from "./transaction.ts";
import { noteChange } from "./unmirrored.ts";

/** One transaction of a write. */
export interface Lot<Result> {
  /** How to undo or complete it; in a transaction of its own, which comes before. */
  note: (tx: WriteTransaction) => Promise<Omit<HalfWrite, "lot">>;
  work: (tx: WriteTransaction) => Promise<Result>;
}

/** One write at a time: the notes are of the one that runs. */
const inTurn = createQueue();

/** Databases in which no half write is left. */
const looked = new WeakSet<IndexDatabase>();

/**
 * Does a write in its lots. If one fails, those before it are taken back, at once or when the index is opened next.
 *
 * @returns what each lot gave; nothing if the write failed and was completed nevertheless
 * @throws StoreError why nothing was written
 */
export function wholly<Result>(
  db: IndexDatabase,
  lotsOf: () => Promise<readonly Lot<Result>[]>,
): Promise<Result[]> {
  return inTurn(async () => {
    if (!looked.has(db)) await endNoted(db);
    try {
      return await writeLots(db, await lotsOf());
    } catch (error) {
      looked.delete(db);
      // A disk that is still full may refuse this too: then the notes stay for the next write or start.
      const ended = await endNoted(db).catch(() => "not yet");
      if (ended === "done") return [];
      throw error;
    }
  });
}

/** Undoes or completes what an earlier life of the background left half written. Throws a StoreError. */
export function endHalfWrites(db: IndexDatabase): Promise<void> {
  return inTurn(async () => {
    await endNoted(db);
  });
}

async function writeLots<Result>(db: IndexDatabase, lots: readonly Lot<Result>[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const [lot, { note, work }] of lots.entries()) {
    await inTransaction(db, async (tx) => {
      const noted = await note(tx);
      await tx.objectStore("halfWrites").put({ lot, ...noted });
    });
    results.push(await inTransaction(db, work));
  }
  await forgetNotes(db);
  return results;
}

/** Undoes what is noted, or completes it; what is derived from the copies is made again. */
async function endNoted(db: IndexDatabase): Promise<"undone" | "done" | "nothing"> {
  const ended = await inTransaction(db, async (tx) => {
    const notes = await tx.objectStore("halfWrites").getAll();
    if (notes.length === 0) return "nothing";
    const sound = notes.filter((note) => isSound("halfWrites", note));
    for (const { before } of sound.toReversed()) if (before) await restore(tx, before);
    for (const { toDo } of sound) if (toDo) await clearAway(tx, toDo);
    await mendRows(tx);
    return sound.some(({ toDo }) => toDo) ? "done" : "undone";
  });
  // Not in the transaction above: a browser might keep only this part of it.
  if (ended !== "nothing") await forgetNotes(db);
  looked.add(db);
  return ended;
}

const forgetNotes = (db: IndexDatabase): Promise<void> =>
  inTransaction(db, (tx) => tx.objectStore("halfWrites").clear());

async function restore(
  tx: WriteTransaction,
  { record, copies }: NonNullable<HalfWrite["before"]>,
): Promise<void> {
  const [feeds, digests, words] = [
    tx.objectStore("feeds"),
    tx.objectStore("digests"),
    tx.objectStore("words"),
  ];
  await (record.value ? feeds.put(record.value) : feeds.delete(record.id));
  for (const { date, feed, facts, words: said } of copies) {
    await (facts ? digests.put(facts) : digests.delete([date, feed]));
    await (said ? words.put(said) : words.delete([date, feed]));
  }
}

/** What a deletion does in its transaction. */
export async function clearAway(tx: WriteTransaction, toDo: NonNullable<HalfWrite["toDo"]>): Promise<void> {
  if ("remove" in toDo) await removeOne(tx, toDo);
  else await clearAll(tx, toDo.keep);
}

async function removeOne(
  tx: WriteTransaction,
  { remove: id, left }: { remove: string; left?: FeedRecord | undefined },
): Promise<void> {
  const feeds = tx.objectStore("feeds");
  await (left ? feeds.put(left) : feeds.delete(id));
  await feeds.delete(IDBKeyRange.bound(`${id}/`, `${id}0`, false, true));
  const nothing = new Map((await daysOfFeed(tx, id)).map((date) => [date, []]));
  await storeDays(tx, id, nothing, { refuseOlder: false });
}

async function clearAll(tx: WriteTransaction, keep: readonly FeedRecord[]): Promise<void> {
  // The mirror's note goes on counting: an older change that is being mirrored is not this one. The note of this deletion
  // goes last of all.
  const stores = ALL_STORES.filter((name) => name !== "unmirrored" && name !== "halfWrites");
  await Promise.all([
    ...stores.map((name) => tx.objectStore(name).clear()),
    ...keep.map((feed) => tx.objectStore("feeds").put(feed)),
  ]);
  await noteChange(tx);
}
