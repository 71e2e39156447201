/** Author lists have up to 968 names; a line of the hot list has room for a few. */

/** This many are shown at once … */
const SHOWN = 3;
/** … and one more rather than "+ 1", which takes as much room as a name. */
const FOLD_FROM = SHOWN + 2;

/** The authors to show at once and how many are folded away: none, or at least two. */
export function foldAuthors(authors: readonly string[]): { shown: readonly string[]; folded: number } {
  if (authors.length < FOLD_FROM) return { shown: authors, folded: 0 };
  return { shown: authors.slice(0, SHOWN), folded: authors.length - SHOWN };
}
