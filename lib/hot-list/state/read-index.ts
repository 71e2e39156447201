/**
 * Reading the index in a page of ours: from the database, or, if the browser refuses this page one (Firefox in private windows),
 * by asking the background, which has one, or an index in memory.
 */
import type { DayRange } from "../period.ts";
import type { ScaledDigest } from "../../digest/heat.ts";
import { ask } from "../../messages/ask.ts";
import { type IndexDatabase, openIndex } from "../../index/open.ts";
import { days } from "../../index/read.ts";
import { readDigests } from "../../index/read-period.ts";
import { lookup } from "../../index/lookup.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { OtherEntry } from "../shown-paper.ts";
import { StoreError } from "../../index/store-error.ts";

/** The index; undefined if this page gets no database. Throws a StoreError. */
export async function ownIndex(): Promise<IndexDatabase | undefined> {
  try {
    return await openIndex();
  } catch (error) {
    if (error instanceof StoreError && error.code === "noDatabase") return undefined;
    throw error;
  }
}

/** Opens the index ahead; a later read says why it cannot be opened. */
export const prepareIndex = (): void => void ownIndex().catch(() => undefined);

/** All days that the index has, `YYYY-MM-DD`, oldest first. */
export async function indexDays(): Promise<string[]> {
  const db = await ownIndex();
  return db ? (await days(db)).map(({ date }) => date) : ask("days", {});
}

/** All entries of each of these papers that has several, newest first; none if this page gets no database. */
export async function indexEntries(
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, readonly OtherEntry[]>> {
  const db = await ownIndex();
  const found = db ? await lookup(db, ids) : [];
  const several = found.filter(({ entries }) => entries.length > 1);
  return new Map(
    several.map(({ id, entries }) => [
      id,
      entries
        .map(({ date, rank, of }) => ({ date, rank, of }))
        .toSorted((a, b) => (a.date < b.date ? 1 : -1)),
    ]),
  );
}

/** The merged digests of these ranges, oldest first, with their words or without. */
export async function indexDigests(
  ranges: readonly Partial<DayRange>[],
  words: boolean,
): Promise<ScaledDigest[]> {
  const db = await ownIndex();
  return db ? readDigests(db, ranges, words) : ask("digests", { ranges: [...ranges], words });
}
