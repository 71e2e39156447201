/** Which papers of a list are on show: by category, by words in them, by what was read and seen before. */
import { comparable } from "../paper/comparable.ts";
import { asKeyword } from "../paper/keywords.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { ShownPaper } from "./shown-paper.ts";
import { isNewPaper, type Visit } from "./visit.ts";

/** What the reader chose; kept between visits. */
export interface Filters {
  /** Papers of any of these categories, primary or not; all if empty. */
  categories: readonly string[];
  /** Papers that have any of these words or phrases; all if empty. */
  include: readonly string[];
  /** Papers that have none of these. */
  exclude: readonly string[];
  /** Without papers that are marked as read. */
  hideRead: boolean;
  /** Only papers that were not in the digests at the visit before. */
  newOnly: boolean;
  /** Only papers that match what the reader follows, once there is something. */
  mine?: boolean | undefined;
}

export const NO_FILTERS: Filters = {
  categories: [],
  include: [],
  exclude: [],
  hideRead: false,
  newOnly: false,
  mine: false,
};

/** How many filters are set, for a mark on the closed panel. */
export const activeFilters = ({ categories, include, exclude, hideRead, newOnly, mine }: Filters): number =>
  [categories.length > 0, include.length > 0, exclude.length > 0, hideRead, newOnly, mine].filter(Boolean)
    .length;

/** The filters if an address names one category: it replaces those that were chosen. */
export const withCategory = (filters: Filters, category: string | undefined): Filters =>
  category === undefined ? filters : { ...filters, categories: [category] };

/** Whether filters look into abstracts and texts of posts, which longer windows read only if needed. */
export const needWords = ({ include, exclude }: Filters): boolean => include.length + exclude.length > 0;

/** What is known besides the list itself. */
export interface FilterFacts {
  /** Ids of papers that the search found; absent if nothing is searched for. */
  found?: ReadonlySet<PaperId> | undefined;
  read: ReadonlySet<PaperId>;
  /** The papers that are followed; absent if nothing is, or until that is known. */
  mine?: ReadonlyMap<PaperId, string> | undefined;
  /** The visit before this one; absent at the first, when everything is new. */
  before?: Visit | undefined;
}

/** Takes the place of categories that are not known, which is not the same as none. */
export const UNKNOWN_CATEGORY = "unknown";
const OF_UNKNOWN: readonly string[] = [UNKNOWN_CATEGORY];

/** A paper's categories, so that every paper has one by which it is found. */
const categoriesOf = ({ categories }: ShownPaper): readonly string[] =>
  categories.length > 0 ? categories : OF_UNKNOWN;

export interface CategoryCount {
  category: string;
  papers: number;
}

export interface Filtered {
  /** In the order of the list. */
  papers: ShownPaper[];
  /**
   * Of the papers that all other filters let through: the most frequent first, those that are not known last. Those that were chosen
   * are always there.
   */
  categories: CategoryCount[];
}

export function filterPapers(
  papers: readonly ShownPaper[],
  filters: Filters,
  { found, read, mine, before }: FilterFacts,
): Filtered {
  const include = filters.include.map(asKeyword);
  const exclude = filters.exclude.map(asKeyword);
  const others = papers.filter((paper) => {
    if (found && !found.has(paper.id)) return false;
    if (filters.hideRead && read.has(paper.id)) return false;
    if (filters.mine && mine && !mine.has(paper.id)) return false;
    if (filters.newOnly && before && !isNewPaper(before, paper)) return false;
    if (include.length + exclude.length === 0) return true;
    const words = wordsOf(paper);
    return (
      (include.length === 0 || include.some((word) => words.includes(word))) &&
      !exclude.some((word) => words.includes(word))
    );
  });
  const chosen = new Set(filters.categories);
  return {
    papers:
      chosen.size === 0
        ? others
        : others.filter((paper) => categoriesOf(paper).some((each) => chosen.has(each))),
    categories: countCategories(others, filters.categories),
  };
}

/** Folding the words of a long list takes longer than looking into them, and a list is filtered again with every key. */
const folded = new WeakMap<ShownPaper, string>();

/** Everything in a paper that a keyword may be in, comparable. */
export function wordsOf(paper: ShownPaper): string {
  let words = folded.get(paper);
  if (words === undefined) {
    const { title, authors, abstract = "", posts } = paper;
    const said = posts.flatMap(({ author, text = "" }) => [author.handle, text]);
    folded.set(paper, (words = comparable([title, ...authors, abstract, ...said].join("\n"))));
  }
  return words;
}

function countCategories(papers: readonly ShownPaper[], chosen: readonly string[]): CategoryCount[] {
  const counts = new Map(chosen.map((category) => [category, 0]));
  for (const paper of papers)
    for (const category of categoriesOf(paper)) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .map(([category, many]) => ({ category, papers: many }))
    .toSorted(
      (a, b) =>
        Number(a.category === UNKNOWN_CATEGORY) - Number(b.category === UNKNOWN_CATEGORY) ||
        b.papers - a.papers ||
        (a.category < b.category ? -1 : 1),
    );
}
