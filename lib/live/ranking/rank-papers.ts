/** From what networks say to the day's order, by the publisher's settings. */
import type { Network } from "../../digest/digest.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Talk } from "../sources/talk.ts";
import { archiveRanks, byArchiveRule } from "./archive-rule.ts";
import type { ArchiveRule } from "./archive-rule.ts";
import { mixedOrder } from "./mixed-rank.ts";
import type { Ranked } from "./mixed-rank.ts";
import { networkRanks } from "./network-rank.ts";

/** Talk of every network that answered. A network that failed or was not asked is not in the map. */
export type TalkByNetwork = ReadonlyMap<Network, readonly Talk[]>;

/**
 * What a network must report for a paper to get a rank there. Nearly every new paper has some bot's or author's post without
 * an echo, and a story of one point is its own author's: those are not heat.
 */
const LEAST: Record<Network, number> = { twitter: 5, bluesky: 5, huggingface: 1, hackernews: 5 };

/** The talk that counts under a rule: all of it, or what the archive's rule leaves. */
export const talkUnder = (talk: TalkByNetwork, rule: ArchiveRule | undefined): TalkByNetwork =>
  rule ? new Map([...talk].map(([network, papers]) => [network, byArchiveRule(papers, rule)])) : talk;

/** The papers of these networks in order: one network's own, or mixed rank over several. */
export function rankPapers(talk: TalkByNetwork, rule?: ArchiveRule): Ranked[] {
  const ranks = new Map<Network, Map<PaperId, number>>();
  for (const [network, papers] of talkUnder(talk, rule)) {
    ranks.set(network, rule ? archiveRanks(papers) : networkRanks(papers, LEAST[network]));
  }
  return mixedOrder(ranks);
}
