import type { Badge } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Spot } from "../spots.ts";
import type { ListItem, ListSection } from "./list-item.ts";

/**
 * The sections of a list with their items, in the page's order: one per `dl` (a day, or new, cross-listed and replaced
 * papers) or per `ol` of a search.
 *
 * @param spots all entries of the page, with badge or without
 * @param badges what the index knows of them
 */
export function findSections(spots: readonly Spot[], badges: ReadonlyMap<PaperId, Badge>): ListSection[] {
  const sections = new Map<HTMLElement, ListItem[]>();
  for (const { id, entry } of spots) {
    const list = entry.parentElement;
    if (!list || !(entry instanceof HTMLElement)) continue;
    const badge = badges.get(id);
    const item: ListItem = { parts: partsOf(entry), ...(badge && { badge }) };
    const items = sections.get(list);
    if (items) items.push(item);
    else sections.set(list, [item]);
  }
  return [...sections].map(([list, items]) => ({ list, items }));
}

/** A `dt` goes with its `dd`; a search result stands alone. */
function partsOf(entry: HTMLElement): HTMLElement[] {
  const next = entry.nextElementSibling;
  return entry.localName === "dt" && next instanceof HTMLElement && next.localName === "dd"
    ? [entry, next]
    : [entry];
}
