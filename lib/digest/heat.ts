import type { Counts, Digest, Network } from "./digest.ts";

/** Figures at which the second to the fifth bar begin. */
export type Bounds = readonly [number, number, number, number];

/** Where the bars of networks begin on one day. A network with too few entries has none; Twitter's are fixed, see `heatOf`. */
export type HeatScale = Partial<Record<Network, Bounds>>;

/** A digest as the index gives it: with what is needed to tell the heat of its papers. */
export interface ScaledDigest extends Digest {
  /** Absent if Twitter is its only network. */
  scale?: HeatScale;
}

/**
 * Favorites at which the second to the fifth bar begin: fifths of the archive's entries within the entry's year. Measured on
 * its 294 digests; test/digest/archive.test.ts measures again if they are there. Favorites and not retweets, because the archive's
 * retweets are inflated.
 */
const FIFTHS: Record<number, Bounds> = {
  2020: [33, 50, 71, 134],
  2021: [31, 47, 71, 135],
  2022: [47, 116, 136, 166],
};
const YEARS = Object.keys(FIFTHS).map(Number);

/** The one figure of each network that tells heat: figures of different kinds cannot be compared. */
export const HEAT_FIGURES = {
  twitter: "likes",
  bluesky: "likes",
  huggingface: "upvotes",
  hackernews: "points",
} as const satisfies Record<Network, keyof Counts>;

/**
 * The bars of an entry, 1 to 5: how hot it was among those of its own time. The one rule for badges, lists, the calendar
 * and conversations.
 *
 * - Twitter: among the archive's entries of its year. Years outside of the archive are measured by the nearest one that it has.
 * - Other networks, and X as alphaXiv counts it: among that network's entries in the index of the 90 days up to and including the entry's
 *   own day. So a new digest moves no bars of earlier days, and what was hot two years ago is not measured by today's crowds.
 *
 * An entry of several networks has the bars of the one where it is hottest.
 *
 * @param counts the entry's counts, of any networks
 * @param day the digest's day, `YYYY-MM-DD`
 * @param scale this day's; a day with only Twitter has none. Required: without it there would silently be no bars
 * @returns 0 if no network with a scale gave its figure
 */
export function heatOf(counts: readonly Counts[], day: string, scale: HeatScale | undefined): number {
  const bars = counts.map((each) => {
    const { network } = each;
    const bounds = network === "twitter" && !each.by ? ofArchive(day) : scale?.[network];
    const figure = each[HEAT_FIGURES[network]];
    return bounds && figure !== undefined ? 1 + bounds.filter((bound) => figure >= bound).length : 0;
  });
  return Math.max(0, ...bars);
}

function ofArchive(day: string): Bounds | undefined {
  return FIFTHS[Math.min(Math.max(Number(day.slice(0, 4)), Math.min(...YEARS)), Math.max(...YEARS))];
}
