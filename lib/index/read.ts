/** Reading what is in the index, by days and feeds. Every function reads in one transaction. */
import type { Digest } from "../digest/digest.ts";
import type { IndexStatus } from "../messages/messages.ts";
import { isDay, isSound, soundDays, soundDigests, soundFullTexts } from "./sound.ts";
import { fromStored } from "./stored-digest.ts";
import type { FeedRecord, IndexDatabase, StoredDay } from "./schema.ts";

/** All days that the index has, oldest first, each with how many papers its digest ranks (an empty digest: 0). */
export async function days(db: IndexDatabase): Promise<StoredDay[]> {
  return soundDays(await db.getAll("days"));
}

/** One feed's own copy of a day with its words, or undefined if it has none. */
export async function readCopy(db: IndexDatabase, date: string, feed: string): Promise<Digest | undefined> {
  const tx = db.transaction(["digests", "words"]);
  const [facts, words] = await Promise.all([
    tx.objectStore("digests").get([date, feed]),
    tx.objectStore("words").get([date, feed]),
  ]);
  const [digest] = soundDigests([facts]);
  const [own] = soundFullTexts([words]);
  return digest && fromStored(own ? { facts: digest, words: own } : { facts: digest });
}

/** Days from `from` to `to`, both `YYYY-MM-DD` and both included; an end that is absent is open. */
export interface DateRange {
  from?: string | undefined;
  to?: string | undefined;
}

/** The state that was written with a feed's digests, or undefined if the index has nothing of it. */
export function readFeed(db: IndexDatabase, id: string): Promise<FeedRecord | undefined> {
  return db.get("feeds", id);
}

/** What a feed has in the index. */
export interface FeedContents {
  digests: number;
  /** Its newest day, `YYYY-MM-DD`; absent if it has none. */
  newest?: string;
}

/** What each feed has, by its id. */
export async function feedContents(db: IndexDatabase): Promise<Map<string, FeedContents>> {
  const contents = new Map<string, FeedContents>();
  for (const [date, feed] of await db.getAllKeys("digests")) {
    if (!isDay(date)) continue;
    const { digests } = contents.get(feed) ?? { digests: 0 };
    contents.set(feed, { digests: digests + 1, newest: date }); // keys come in order of days
  }
  return contents;
}

/** The days that a feed has a digest of, ascending. */
export async function daysOf(db: IndexDatabase, feed: string): Promise<string[]> {
  return (await db.getAllKeys("digests")).filter(([, id]) => id === feed).map(([date]) => date);
}

/** What is in the index: digests (merged days), papers (each once), newest and oldest day, and its size on disk. */
export type IndexContents = Pick<IndexStatus, "digests" | "papers" | "newest" | "oldest" | "bytes">;

export async function indexStatus(db: IndexDatabase): Promise<IndexContents> {
  const tx = db.transaction(["days", "totals"]);
  const [all, totals] = await Promise.all([
    tx.objectStore("days").getAllKeys(),
    tx.objectStore("totals").get("index"),
  ]);
  const dates = all.filter(isDay);
  const contents: IndexContents = {
    digests: dates.length,
    papers: isSound("totals", totals) ? (totals?.papers ?? 0) : 0,
    bytes: await bytesOnDisk(),
  };
  const [oldest, newest] = [dates[0], dates.at(-1)];
  return oldest && newest ? { ...contents, oldest, newest } : contents;
}

/**
 * What the browser says our databases take on disk: an estimate, often padded, that falls some time after data was
 * deleted. Chromium tells IndexedDB apart; elsewhere it is all storage of the extension. 0 if nothing is told.
 */
async function bytesOnDisk(): Promise<number> {
  const estimate: (StorageEstimate & { usageDetails?: { indexedDB?: number } }) | undefined =
    await globalThis.navigator?.storage?.estimate?.().catch(() => undefined);
  return estimate?.usageDetails?.indexedDB ?? estimate?.usage ?? 0;
}
