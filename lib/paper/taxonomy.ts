/** How arXiv's categories belong together: `cs` is an archive, which holds `cs.LG` and the others; `hep-th` is both. */
import { CATEGORIES } from "./category-names.ts";

const ARCHIVES = new Set(
  CATEGORIES.filter((name) => name.includes(".")).map((name) => name.slice(0, name.indexOf("."))),
);
/** What a reader may ask for, archives first. */
const NAMES: readonly string[] = [...ARCHIVES, ...CATEGORIES];
/** Longer than any of them: a longer text is like none. */
const LONGEST = 40;

/** A category or an archive as arXiv spells it (`CS.lg` is `cs.LG`), or undefined if it has none of that name. */
export const taxonomyName = (text: string): string | undefined =>
  NAMES.find((name) => name.toLowerCase() === text.toLowerCase());

/** Whether a category is this one, or of this archive: `cs.LG` is within `cs.LG` and within `cs`. */
export const isWithin = (category: string, name: string): boolean =>
  category === name || category.startsWith(`${name}.`);

/** Names of arXiv's that look most like this text, the nearest first. */
export function nearestNames(text: string, most = 3): string[] {
  if (text.length > LONGEST) return [];
  const wanted = text.toLowerCase();
  return NAMES.map((name) => ({ name, distance: changes(wanted, name.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

/** How many letters must be put in, taken out or changed to make one text the other. */
function changes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (let at = 1; at <= to.length; at++) {
      const same = (row[at - 1] ?? 0) + (letter === to[at - 1] ? 0 : 1);
      next.push(Math.min(same, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
