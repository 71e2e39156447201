/** How hot each category was from month to month. */
import type { Entry } from "../../digest/digest.ts";
import { heatOf, type ScaledDigest } from "../../digest/heat.ts";

export interface CategoryMonth {
  /** Its first day, `YYYY-MM-01`. */
  first: string;
  /** How many papers its digests have, each once. */
  papers: number;
  /** The bars of its papers together, per digest, because not all months have as many. */
  heat: number;
  /** True if months without a digest are left out before it. */
  afterGap: boolean;
}

/** A category in one month. */
export interface CategoryPart {
  papers: number;
  /** The bars of its papers together, per digest of the month. Also 0 if no paper has bars. */
  heat: number;
}

export interface CategoryRow {
  /** Absent in the row of all others. */
  category?: string;
  /** One for each month. */
  parts: CategoryPart[];
}

export interface CategoryHeat {
  /** Ascending; months without a digest are left out. */
  months: CategoryMonth[];
  /** The hottest first; all others last, if there are any. */
  rows: CategoryRow[];
  /** Papers, each once, whose categories are not known: they are in no row and no month. */
  unknown: number;
}

/** A paper of a month. */
interface Hot {
  category: string;
  /** Its bars in all digests of the month. */
  bars: number;
}

/**
 * The heat of each month by category. Like a day's heat, it is a sum of bars, not of networks' counts. A paper belongs only to its primary
 * category, so that the rows add up to the month; cross-lists would count most papers two or three times.
 *
 * @param all in any order
 * @param most this many categories have rows of their own
 */
export function categoryHeat(all: readonly ScaledDigest[], most = 6): CategoryHeat {
  const digests = all.filter(({ papers }) => papers.length === 0 || papers.some(isKnown));
  const unknown = all.flatMap(({ papers }) => papers.filter((paper) => !isKnown(paper)));
  const months = [...Map.groupBy(digests, ({ date }) => `${date.slice(0, 7)}-01`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([first, those]) => ({ first, digests: those.length, papers: papersOf(those) }));
  const byCategory = Map.groupBy(
    months.flatMap(({ papers, digests: many }) => papers.map((paper) => ({ ...paper, many }))),
    ({ category }) => category,
  );
  const total = new Map(
    [...byCategory].map(([category, papers]) => [
      category,
      papers.reduce((sum, { bars, many }) => sum + bars / many, 0),
    ]),
  );
  const named = [...total.keys()]
    .toSorted(
      (a, b) =>
        (total.get(b) ?? 0) - (total.get(a) ?? 0) ||
        (byCategory.get(b)?.length ?? 0) - (byCategory.get(a)?.length ?? 0) ||
        (a < b ? -1 : 1),
    )
    .slice(0, most);
  const parts = (is: (category: string) => boolean) =>
    months.map(({ papers, digests: many }) =>
      partOf(
        papers.filter(({ category }) => is(category)),
        many,
      ),
    );
  return {
    months: months.map(({ first, papers, digests: many }, at) => ({
      first,
      ...partOf(papers, many),
      afterGap: at > 0 && monthBefore(first) !== months[at - 1]?.first,
    })),
    rows: [
      ...named.map((category) => ({ category, parts: parts((each) => each === category) })),
      ...(named.length < total.size ? [{ parts: parts((each) => !named.includes(each)) }] : []),
    ],
    unknown: new Set(unknown.map(({ id }) => id)).size,
  };
}

const isKnown = ({ categories }: Pick<Entry, "categories">) => categories.length > 0;

/** The papers of some digests whose categories are known, each once, with their bars in all of them. */
function papersOf(digests: readonly ScaledDigest[]): Hot[] {
  const papers = new Map<string, Hot>();
  for (const { date, papers: entries, scale } of digests)
    for (const { id, categories, counts } of entries) {
      const [category] = categories;
      if (category === undefined) continue;
      const bars = heatOf(counts, date, scale) + (papers.get(id)?.bars ?? 0);
      papers.set(id, { category, bars });
    }
  return [...papers.values()];
}

const partOf = (papers: readonly Hot[], digests: number): CategoryPart => ({
  papers: papers.length,
  heat: papers.reduce((sum, { bars }) => sum + bars, 0) / digests,
});

function monthBefore(first: string): string {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10);
}
