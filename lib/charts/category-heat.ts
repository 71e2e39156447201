/** Which categories the hot papers of each month were of. */
import type { Digest, Entry } from "../digest/digest.ts";

export interface CategoryMonth {
  /** Its first day, `YYYY-MM-01`. */
  first: string;
  /** How many papers its digests have, each once. */
  papers: number;
  /** True where months without a digest are left out before it. */
  afterGap: boolean;
}

export interface CategoryRow {
  /** Absent in the row of all others. */
  category?: string;
  /** How many papers of each month are of it. */
  papers: number[];
}

export interface CategoryHeat {
  /** Ascending; months without a digest are left out. */
  months: CategoryMonth[];
  /** The most frequent first, all others last where there are some. */
  rows: CategoryRow[];
}

/**
 * The papers of each month by category. A paper is counted once a month and under its primary category alone, so that the
 * rows add up to the month; cross-lists would count most papers two or three times.
 *
 * @param digests in any order
 * @param most so many categories have rows of their own
 */
export function categoryHeat(digests: readonly Digest[], most = 6): CategoryHeat {
  const months = [...Map.groupBy(digests, ({ date }) => `${date.slice(0, 7)}-01`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([first, those]) => ({ first, primaries: primariesOf(those.flatMap(({ papers }) => papers)) }));
  const total = new Map<string, number>();
  for (const { primaries } of months)
    for (const category of primaries) total.set(category, (total.get(category) ?? 0) + 1);
  const named = [...total.keys()]
    .filter((category) => category !== "")
    .toSorted((a, b) => (total.get(b) ?? 0) - (total.get(a) ?? 0) || (a < b ? -1 : 1))
    .slice(0, most);
  const count = (is: (category: string) => boolean) =>
    months.map(({ primaries }) => primaries.filter(is).length);
  return {
    months: months.map(({ first, primaries }, at) => ({
      first,
      papers: primaries.length,
      afterGap: at > 0 && monthBefore(first) !== months[at - 1]?.first,
    })),
    rows: [
      ...named.map((category) => ({ category, papers: count((each) => each === category) })),
      ...(named.length < total.size ? [{ papers: count((each) => !named.includes(each)) }] : []),
    ],
  };
}

/** The primary category of each paper, "" where it has none. */
const primariesOf = (entries: readonly Entry[]) => [
  ...new Map(entries.map(({ id, categories }) => [id, categories[0] ?? ""])).values(),
];

function monthBefore(first: string): string {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10);
}
