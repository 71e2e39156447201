import type { Counts } from "./digest.ts";

/**
 * Favorites at which the second to the fifth bar begin: fifths of the archive's entries within the entry's year. Measured on
 * its 294 digests; test/digest/heat.test.ts measures again where they are there. Favorites and not retweets, since the
 * archive's retweets are inflated.
 */
const FIFTHS: Record<number, readonly [number, number, number, number]> = {
  2020: [33, 50, 71, 134],
  2021: [31, 47, 71, 135],
  2022: [47, 116, 136, 166],
};
const YEARS = Object.keys(FIFTHS).map(Number);

/**
 * The bars of an entry, 1 to 5: how hot it was among the entries of its year. Years outside of the archive are measured by
 * the nearest one that it has.
 *
 * @param counts the entry's counts, of any networks
 * @param day the digest's day, `YYYY-MM-DD`
 * @returns 0 where no network with a scale gave a figure
 */
export function heatOf(counts: readonly Counts[], day: string): number {
  const likes = counts.find((one) => one.network === "twitter")?.likes;
  if (likes === undefined) return 0;
  const year = Math.min(Math.max(Number(day.slice(0, 4)), Math.min(...YEARS)), Math.max(...YEARS));
  return 1 + (FIFTHS[year] ?? []).filter((bound) => likes >= bound).length;
}
