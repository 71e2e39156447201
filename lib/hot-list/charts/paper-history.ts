/** A paper's entries in the digests that have it, over time. */
import { daysBetween } from "../../digest/dates.ts";
import type { Entry } from "../../digest/digest.ts";

/** What is known of a paper in one digest; `of` is how many papers that has, 0 if it is not given. */
export interface HistoryEntry extends Pick<Entry, "rank" | "counts"> {
  /** `YYYY-MM-DD` */
  date: string;
  of: number;
}

export interface HistoryPoint extends HistoryEntry {
  /** From 1 for the first of its digest down to 0 for the last; the only paper of a digest is its first. */
  height: number;
  /** Days since the entry before; absent in the first. */
  later?: number;
}

/**
 * The entries of one paper, oldest first.
 *
 * @param entries in any order, one for each day
 */
export function paperHistory(entries: readonly HistoryEntry[]): HistoryPoint[] {
  const ascending = entries.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return ascending.map(({ date, rank, of, counts }, at) => {
    const before = ascending[at - 1];
    return {
      date,
      rank,
      of,
      counts,
      height: of > 1 ? Math.max(0, (of - rank) / (of - 1)) : 1,
      ...(before && { later: daysBetween(before.date, date) }),
    };
  });
}
