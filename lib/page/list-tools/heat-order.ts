import type { BadgeEntry } from "../../messages/messages.ts";
import type { ListItem } from "./list-item.ts";

/** The likes that an entry is compared by: of one network, since those of different networks are never added. */
const likes = (entry: BadgeEntry) => Math.max(-1, ...entry.counts.map((counts) => counts.likes ?? -1));

/**
 * "Hottest first": by favorites, then by rank, then in arXiv's order; papers in no digest come last, in arXiv's order. A
 * paper with several entries counts with its best one.
 *
 * @param items in arXiv's order
 * @returns a new array with the same items
 */
export function heatOrder(items: readonly ListItem[]): ListItem[] {
  const figures = items.map((item, place) => ({
    item,
    place,
    likes: Math.max(...(item.badge?.entries ?? []).map(likes)), // -Infinity without entries
    rank: item.badge?.entries[0]?.rank ?? 0, // the best one is first
  }));
  // Two papers in no digest differ by NaN: `||` lets the place decide then too.
  figures.sort((a, b) => b.likes - a.likes || a.rank - b.rank || a.place - b.place);
  return figures.map((figure) => figure.item);
}
