/** Which of the saved papers are on show, and in which order. */
import type { Marks } from "../marks/marks.ts";
import { comparable } from "../paper/comparable.ts";
import { isNewer } from "../paper/newer.ts";
import { type Filtered, filterPapers, NO_FILTERS, wordsOf } from "./filters.ts";
import { searchWords } from "../paper/keywords.ts";
import { arrange } from "./order.ts";
import type { SavedChoice, SavedOrder } from "./saved-choice.ts";
import type { ShownPaper } from "./shown-paper.ts";

let last: { asked: readonly unknown[]; shown: Filtered } | undefined;

/**
 * The papers that a choice lets through, numbered in its order, and the categories of all that the search finds. The same question, as head
 * and list of a page ask it, gets the same answer.
 *
 * @param papers the most recently saved first
 */
export function chosenSaved(
  papers: readonly ShownPaper[],
  choice: SavedChoice,
  marks: Marks | undefined,
): Filtered {
  const asked = [papers, choice, marks];
  if (last?.asked.every((each, at) => each === asked[at])) return last.shown;
  const words = searchWords(choice.text);
  const found = papers.filter((paper) => {
    const text = wordsOf(paper) + comparable(marks?.get(paper.id)?.note ?? "");
    return words.every((word) => text.includes(word));
  });
  const filters = { ...NO_FILTERS, categories: choice.categories };
  const { papers: some, categories } = filterPapers(found, filters, { read: new Set() });
  const shown = { papers: inOrder(some, choice.order).map(numbered), categories };
  last = { asked, shown };
  return shown;
}

function inOrder(papers: readonly ShownPaper[], order: SavedOrder): ShownPaper[] {
  if (order === "published") return papers.toSorted((a, b) => (isNewer(b.id, a.id) ? 1 : -1));
  if (order === "saved") return [...papers];
  const places = new Map(arrange(papers, "heat", false).map(({ id, place }) => [id, place]));
  return papers.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** A paper that keeps its number stays the same object, and is not drawn again. */
const numbered = (paper: ShownPaper, at: number): ShownPaper =>
  paper.place === at + 1 ? paper : { ...paper, place: at + 1 };
