/**
 * Lists that are not to be seen yet: their reader wants them narrowed or in order, which can be done when all of them is there, and a
 * part that was painted before would move.
 */
import type { Spot } from "../spots.ts";

/** On a list that is kept back: the manifest's style sheet hides it, for some seconds at most (arxiv-hosts.css). */
const KEPT_BACK = "data-hot-kept-back";

/** Keeps back the lists of these entries. */
export function keepBack(spots: readonly Spot[]): void {
  for (const list of new Set(spots.map(({ entry }) => entry.parentElement)))
    list?.setAttribute(KEPT_BACK, "");
}

/** Shows all that was kept back below `root`, by whichever copy of the extension. */
export function bringBack(root: ParentNode): void {
  for (const list of root.querySelectorAll(`[${KEPT_BACK}]`)) list.removeAttribute(KEPT_BACK);
}
