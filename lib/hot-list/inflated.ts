/** Ranks that come from inflated retweets. */
import type { ShownPaper } from "./shown-paper.ts";

/** This many first places of a day are looked at. */
const FIRST = 3;
/** Bars of the lowest two fifths of favorites. */
const FEW_BARS = 2;

/**
 * Whether a paper is among the first three of its day with one or two bars: Twitter's ranks go by retweets, which its makers counted more
 * than once, bars by favorites. This is so for 56 of the archive's 293 first places.
 */
export const hasInflatedRetweets = ({
  rank,
  heat,
  counts,
}: Pick<ShownPaper, "rank" | "heat" | "counts">): boolean =>
  rank <= FIRST &&
  heat > 0 &&
  heat <= FEW_BARS &&
  counts.every(({ network, by }) => network === "twitter" && !by) &&
  counts.some(({ reposts }) => reposts !== undefined);
