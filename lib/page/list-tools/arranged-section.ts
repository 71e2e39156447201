/** A section of a list that can be narrowed and put in order, and goes back to exactly what arXiv made. */
import { heatOrder } from "./heat-order.ts";
import type { ListItem, ListSection, ListView } from "./list-item.ts";

/** Hidden, but found by find-in-page and by `#item12`, which both show it again. */
const UNTIL_FOUND = "until-found";

export interface ArrangedSection {
  show: (view: ListView) => void;
  /** Puts back what arXiv made. */
  restore: () => void;
}

const isNumbered = (part: HTMLElement): part is HTMLLIElement => part.localName === "li";

/**
 * Takes over one section. Nothing changes until `show` is called with something else than arXiv's own view.
 *
 * @param section its items in arXiv's order
 */
export function arrangeSection({ list, items }: ListSection): ArrangedSection {
  /** All children as arXiv has them, white space too; taken at the first move, since others may add some until then. */
  let original: ChildNode[] | undefined;
  const hidden = new Set<HTMLElement>();

  const hide = (item: ListItem) => {
    for (const part of item.parts) {
      if (part.hidden) continue; // somebody else's doing: leave it to them
      part.setAttribute("hidden", UNTIL_FOUND);
      hidden.add(part);
    }
  };
  const unhide = (parts: Iterable<HTMLElement>) => {
    for (const part of parts) {
      if (hidden.delete(part)) part.removeAttribute("hidden");
    }
  };
  // Found in one half of a pair: the other half is wanted too.
  const onFound = (event: Event) => {
    const found = items.find((item) => item.parts.some((part) => part.contains(event.target as Node)));
    if (found) unhide(found.parts);
  };

  const backInOrder = () => {
    if (!original) return;
    const before = original.filter((node) => node.parentNode === list);
    original = undefined;
    // Children that came since stay behind what they followed; nothing of others is lost.
    const known = new Set<ChildNode>(before);
    const late = [...list.childNodes].filter((node) => !known.has(node));
    list.append(...before, ...late);
    for (const item of items)
      for (const part of item.parts) if (part instanceof HTMLLIElement) part.removeAttribute("value");
  };

  const inHeatOrder = () => {
    if (original || items.length === 0) return;
    original = [...list.childNodes];
    keepNumbers();
    const first = items[0]?.parts[0];
    if (!first) return;
    const mark = list.ownerDocument.createComment("");
    first.before(mark);
    for (const item of heatOrder(items)) mark.before(...item.parts);
    mark.remove();
  };

  /** Search results are numbered by their `ol`: a moved one takes its number along. */
  const keepNumbers = () => {
    const first = Number(list.getAttribute("start") ?? 1);
    items.forEach((item, i) => {
      for (const part of item.parts) if (isNumbered(part)) part.value = first + i;
    });
  };

  const show = (view: ListView) => {
    if (view.hottestFirst) inHeatOrder();
    else backInOrder();
    if (view.hotOnly) {
      list.addEventListener("beforematch", onFound);
      for (const item of items) if (!item.badge) hide(item);
    } else {
      list.removeEventListener("beforematch", onFound);
      unhide(hidden);
    }
  };
  return { show, restore: () => show({ hotOnly: false, hottestFirst: false }) };
}
