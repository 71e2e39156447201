/**
 * The order over several networks, "mixed rank": the sum of 1/(20 + rank) over the networks that know the paper. A network
 * that does not know it adds nothing and takes nothing, one that failed is not asked: absent is not zero, and failed is not absent.
 */
import { NETWORKS } from "../../digest/networks.ts";
import type { Network } from "../../digest/digest.ts";
import { isNewer } from "../../paper/newer.ts";
import type { PaperId } from "../../paper/paper-id.ts";

/** Damps the lead of the first places, so that one network's favourite does not beat what three networks like. */
const DAMPING = 20;

export type Ranks = Partial<Record<Network, number>>;

export interface Ranked {
  id: PaperId;
  /** The ranks it came from, of the networks that know it. */
  ranks: Ranks;
}

const scoreOf = (ranks: Ranks): number =>
  // Always added in the same order, so that equal ranks give equal sums.
  NETWORKS.reduce((sum, network) => {
    const rank = ranks[network];
    return rank === undefined ? sum : sum + 1 / (DAMPING + rank);
  }, 0);

const bestOf = (ranks: Ranks): number => Math.min(...Object.values(ranks));

/** Papers in order of mixed rank; equal ones by their best single rank, then the newer paper first. */
export function mixedOrder(networks: ReadonlyMap<Network, ReadonlyMap<PaperId, number>>): Ranked[] {
  const papers = new Map<PaperId, Ranks>();
  for (const network of NETWORKS) {
    for (const [id, rank] of networks.get(network) ?? []) {
      papers.set(id, { ...papers.get(id), [network]: rank });
    }
  }
  return [...papers]
    .map(([id, ranks]) => ({ id, ranks, score: scoreOf(ranks), best: bestOf(ranks) }))
    .toSorted((a, b) => b.score - a.score || a.best - b.best || (isNewer(a.id, b.id) ? -1 : 1))
    .map(({ id, ranks }) => ({ id, ranks }));
}
