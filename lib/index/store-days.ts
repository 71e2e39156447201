/** Days of a feed as they are written, with all that is derived from them. Each function works in a transaction that it is given. */
import type { Digest } from "../digest/digest.ts";
import { storedDay } from "./badge-rows.ts";
import { BlockChanges } from "./block-changes.ts";
import { HeatChanges } from "./heat-changes.ts";
import { ofDate } from "./keys.ts";
import { mergedDay, SHOWN, shownBy } from "./merged-day.ts";
import type { Shown, StoredDigest, WriteTransaction } from "./schema.ts";
import { soundDigests, soundFullTexts } from "./sound.ts";
import { keepFullTexts, type StoredCopy, toStored } from "./stored-digest.ts";
import { noteChange } from "./unmirrored.ts";

export interface PutResult {
  /** Days that were stored, each once. */
  stored: string[];
  /** Entries of those days. */
  papers: number;
  /** Days for which their feed has something newer: they were left as they are. */
  older: string[];
}

/** Told how much of a write is done, 0 to 1. */
export type OnProgress = (done: number) => void;

/** What comes of each day, by its date; nothing for a day that goes. */
export type ComingDays = ReadonlyMap<string, readonly Digest[]>;

interface HowToStore {
  refuseOlder: boolean;
  onProgress?: OnProgress | undefined;
}

/**
 * Which of these days a store has anything of: an import into an index without them asks two questions for all instead of two for
 * each.
 */
export async function daysIn(
  store: { getAllKeys: (range: IDBKeyRange) => Promise<[date: string, feed: string][]> },
  wanted: ReadonlyMap<string, unknown>,
): Promise<ReadonlySet<string>> {
  const dates = [...wanted.keys()].toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return new Set();
  return new Set((await store.getAllKeys(IDBKeyRange.bound([first], [last, []]))).map(([date]) => date));
}

/** Stores a feed's digests of these days; a day without any is removed. Blocks, days and scales of heat follow. */
export async function storeDays(
  tx: WriteTransaction,
  feed: string,
  wanted: ComingDays,
  { refuseOlder, onProgress }: HowToStore,
): Promise<PutResult> {
  const digests = tx.objectStore("digests");
  const words = tx.objectStore("words");
  const days = tx.objectStore("days");
  const blocks = new BlockChanges();
  const heat = new HeatChanges();
  const result: PutResult = { stored: [], papers: 0, older: [] };

  const shown = shownBy(await tx.objectStore("feeds").get(SHOWN));
  const [withCopies, withFullTexts] = await Promise.all([daysIn(digests, wanted), daysIn(words, wanted)]);
  const before = await Promise.all(
    [...wanted].map(async ([date, coming]) => {
      const [copies, own] = await Promise.all([
        withCopies.has(date) ? digests.getAll(ofDate(date)) : [],
        withFullTexts.has(date) ? words.get([date, feed]) : undefined,
      ]);
      return { date, coming, copies: soundDigests(copies), ownFullTexts: soundFullTexts([own])[0] };
    }),
  );

  const writing: (() => Promise<unknown>)[] = [];
  for (const { date, coming, copies, ownFullTexts } of before) {
    const facts = copies.find((copy) => copy.feed === feed);
    const old: StoredCopy | undefined = facts && (ownFullTexts ? { facts, words: ownFullTexts } : { facts });
    let copy = coming.length > 0 ? old : undefined;
    for (const digest of coming) {
      const isOlder = copy !== undefined && digest.generated < copy.facts.generated;
      if (isOlder && (refuseOlder || copy !== old)) result.older.push(date);
      else copy = keepFullTexts(toStored(feed, digest), copy?.words);
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
    const { facts: newFacts, words: newFullTexts } = copy ?? {};
    writing.push(
      () => (newFacts ? digests.put(newFacts) : digests.delete([date, feed])),
      () => (day ? days.put(storedDay(day)) : days.delete(date)),
    );
    if (newFullTexts) writing.push(() => words.put(newFullTexts));
    else if (withFullTexts.has(date)) writing.push(() => words.delete([date, feed]));
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

/** Merges days again; their copies stay as they are. */
export async function mergeAgain(
  tx: WriteTransaction,
  dates: ReadonlySet<string>,
  shown: Shown,
): Promise<void> {
  if (dates.size === 0) return;
  const digests = tx.objectStore("digests");
  const days = tx.objectStore("days");
  const blocks = new BlockChanges();
  const heat = new HeatChanges();
  const before = await Promise.all(
    [...dates].map(async (date) => ({ date, copies: soundDigests(await digests.getAll(ofDate(date))) })),
  );
  const writing = before.map(({ date, copies }) => {
    const day = mergedDay(copies, shown);
    blocks.removeDay(date, idsOf(copies));
    if (day) blocks.addDay(day);
    heat.setDay(date, day);
    return day ? days.put(storedDay(day)) : days.delete(date);
  });
  const [months] = await Promise.all([heat.write(tx), blocks.write(tx, () => undefined), ...writing]);
  await noteChange(tx, [...blocks.months, ...months]);
}

/** Papers of all copies of a day: blocks may have any of them. */
const idsOf = (copies: readonly StoredDigest[]) =>
  new Set(copies.flatMap(({ papers }) => papers.map(({ id }) => id)));

/** The days that a feed has a copy of. */
export async function daysOfFeed(tx: WriteTransaction, id: string): Promise<string[]> {
  const keys = await tx.objectStore("digests").getAllKeys();
  return keys.filter(([, feed]) => feed === id).map(([date]) => date);
}
