import type { Badge } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { BadgeSlot } from "../badge/badge-slots.ts";
import type { ListSection } from "./list-item.ts";

/**
 * The sections of a list with their items, in the page's order: one per `dl` (a day, or new, cross-listed and replaced
 * papers) or per `ol` of a search.
 *
 * @param slots all entries of the page, with badge or without
 * @param badges what the index knows of them
 */
export function findSections(
  slots: readonly BadgeSlot[],
  badges: ReadonlyMap<PaperId, Badge>,
): ListSection[] {
  const sections = Map.groupBy(slots, ({ entry }) => entry.parentElement as HTMLElement);
  return [...sections].map(([list, some]) => ({
    list,
    items: some.map(({ id, entry }) => ({ parts: partsOf(entry as HTMLElement), badge: badges.get(id) })),
  }));
}

/** A `dt` goes with its `dd`; a search result is one element. */
function partsOf(entry: HTMLElement): HTMLElement[] {
  const next = entry.nextElementSibling;
  return next?.localName === "dd" ? [entry, next as HTMLElement] : [entry];
}
