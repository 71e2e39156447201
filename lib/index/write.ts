/**
 * Writing to the index. After each of these functions all of it is there or, after an error, a killed background or a full disk,
 * nothing of it (half-writes.ts). They throw a StoreError. Those that bring digests ask for room first, and write bounded lots.
 */
import type { Digest } from "../digest/digest.ts";
import { clearAway, type Lot, wholly } from "./half-writes.ts";
import { mendRows } from "./mend.ts";
import { SHOWN, shownBy } from "./merged-day.ts";
import { needRoom } from "./room.ts";
import type { FeedRecord, HalfWrite, IndexDatabase, Shown, WriteTransaction } from "./schema.ts";
import {
  type ComingDays,
  daysIn,
  daysOfFeed,
  mergeAgain,
  type OnProgress,
  type PutResult,
  storeDays,
} from "./store-days.ts";
import { inTransaction } from "./transaction.ts";

export type { OnProgress, PutResult } from "./store-days.ts";

/** The most that one transaction writes: about a megabyte with words. A day with more papers is a lot of its own. */
const MOST_DAYS = 64;
const MOST_PAPERS = 1000;

/** A write of some days of a feed. */
interface DaysToWrite {
  /** The feed whose copies they are. */
  feed: string;
  /** Its state, or a part of it: written with the last of the days. */
  record: FeedRecord;
  refuseOlder: boolean;
  knownDaysOnly?: boolean;
  onProgress?: OnProgress | undefined;
}

/**
 * Stores digests of a feed together with the feed's state. A digest replaces its feed's older one of the same day,
 * counts included; one that is older than what is there is left out. Other feeds' copies stay.
 */
export async function putDigests(
  db: IndexDatabase,
  feed: FeedRecord,
  digests: readonly Digest[],
  onProgress?: OnProgress,
): Promise<PutResult> {
  await needRoom(digests);
  const how = { feed: feed.id, record: feed, refuseOlder: true, onProgress };
  return together(await wholly(db, async () => lotsOf(byDate(digests), how)));
}

/**
 * Stores digests as all that a feed has: days that are not among them go, and age does not matter. Words that the feed
 * had for the same papers and posts stay.
 */
export async function replaceFeed(
  db: IndexDatabase,
  feed: FeedRecord,
  digests: readonly Digest[],
  onProgress?: OnProgress,
): Promise<PutResult> {
  await needRoom(digests);
  const how = { feed: feed.id, record: feed, refuseOlder: false, onProgress };
  return together(
    await wholly(db, async () => {
      const wanted = byDate(digests);
      const there = await inTransaction(db, (tx) => daysOfFeed(tx, feed.id));
      for (const date of there) if (!wanted.has(date)) wanted.set(date, []);
      return lotsOf(wanted, how);
    }),
  );
}

/**
 * Stores what one file of a feed held (maybe no digest) together with how far the feed has been read.
 *
 * @param record of the feed, or of a part of its state
 * @param knownDaysOnly for the archive's words: what the reader deleted meanwhile does not come back with them
 */
export async function putFeedFile(
  db: IndexDatabase,
  feed: string,
  record: FeedRecord,
  digests: readonly Digest[],
  { knownDaysOnly = false } = {},
): Promise<PutResult> {
  await needRoom(digests);
  const how = { feed, record, refuseOlder: true, knownDaysOnly };
  return together(await wholly(db, async () => lotsOf(byDate(digests), how)));
}

/** Writes only some states, together. */
export function putFeeds(db: IndexDatabase, feeds: readonly FeedRecord[]): Promise<void> {
  return inTransaction(db, async (tx) => {
    await Promise.all(feeds.map((feed) => tx.objectStore("feeds").put(feed)));
  });
}

/** Changes which feeds are shown and in which order: days that look different then are merged again. */
export async function showFeeds(db: IndexDatabase, shown: Shown): Promise<void> {
  await wholly(db, async () => [{ note: noteShown, work: (tx) => show(tx, shown) }]);
}

const noteShown = async (tx: WriteTransaction): Promise<Omit<HalfWrite, "lot">> => ({
  before: { record: { id: SHOWN, value: await tx.objectStore("feeds").get(SHOWN) }, copies: [] },
});

async function show(tx: WriteTransaction, shown: Shown): Promise<void> {
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
}

/**
 * Removes a feed with its digests and state; what other feeds have of the same days stays, and shows again. A removal that stopped
 * half way is completed.
 *
 * @param left what is kept of its state; nothing unless told
 */
export const removeFeed = (db: IndexDatabase, id: string, left?: FeedRecord): Promise<void> =>
  deletion(db, { remove: id, ...(left && { left }) });

/** Removes everything, and leaves only these records of feeds. If it stopped half way, it is completed. */
export const clearIndex = (db: IndexDatabase, keep: readonly FeedRecord[]): Promise<void> =>
  deletion(db, { keep });

async function deletion(db: IndexDatabase, toDo: NonNullable<HalfWrite["toDo"]>): Promise<void> {
  await wholly(db, async () => [{ note: async () => ({ toDo }), work: (tx) => clearAway(tx, toDo) }]);
}

/** Removes the rows that cannot be read (mend.ts), and tells how many there were. Throws a StoreError. */
export async function mendIndex(db: IndexDatabase): Promise<number> {
  const [mended = 0] = await wholly(db, async () => [{ note: async () => ({}), work: mendRows }]);
  return mended;
}

/** Writes only a feed's state. */
export const putFeed = (db: IndexDatabase, feed: FeedRecord): Promise<void> => putFeeds(db, [feed]);

/** Digests by day; a file may name the same day twice. */
const byDate = (digests: readonly Digest[]): Map<string, Digest[]> =>
  Map.groupBy(digests, ({ date }) => date);

/** The days in order, cut into what one transaction writes; one lot at least, which brings the record. */
function lotsOf(wanted: ComingDays, how: DaysToWrite): Lot<PutResult>[] {
  const lots: Map<string, readonly Digest[]>[] = [new Map()];
  let papers = 0;
  for (const [date, coming] of [...wanted].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const own = coming.reduce((sum, digest) => sum + digest.papers.length, 0);
    const last = lots.at(-1);
    if (last && last.size < MOST_DAYS && (last.size === 0 || papers + own <= MOST_PAPERS)) {
      last.set(date, coming);
      papers += own;
    } else {
      lots.push(new Map([[date, coming]]));
      papers = own;
    }
  }
  return lots.map((days, place) => ({
    note: (tx) => noteDays(tx, days, how),
    work: async (tx) => {
      if (place === lots.length - 1) await tx.objectStore("feeds").put(how.record);
      const onProgress = (done: number) => how.onProgress?.((place + done) / lots.length);
      const known = how.knownDaysOnly ? await knownDays(tx, days, how.feed) : days;
      return storeDays(tx, how.feed, known, { onProgress, refuseOlder: how.refuseOlder });
    },
  }));
}

/** What a feed has of these days, and its record. */
async function noteDays(
  tx: WriteTransaction,
  days: ComingDays,
  { feed, record: { id } }: DaysToWrite,
): Promise<Omit<HalfWrite, "lot">> {
  const [digests, words] = [tx.objectStore("digests"), tx.objectStore("words")];
  const [value, withFacts, withFullTexts] = await Promise.all([
    tx.objectStore("feeds").get(id),
    daysIn(digests, days),
    daysIn(words, days),
  ]);
  const copies = await Promise.all(
    [...days.keys()].map(async (date) => ({
      date,
      feed,
      facts: withFacts.has(date) ? await digests.get([date, feed]) : undefined,
      words: withFullTexts.has(date) ? await words.get([date, feed]) : undefined,
    })),
  );
  return { before: { record: { id, value }, copies } };
}

async function knownDays(tx: WriteTransaction, days: ComingDays, feed: string): Promise<ComingDays> {
  const keys = await Promise.all(
    [...days.keys()].map((date) => tx.objectStore("digests").getKey([date, feed])),
  );
  const known = new Set(keys.flatMap((key) => (key ? key[0] : [])));
  return new Map([...days].filter(([date]) => known.has(date)));
}

/** What all lots of a write stored. */
function together(lots: readonly PutResult[]): PutResult {
  return {
    stored: lots.flatMap(({ stored }) => stored),
    papers: lots.reduce((sum, { papers }) => sum + papers, 0),
    older: lots.flatMap(({ older }) => older),
  };
}
