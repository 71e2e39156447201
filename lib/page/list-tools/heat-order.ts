import type { Network } from "../../digest/digest.ts";
import type { Badge } from "../../messages/messages.ts";
import { NETWORK_MARKS } from "../../texts/badge-text.ts";
import type { ListItem } from "./list-item.ts";

/** What a network likes of a paper at most; -1 where it did not say. Likes of different networks are never compared. */
const likesOf = (badge: Badge, network: Network) =>
  Math.max(
    -1,
    ...badge.entries
      .flatMap(({ counts }) => counts)
      .map((counts) => (counts.network === network ? (counts.likes ?? -1) : -1)),
  );

/** The network whose likes put a page in order: that which tells them of most of its papers, Twitter where two do. */
export function networkOf(badges: readonly Badge[]): Network {
  const told = (network: Network) => badges.filter((badge) => likesOf(badge, network) >= 0).length;
  return (Object.keys(NETWORK_MARKS) as Network[]).reduce((most, each) =>
    told(each) > told(most) ? each : most,
  );
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
    likes: item.badge ? likesOf(item.badge, network) : -2,
    rank: item.badge?.entries[0]?.rank ?? 0, // the best one is first
  }));
  figures.sort((a, b) => b.likes - a.likes || a.rank - b.rank);
  return figures.map((figure) => figure.item);
}
