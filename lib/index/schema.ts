/**
 * What the index holds, store by store. `digests` and `words` are the truth: one copy of a day for each feed that has it.
 * `blocks`, `days`, `heat` and `totals` are derived from the merged days and are written in the same transaction.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from "idb";
import type { Digest, Entry, Post } from "../digest/digest.ts";
import type { HeatScale } from "../digest/heat.ts";
import type { Figures } from "../digest/heat-scale.ts";
import type { PaperId } from "../paper/paper-id.ts";

/** An entry without its words (abstract, texts of posts), which have a store of their own. */
export interface StoredEntry extends Omit<Entry, "abstract" | "posts"> {
  posts: Omit<Post, "text">[];
}

/** The facts of one feed's copy of a day. */
export interface StoredDigest extends Omit<Digest, "papers"> {
  feed: string;
  papers: StoredEntry[];
  /** In rows of databases before version 3, which had an index by category. Not looked at. */
  categories?: string[];
}

/** The words of one feed's copy of a day. Kept apart, because looking up and listing days need none of them. */
export interface StoredFullTexts {
  date: string;
  feed: string;
  abstracts: Map<PaperId, string>;
  /** By `network:id`: a post keeps its text whichever paper it links. */
  texts: Map<string, string>;
}

/** All that a badge shows of the papers of one part of a month; `block.ts` has the layout of `rows`. */
export interface StoredBlock {
  month: string;
  part: number;
  rows: Uint32Array;
}

/** One merged day, so that days can be listed without reading their digests. */
export interface StoredDay {
  date: string;
  /** How many papers the merged digest of the day ranks. */
  papers: number;
  /** Names of the lists of papers that named some of them; rows of blocks have their places here. Absent if there is none. */
  lists?: string[];
}

/**
 * What tells the heat of a day's papers on networks other than Twitter; days without those have none. With each change of a
 * day the scales of the 89 days after it are made again.
 */
export interface StoredHeat {
  date: string;
  /** Of the merged day: what scales are made of, so that 90 digests need not be read for one. */
  figures: Figures;
  /** Months of its papers, whose badges change with the scale. */
  months: string[];
  scale: HeatScale;
}

/** Sums that would need the whole index to be read. */
export interface StoredTotals {
  id: "index";
  /** Papers with at least one entry, each counted once. */
  papers: number;
}

/** A feed's state, written in the transaction of its digests, so that neither is there without the other. */
export interface FeedRecord {
  /** A bundled set's, `files`, or the id of a feed that the reader added. */
  id: string;
  /** Of a bundled set: which version of it is in the index, whole. */
  pack?: string;
  /** Of a bundled set: the reader removed it, or everything; it stays away until it is restored. */
  deleted?: boolean;
  /** Of a feed, or of a part of its state (`ID/files`): how far it is read. Kept for `lib/background`, not looked into. */
  progress?: unknown;
  /** Of `shown`: the order of feeds, and which are not shown. */
  shown?: Shown;
}

/** How the copies of a day become one. */
export interface Shown {
  /** Ids of feeds, the preferred first; those that are not named come after them. */
  order: readonly string[];
  /** Feeds whose copies stay but are not shown: removed ones, while that can be undone. */
  hidden: readonly string[];
}

/** Which months of the index changed since they were mirrored: the one record of its store. */
export interface Unmirrored {
  id: "unmirrored";
  /** Goes up with every change. */
  change: number;
  /** Months as `monthOf` gives them. */
  months: string[];
  /** Everything changed: months that are gone are not among `months`. */
  everything: boolean;
}

/** How to undo or complete one transaction of a write that is under way, or that stopped half way (half-writes.ts). */
export interface HalfWrite {
  /** Its place among the transactions of the write. */
  lot: number;
  /** What was there before: a feed's record, and its copies of the days that are written. */
  before?: {
    record: { id: string; value: FeedRecord | undefined };
    copies: {
      date: string;
      feed: string;
      facts: StoredDigest | undefined;
      words: StoredFullTexts | undefined;
    }[];
  };
  /** A deletion, which can be done again: of one feed, whose state `left` stays, or of all but these records. */
  toDo?: { remove: string; left?: FeedRecord } | { keep: readonly FeedRecord[] };
}

export interface IndexSchema extends DBSchema {
  digests: { key: [date: string, feed: string]; value: StoredDigest };
  words: { key: [date: string, feed: string]; value: StoredFullTexts };
  blocks: { key: [month: string, part: number]; value: StoredBlock };
  days: { key: string; value: StoredDay };
  heat: { key: string; value: StoredHeat };
  totals: { key: string; value: StoredTotals };
  unmirrored: { key: string; value: Unmirrored };
  feeds: { key: string; value: FeedRecord };
  halfWrites: { key: number; value: HalfWrite };
}

export type IndexDatabase = IDBPDatabase<IndexSchema>;

export const ALL_STORES = [
  "digests",
  "words",
  "blocks",
  "days",
  "heat",
  "totals",
  "unmirrored",
  "feeds",
  "halfWrites",
] as const;

/** A transaction that writes: always over all stores, so that writers come one after the other. */
export type WriteTransaction = IDBPTransaction<IndexSchema, typeof ALL_STORES, "readwrite">;
