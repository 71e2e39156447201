import type { Network } from "../../digest/digest.ts";
import type { Badge } from "../../messages/messages.ts";
import type { ListItem } from "./list-item.ts";

/** The network whose likes put a page in order: the one that has them for most of its papers, Twitter if two tie. */
export function networkOf(badges: readonly Badge[]): Network {
  const told = new Map<Network, number>([["twitter", 0]]);
  for (const { likes } of badges)
    for (const network of Object.keys(likes) as Network[]) told.set(network, (told.get(network) ?? 0) + 1);
  return [...told].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/**
 * "Hottest first": by the likes of one network, then by rank, then in arXiv's order; papers without such likes come after all
 * others with a rank, and those in no digest last. A paper with several entries counts with its best one.
 *
 * @param items in arXiv's order
 * @returns a new array with the same items
 */
export function heatOrder(items: readonly ListItem[], network: Network): ListItem[] {
  const figures = items.map((item) => ({
    item,
    likes: item.badge ? (item.badge.likes[network] ?? -1) : -2,
    rank: item.badge?.rank ?? 0,
  }));
  figures.sort((a, b) => b.likes - a.likes || a.rank - b.rank);
  return figures.map((figure) => figure.item);
}
