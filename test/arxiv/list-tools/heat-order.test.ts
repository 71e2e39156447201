import { describe, expect, test } from "vitest";
import type { BadgeEntry } from "../../../lib/messages/messages.ts";
import { heatOrder, networkOf } from "../../../lib/arxiv/list-tools/heat-order.ts";
import { madeBadge } from "../made-badges.ts";

type Counts = BadgeEntry["counts"];
const tweeted = (likes?: number): Counts => [{ network: "twitter", ...(likes !== undefined && { likes }) }];
const inBluesky = (likes: number): Counts => [{ network: "bluesky", likes }];
const discussed: Counts = [{ network: "hackernews", points: 900, comments: 80 }];

describe("likes of one network decide a page's order", () => {
  const networkIn = (...counts: Counts[]) =>
    networkOf(counts.map((each, at) => madeBadge(`2108.0000${at}`, { counts: each })));

  test("of the network that has them for most of its papers", () => {
    expect(networkIn(tweeted(1), inBluesky(900), inBluesky(0))).toBe("bluesky");
    expect(networkIn(tweeted(1), tweeted(2), inBluesky(900))).toBe("twitter");
  });

  test("a paper with several entries counts once", () => {
    const twice = madeBadge("2108.00001", { counts: inBluesky(1) }, { counts: inBluesky(2) });
    const others = ["2108.00002", "2108.00003"].map((id) => madeBadge(id, { counts: tweeted(1) }));
    expect(networkOf([twice, ...others])).toBe("twitter");
  });

  test("of Twitter if two have as many, or none has any", () => {
    expect(networkIn(inBluesky(1), tweeted(1))).toBe("twitter");
    expect(networkIn(discussed, tweeted())).toBe("twitter");
  });
});

test("then rank decides; papers without such likes come later, those in no digest last", () => {
  const hot = (counts: Counts, rank: number) => ({
    parts: [],
    badge: madeBadge("2108.00001", { counts, rank }),
  });
  const items = {
    none: { parts: [] },
    fewLikes: hot(tweeted(2), 1),
    others: hot(inBluesky(5000), 2),
    unknown: hot(discussed, 1),
    noCounts: hot([], 3),
    zero: hot(tweeted(0), 9),
    worseRank: hot(tweeted(50), 4),
    betterRank: hot(tweeted(50), 2),
    none2: { parts: [] },
  };
  const sorted = heatOrder(Object.values(items), "twitter");
  const nameOf = (item: unknown) => Object.entries(items).find(([, each]) => each === item)?.[0];
  expect(sorted.map(nameOf)).toEqual([
    "betterRank",
    "worseRank",
    "fewLikes",
    "zero",
    "unknown",
    "others",
    "noCounts",
    "none",
    "none2",
  ]);
});
