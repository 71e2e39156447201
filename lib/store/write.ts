/**
 * Writing to the index. Each function is one transaction: all of it is there afterwards or, after an error, a killed
 * worker or a full disk, nothing of it. They throw a StoreError.
 */
import type { Digest } from "../digest/digest.ts";
import { BlockChanges } from "./block-changes.ts";
import { HeatChanges } from "./heat-changes.ts";
import { ofDate } from "./keys.ts";
import { mergedDay, SHOWN, shownBy } from "./merged-day.ts";
import {
  ALL_STORES,
  type FeedRecord,
  type IndexDatabase,
  type Shown,
  type StoredDigest,
  type WriteTransaction,
} from "./schema.ts";
import { storeError } from "./store-error.ts";
import { keepWords, type StoredCopy, toStored } from "./stored-digest.ts";
import { noteChange } from "./unmirrored.ts";

export interface PutResult {
  /** Days that were stored, each once. */
  stored: string[];
  /** Entries of those days. */
  papers: number;
  /** Days that came older than what their feed has of them, and were left as they are. */
  older: string[];
}

/** Told how much of a write is done, 0 to 1. */
export type OnProgress = (done: number) => void;

/**
 * Stores digests of a feed together with the feed's state. A digest replaces its feed's older one of the same day,
 * counts included; one that is older than what is there is left out. Other feeds' copies stay.
 */
export function putDigests(
  db: IndexDatabase,
  feed: FeedRecord,
  digests: readonly Digest[],
  onProgress?: OnProgress,
): Promise<PutResult> {
  return write(db, async (tx) => {
    await tx.objectStore("feeds").put(feed);
    return storeDays(tx, feed.id, byDate(digests), { onProgress, refuseOlder: true });
  });
}

/**
 * Stores digests as all that a feed has: days that are not among them go, and age does not matter. Words that the feed
 * had for the same papers and posts stay.
 */
export function replaceFeed(
  db: IndexDatabase,
  feed: FeedRecord,
  digests: readonly Digest[],
  onProgress?: OnProgress,
): Promise<PutResult> {
  return write(db, async (tx) => {
    await tx.objectStore("feeds").put(feed);
    const wanted = byDate(digests);
    for (const date of await daysOfFeed(tx, feed.id)) if (!wanted.has(date)) wanted.set(date, []);
    return storeDays(tx, feed.id, wanted, { onProgress, refuseOlder: false });
  });
}

/**
 * Stores what one file of a feed held (maybe no digest) together with how far the feed is read, in one transaction.
 *
 * @param record of the feed, or of a part of its state
 * @param knownDaysOnly for the archive's words: what the reader deleted meanwhile does not come back by them
 */
export function putFeedFile(
  db: IndexDatabase,
  feed: string,
  record: FeedRecord,
  digests: readonly Digest[],
  { knownDaysOnly = false } = {},
): Promise<PutResult> {
  return write(db, async (tx) => {
    await tx.objectStore("feeds").put(record);
    const wanted = byDate(digests);
    if (knownDaysOnly) {
      for (const date of wanted.keys())
        if (!(await tx.objectStore("digests").getKey([date, feed]))) wanted.delete(date);
    }
    return storeDays(tx, feed, wanted, { refuseOlder: true });
  });
}

/** Writes some states alone, together. */
export function putFeeds(db: IndexDatabase, feeds: readonly FeedRecord[]): Promise<void> {
  return write(db, async (tx) => {
    await Promise.all(feeds.map((feed) => tx.objectStore("feeds").put(feed)));
  });
}

/** Changes which feeds are shown and in which order: days that look different by it are merged anew. */
export function showFeeds(db: IndexDatabase, shown: Shown): Promise<void> {
  return write(db, async (tx) => {
    const feeds = tx.objectStore("feeds");
    const before = shownBy(await feeds.get(SHOWN));
    await feeds.put({ id: SHOWN, shown });
    const changed = new Set(
      [before, shown]
        .flatMap(({ order, hidden }) => [...order, ...hidden])
        .filter((id) => {
          const same = before.order.indexOf(id) === shown.order.indexOf(id);
          return !same || before.hidden.includes(id) !== shown.hidden.includes(id);
        }),
    );
    const keys = await tx.objectStore("digests").getAllKeys();
    await mergeAgain(tx, new Set(keys.filter(([, feed]) => changed.has(feed)).map(([date]) => date)), shown);
  });
}

/** Removes a feed with its digests and state; what other feeds have of the same days stays, and shows again. */
export function removeFeed(db: IndexDatabase, id: string): Promise<void> {
  return write(db, async (tx) => {
    await tx.objectStore("feeds").delete(id);
    await tx.objectStore("feeds").delete(IDBKeyRange.bound(`${id}/`, `${id}0`, false, true));
    const nothing = new Map((await daysOfFeed(tx, id)).map((date) => [date, []]));
    await storeDays(tx, id, nothing, { refuseOlder: false });
  });
}

/** Removes everything, and leaves only these records of feeds. */
export function clearIndex(db: IndexDatabase, feeds: readonly FeedRecord[]): Promise<void> {
  return write(db, async (tx) => {
    await Promise.all([
      // What is noted for the mirror goes on counting: an older change that is being mirrored is not this one.
      ...ALL_STORES.filter((name) => name !== "unmirrored").map((name) => tx.objectStore(name).clear()),
      ...feeds.map((feed) => tx.objectStore("feeds").put(feed)),
    ]);
    await noteChange(tx);
  });
}

/** Writes a feed's state alone. */
export function putFeed(db: IndexDatabase, feed: FeedRecord): Promise<void> {
  return write(db, async (tx) => {
    await tx.objectStore("feeds").put(feed);
  });
}

/** Nothing but requests of the transaction may be awaited in `work`: it ends as soon as none is open. */
async function write<Result>(
  db: IndexDatabase,
  work: (tx: WriteTransaction) => Promise<Result>,
): Promise<Result> {
  let tx: WriteTransaction | undefined;
  try {
    tx = db.transaction(ALL_STORES, "readwrite");
    const [result] = await Promise.all([work(tx), tx.done]);
    return result;
  } catch (cause) {
    abort(tx);
    // A request that ended with its transaction only says "aborted"; the transaction knows why.
    throw storeError(tx?.error ?? cause);
  }
}

function abort(tx: WriteTransaction | undefined): void {
  try {
    tx?.abort();
  } catch {
    // It ended already.
  }
}

/** Digests by day; a file may name the same day twice. */
const byDate = (digests: readonly Digest[]): Map<string, Digest[]> =>
  Map.groupBy(digests, ({ date }) => date);

async function daysOfFeed(tx: WriteTransaction, id: string): Promise<string[]> {
  const keys = await tx.objectStore("digests").getAllKeys();
  return keys.filter(([, feed]) => feed === id).map(([date]) => date);
}

interface HowToStore {
  refuseOlder: boolean;
  onProgress?: OnProgress | undefined;
}

/** Stores a feed's digests of these days; a day without any is removed. Blocks, days and scales of heat follow. */
async function storeDays(
  tx: WriteTransaction,
  feed: string,
  wanted: ReadonlyMap<string, readonly Digest[]>,
  { refuseOlder, onProgress }: HowToStore,
): Promise<PutResult> {
  const digests = tx.objectStore("digests");
  const words = tx.objectStore("words");
  const days = tx.objectStore("days");
  const blocks = new BlockChanges();
  const heat = new HeatChanges();
  const result: PutResult = { stored: [], papers: 0, older: [] };

  const shown = shownBy(await tx.objectStore("feeds").get(SHOWN));
  const before = await Promise.all(
    [...wanted].map(async ([date, coming]) => {
      const [copies, own] = await Promise.all([digests.getAll(ofDate(date)), words.get([date, feed])]);
      return { date, coming, copies, ownWords: own };
    }),
  );

  const writing: (() => Promise<unknown>)[] = [];
  for (const { date, coming, copies, ownWords } of before) {
    const facts = copies.find((copy) => copy.feed === feed);
    const old: StoredCopy | undefined = facts && (ownWords ? { facts, words: ownWords } : { facts });
    let copy = coming.length > 0 ? old : undefined;
    for (const digest of coming) {
      const isOlder = copy !== undefined && digest.generated < copy.facts.generated;
      if (isOlder && (refuseOlder || copy !== old)) result.older.push(date);
      else copy = keepWords(toStored(feed, digest), copy?.words);
    }
    if (copy === old) continue;

    const others = copies.filter((each) => each.feed !== feed);
    const day = mergedDay(copy ? [...others, copy.facts] : others, shown);
    blocks.removeDay(date, idsOf(copies));
    if (day) blocks.addDay(day);
    heat.setDay(date, day);
    if (copy) {
      result.stored.push(date);
      result.papers += copy.facts.papers.length;
    }
    const { facts: newFacts, words: newWords } = copy ?? {};
    writing.push(
      () => (newFacts ? digests.put(newFacts) : digests.delete([date, feed])),
      () => (newWords ? words.put(newWords) : words.delete([date, feed])),
      () => (day ? days.put({ date, papers: day.papers.length }) : days.delete(date)),
    );
  }

  let done = 0;
  const total = writing.length + blocks.size;
  const one = () => onProgress?.((done += 1) / total);
  const [months] = await Promise.all([
    heat.write(tx),
    blocks.write(tx, one),
    ...writing.map((start) => start().then(one)),
  ]);
  if (writing.length > 0) await noteChange(tx, [...blocks.months, ...months]);
  return result;
}

/** Merges days anew, whose copies stay as they are. */
async function mergeAgain(tx: WriteTransaction, dates: ReadonlySet<string>, shown: Shown): Promise<void> {
  if (dates.size === 0) return;
  const digests = tx.objectStore("digests");
  const days = tx.objectStore("days");
  const blocks = new BlockChanges();
  const heat = new HeatChanges();
  const before = await Promise.all(
    [...dates].map(async (date) => ({ date, copies: await digests.getAll(ofDate(date)) })),
  );
  const writing = before.map(({ date, copies }) => {
    const day = mergedDay(copies, shown);
    blocks.removeDay(date, idsOf(copies));
    if (day) blocks.addDay(day);
    heat.setDay(date, day);
    return day ? days.put({ date, papers: day.papers.length }) : days.delete(date);
  });
  const [months] = await Promise.all([heat.write(tx), blocks.write(tx, () => undefined), ...writing]);
  await noteChange(tx, [...blocks.months, ...months]);
}

/** Papers of all copies of a day: whatever of them blocks may have. */
const idsOf = (copies: readonly StoredDigest[]) =>
  new Set(copies.flatMap(({ papers }) => papers.map(({ id }) => id)));
