/**
 * Narrows lists and puts them in order, and restores exactly what arXiv made. What was done is recorded only in our own attributes, so that
 * a copy of the extension undoes what an older one did: Firefox drops that one without notice.
 */
import type { Network } from "../../digest/digest.ts";
import { heatOrder } from "./heat-order.ts";
import type { ListSection, ListView } from "./list-item.ts";

/** On an item that may have been moved: its place in arXiv's order. */
const PLACE = "data-hot-place";
/** On parts that we have hidden. */
const HIDDEN = "data-hot-hidden";
/** On a list that is kept back: the manifest's style sheet hides it, for some seconds at most (arxiv-hosts.css). */
const KEPT_BACK = "data-hot-kept-back";

/**
 * Keeps lists from being seen until they can be arranged, which is when they are complete: a part that was painted earlier would move.
 * Undone like everything else.
 */
export function keepBack(lists: Iterable<Element | null>): void {
  for (const list of lists) list?.setAttribute(KEPT_BACK, "");
}

/** The same for a list that has been seen and for everything after it, which moves as the list gets shorter. */
export function keepBackFrom(list: Element): void {
  const { body } = list.ownerDocument;
  list.setAttribute(KEPT_BACK, "");
  for (let open: Element | null = list; open && open !== body; open = open.parentElement)
    for (let next = open.nextElementSibling; next; next = next.nextElementSibling)
      next.setAttribute(KEPT_BACK, "");
}

/**
 * Shows a section in this view, starting from what arXiv made.
 *
 * @param network whose likes decide the order
 */
export function arrange({ list, items }: ListSection, view: ListView, network: Network): void {
  if (view.hottestFirst) {
    const start = Number(list.getAttribute("start") ?? 1);
    for (const [place, { parts }] of items.entries()) {
      parts[0]?.setAttribute(PLACE, `${place}`);
      // Search results are numbered by their `ol`: a moved one takes its number along.
      if (parts[0] instanceof HTMLLIElement) parts[0].value = start + place;
    }
    putInOrder(heatOrder(items, network).flatMap(({ parts }) => parts[0] ?? []));
  }
  if (view.hotOnly) for (const { badge, parts } of items) if (!badge) for (const part of parts) hide(part);
}

/** Undoes all that was arranged below `root`, by whichever copy of the extension. */
export function undoArranging(root: ParentNode): void {
  for (const list of root.querySelectorAll(`[${KEPT_BACK}]`)) list.removeAttribute(KEPT_BACK);
  for (const part of root.querySelectorAll<HTMLElement>(`[${HIDDEN}]`)) unhide(part);
  const placeOf = (item: Element) => Number(item.getAttribute(PLACE));
  const items = [...root.querySelectorAll(`[${PLACE}]`)].toSorted((a, b) => placeOf(a) - placeOf(b));
  putInOrder(items);
  for (const item of items) for (const name of [PLACE, "value"]) item.removeAttribute(name);
}

/**
 * Puts items in an order, each with everything after it up to the next one: its `dd`, white space, what others added.
 * Anything before the first item stays there.
 */
function putInOrder(items: readonly Element[]): void {
  const starts = new Set<Node>(items);
  for (const item of items) {
    const nodes: Node[] = [item];
    for (let next = item.nextSibling; next && !starts.has(next); next = next.nextSibling) nodes.push(next);
    item.parentNode?.append(...nodes);
  }
}

/**
 * Hides a part so that find-in-page and `#item12` still find it, and then show it. By its own style it is visible, and hidden only
 * by the manifest's style sheet: nothing stays hidden if Firefox has taken that away together with the extension.
 */
function hide(part: HTMLElement): void {
  if (part.hidden) return; // hidden by someone else: leave it to them
  part.setAttribute(HIDDEN, "");
  part.style.contentVisibility = "visible";
  part.setAttribute("hidden", "until-found");
}

/** Shows a part again that we have hidden, and leaves all others as they are. */
export function unhide(part: HTMLElement): void {
  if (!part.hasAttribute(HIDDEN)) return;
  part.style.contentVisibility = "";
  for (const name of [HIDDEN, "hidden", ...(part.style.length === 0 ? ["style"] : [])])
    part.removeAttribute(name);
}
