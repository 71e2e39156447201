/** Reading the index by day, by paper and by category. Every function reads in one transaction. */
import type { Digest, Entry } from "../digest/digest.ts";
import { heatOf, type ScaledDigest } from "../digest/heat.ts";
import type { ConversationEntry, IndexStatus } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { dateOf, rowsAt } from "./block.ts";
import { ofDate } from "./keys.ts";
import { mergedDay, SHOWN, shownBy } from "./merged-day.ts";
import { placeOf } from "./place.ts";
import { fromStored } from "./stored-digest.ts";
import type {
  FeedRecord,
  IndexDatabase,
  StoredDay,
  StoredDigest,
  StoredHeat,
  StoredWords,
} from "./schema.ts";

/** All days that the index has, oldest first, each with how many papers its digest ranks (an empty digest: 0). */
export function days(db: IndexDatabase): Promise<StoredDay[]> {
  return db.getAll("days");
}

/** The merged digest of a day with its words, or undefined where no feed has that day. */
export async function readDay(db: IndexDatabase, date: string): Promise<ScaledDigest | undefined> {
  const tx = db.transaction(["digests", "words", "feeds", "heat"]);
  const stores = {
    digests: tx.objectStore("digests"),
    words: tx.objectStore("words"),
    feeds: tx.objectStore("feeds"),
    heat: tx.objectStore("heat"),
  };
  return dayFrom(stores, date);
}

/** One feed's own copy of a day with its words, or undefined where it has none. */
export async function readCopy(db: IndexDatabase, date: string, feed: string): Promise<Digest | undefined> {
  const tx = db.transaction(["digests", "words"]);
  const [facts, words] = await Promise.all([
    tx.objectStore("digests").get([date, feed]),
    tx.objectStore("words").get([date, feed]),
  ]);
  return facts && fromStored(words ? { facts, words } : { facts });
}

/** A store whose keys are `[date, feed]`. */
interface Copies<Value> {
  getAll: (range: IDBKeyRange) => Promise<Value[]>;
}

interface DayStores {
  digests: Copies<StoredDigest>;
  words: Copies<StoredWords>;
  feeds: { get: (id: string) => Promise<FeedRecord | undefined> };
  heat: { get: (date: string) => Promise<StoredHeat | undefined> };
}

async function dayFrom(
  { digests, words, feeds, heat }: DayStores,
  date: string,
): Promise<ScaledDigest | undefined> {
  const range = ofDate(date);
  const [facts, said, shown, scaled] = await Promise.all([
    digests.getAll(range),
    words.getAll(range),
    feeds.get(SHOWN),
    heat.get(date),
  ]);
  const digest = mergedDay(facts, shownBy(shown), said);
  return digest && { ...digest, ...(scaled && { scale: scaled.scale }) };
}

/** Every entry of a paper with its words, newest day first; empty where it is in no digest. */
export async function readPaper(db: IndexDatabase, id: PaperId): Promise<ConversationEntry[]> {
  const { month, part, offset } = placeOf(id);
  const tx = db.transaction(["blocks", "digests", "words", "feeds", "heat"]);
  const block = await tx.objectStore("blocks").get([month, part]);
  const found = block ? rowsAt(block.rows, [offset]) : [];
  const dates = [...new Set(found.map(({ day }) => dateOf(day)))];
  const stores = {
    digests: tx.objectStore("digests"),
    words: tx.objectStore("words"),
    feeds: tx.objectStore("feeds"),
    heat: tx.objectStore("heat"),
  };
  const digests = await Promise.all(dates.map((date) => dayFrom(stores, date)));
  return newestFirst(digests, (entry) => entry.id === id);
}

/** Days from `from` to `to`, both `YYYY-MM-DD` and both included; an end that is absent is open. */
export interface DateRange {
  from?: string;
  to?: string;
}

/** Entries of a category (`cs.CL`, primary or not) with their words: newest day first, in order of rank within a day. */
export async function readCategory(
  db: IndexDatabase,
  category: string,
  { from = "", to = "9999-12-31" }: DateRange = {},
): Promise<ConversationEntry[]> {
  const tx = db.transaction(["digests", "words", "feeds", "heat"]);
  const copies = tx.objectStore("digests");
  const stores = {
    digests: copies,
    words: tx.objectStore("words"),
    feeds: tx.objectStore("feeds"),
    heat: tx.objectStore("heat"),
  };
  const keys = await copies.index("categories").getAllKeys(IDBKeyRange.only(category));
  const dates = [...new Set(keys.map(([date]) => date))].filter((date) => from <= date && date <= to);
  const digests = await Promise.all(dates.map((date) => dayFrom(stores, date)));
  return newestFirst(digests, (entry) => entry.categories.includes(category));
}

function newestFirst(
  digests: readonly (ScaledDigest | undefined)[],
  wanted: (entry: Entry) => boolean,
): ConversationEntry[] {
  return digests
    .filter((digest) => digest !== undefined)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .flatMap(({ date, papers, sources, scale }) =>
      papers.filter(wanted).map((entry) => ({
        ...entry,
        ...(sources && { sources }),
        date,
        of: papers.length,
        heat: heatOf(entry.counts, date, scale),
      })),
    );
}

/** The state that was written with a feed's digests, or undefined where the index has nothing of it. */
export function readFeed(db: IndexDatabase, id: string): Promise<FeedRecord | undefined> {
  return db.get("feeds", id);
}

/** What a feed has in the index. */
export interface FeedContents {
  digests: number;
  /** Its newest day, `YYYY-MM-DD`; absent where it has none. */
  newest?: string;
}

/** What each feed has, by its id. */
export async function feedContents(db: IndexDatabase): Promise<Map<string, FeedContents>> {
  const contents = new Map<string, FeedContents>();
  for (const [date, feed] of await db.getAllKeys("digests")) {
    const { digests } = contents.get(feed) ?? { digests: 0 };
    contents.set(feed, { digests: digests + 1, newest: date }); // keys come in order of days
  }
  return contents;
}

/** What is in the index: digests (merged days), papers (each once), newest and oldest day, and its size on disk. */
export type IndexContents = Pick<IndexStatus, "digests" | "papers" | "newest" | "oldest" | "bytes">;

export async function indexStatus(db: IndexDatabase): Promise<IndexContents> {
  const tx = db.transaction(["days", "totals"]);
  const [dates, totals] = await Promise.all([
    tx.objectStore("days").getAllKeys(),
    tx.objectStore("totals").get("index"),
  ]);
  const contents: IndexContents = {
    digests: dates.length,
    papers: totals?.papers ?? 0,
    bytes: await bytesOnDisk(),
  };
  const [oldest, newest] = [dates[0], dates.at(-1)];
  return oldest && newest ? { ...contents, oldest, newest } : contents;
}

/**
 * What the browser says our databases take on disk: an estimate, often padded, that falls some time after data was
 * deleted. Chromium tells IndexedDB apart; elsewhere it is all storage of the extension. 0 where nothing is told.
 */
async function bytesOnDisk(): Promise<number> {
  const estimate: (StorageEstimate & { usageDetails?: { indexedDB?: number } }) | undefined =
    await globalThis.navigator?.storage?.estimate?.().catch(() => undefined);
  return estimate?.usageDetails?.indexedDB ?? estimate?.usage ?? 0;
}
