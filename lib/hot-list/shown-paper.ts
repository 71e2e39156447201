/** What a hot list shows of a paper. */
import type { Entry, SourceState } from "../digest/digest.ts";

/** A line of the digest of another day. */
export interface OtherEntry {
  date: string;
  rank: number;
  of: number;
}

/** A paper with the entry that is highest in the list's order. */
export interface ShownPaper extends Entry {
  /** 1 to 5 bars, 0 if heat cannot be told. */
  heat: number;
  /** Its digest's day, `YYYY-MM-DD`, and how many papers that digest has. */
  date: string;
  of: number;
  /** The number before it: its rank in a day's list, its place in a longer window's. */
  place: number;
  /** The sources of its digest; absent if that does not tell. */
  sources?: readonly SourceState[];
  /** Its entries in other digests, newest first: for a longer period those in the period, unless more was asked for. */
  also: readonly OtherEntry[];
}
