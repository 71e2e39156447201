/** The order of papers within one network, by that network's own figures. Networks are never added together. */
import type { Counts } from "../../digest/digest.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Talk } from "../sources/talk.ts";

/** What decides first and second: likes before reposts, because reposts are what the archive's makers inflated. */
export function figuresOf(counts: Counts): [number, number] {
  if (counts.network === "huggingface") return [counts.upvotes ?? 0, counts.comments ?? 0];
  if (counts.network === "hackernews") return [counts.points ?? 0, counts.comments ?? 0];
  return [counts.likes ?? 0, counts.reposts ?? 0];
}

/** How much a paper is talked about within its network: reposts and likes together, upvotes, or points. */
export const amountOf = (counts: Counts): number =>
  counts.network === "twitter" || counts.network === "bluesky"
    ? (counts.likes ?? 0) + (counts.reposts ?? 0)
    : figuresOf(counts)[0];

/**
 * Ranks of one network's papers, 1 being the hottest. Papers with the same figures share a rank, and the next one counts
 * them all (1, 2, 2, 4). Papers below `least` (see `amountOf`) have no rank: a post without reactions is not heat.
 */
export function networkRanks(
  talk: readonly Pick<Talk, "id" | "counts">[],
  least: number,
): Map<PaperId, number> {
  const able = talk.filter(({ counts }) => amountOf(counts) >= least);
  const sorted = able
    .map(({ id, counts }) => ({ id, figures: figuresOf(counts) }))
    .toSorted((a, b) => b.figures[0] - a.figures[0] || b.figures[1] - a.figures[1]);
  const ranks = new Map<PaperId, number>();
  let rank = 0;
  for (const [index, { id, figures }] of sorted.entries()) {
    const before = sorted[index - 1]?.figures;
    if (!before || before[0] !== figures[0] || before[1] !== figures[1]) rank = index + 1;
    ranks.set(id, rank);
  }
  return ranks;
}
