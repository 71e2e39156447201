/** Finding and mending rows of the index that are damaged. */
import { SHOWN, shownBy } from "./merged-day.ts";
import { ALL_STORES, type FeedRecord, type IndexDatabase, type WriteTransaction } from "./schema.ts";
import { isSound } from "./sound.ts";
import { mergeAgain } from "./store-days.ts";
import { noteChange } from "./unmirrored.ts";

/** How many rows cannot be read. It looks at every one. */
export async function damagedRows(db: IndexDatabase): Promise<number> {
  const tx = db.transaction(ALL_STORES);
  const counts = await Promise.all(
    ALL_STORES.map(async (name) => {
      const rows: unknown[] = await tx.objectStore(name).getAll();
      return rows.filter((row) => !isSound(name, row)).length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Takes away the rows that cannot be read, and remakes what is derived from the others. A feed that lost something is to be read
 * from its beginning: its state goes.
 *
 * @returns how many rows were taken away
 */
export async function mendRows(tx: WriteTransaction): Promise<number> {
  const [facts, words] = await Promise.all([takeAway(tx, "digests"), takeAway(tx, "words")]);
  const feeds = tx.objectStore("feeds");
  const record = await feeds.get(SHOWN);
  if (record && !isSound("feeds", record)) await feeds.delete(SHOWN);
  const losers = new Set([...facts, ...words]);
  await Promise.all([...losers].map((feed) => forgetState(tx, feed)));

  const derived = ["blocks", "days", "heat", "totals"] as const;
  await Promise.all(derived.map((name) => tx.objectStore(name).clear()));
  const keys = await tx.objectStore("digests").getAllKeys();
  await mergeAgain(tx, new Set(keys.map(([date]) => date)), shownBy(await feeds.get(SHOWN)));
  await noteChange(tx);
  return facts.length + words.length;
}

/** Deletes the rows that cannot be read, and tells whose they were, once for each. */
async function takeAway(tx: WriteTransaction, name: "digests" | "words"): Promise<string[]> {
  const store = tx.objectStore(name);
  const [keys, rows] = await Promise.all([store.getAllKeys(), store.getAll()]); // in the same order
  const bad = keys.filter((_, place) => !isSound(name, rows[place]));
  await Promise.all(bad.map((key) => store.delete(key)));
  return bad.map(([, feed]) => feed);
}

/** Forgets how far a feed is read, but not that the reader deleted its digests. */
async function forgetState(tx: WriteTransaction, feed: string): Promise<void> {
  const feeds = tx.objectStore("feeds");
  const record: FeedRecord | undefined = await feeds.get(feed);
  await Promise.all([
    feeds.delete(IDBKeyRange.bound(`${feed}/`, `${feed}0`, false, true)),
    record?.deleted ? undefined : feeds.delete(feed),
  ]);
}
