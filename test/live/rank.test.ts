import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Counts, Network } from "../../lib/digest/digest.ts";
import { isNewer } from "../../lib/paper/newer.ts";
import { parsePaperId } from "../../lib/paper/paper-id.ts";
import { ARCHIVE_RULE } from "../../lib/live/ranking/archive-rule.ts";
import { mixedOrder } from "../../lib/live/ranking/mixed-rank.ts";
import { networkRanks } from "../../lib/live/ranking/network-rank.ts";
import { rankPapers, talkUnder } from "../../lib/live/ranking/rank-papers.ts";
import type { CountedPost, Talk } from "../../lib/live/sources/talk.ts";

const id = (text: string) => parsePaperId(text)!.id;
const A = id("2611.00001");
const B = id("2611.00002");
const C = id("2611.00003");
const D = id("2611.00004");

const talk = (paper: typeof A, counts: Counts, posts: CountedPost[] = []): Talk => ({
  id: paper,
  counts,
  posts,
});
const upvotes = (paper: typeof A, votes: number) => talk(paper, { network: "huggingface", upvotes: votes });
const points = (paper: typeof A, value: number) => talk(paper, { network: "hackernews", points: value });
const likes = (paper: typeof A, value: number, reposts = 0) =>
  talk(paper, { network: "bluesky", likes: value, reposts });

describe("within a network", () => {
  test("papers with the same figures share a rank, and the next counts them all", () => {
    const ranks = networkRanks([upvotes(A, 9), upvotes(B, 20), upvotes(C, 9), upvotes(D, 3)], 1);
    expect([...ranks]).toEqual([
      [B, 1],
      [A, 2],
      [C, 2],
      [D, 4],
    ]);
  });

  test("likes come before reposts, which only decide between equals", () => {
    expect([...networkRanks([likes(A, 10, 90), likes(B, 11, 0), likes(C, 10, 91)], 1).keys()]).toEqual([
      B,
      C,
      A,
    ]);
  });

  test("a paper below the least amount has no rank: it is not last, it is not there", () => {
    expect(networkRanks([points(A, 4), points(B, 5)], 5).has(A)).toBe(false);
  });
});

describe("mixed rank", () => {
  const ranks = (entries: [Network, [typeof A, number][]][]) =>
    mixedOrder(new Map(entries.map(([network, list]) => [network, new Map(list)])));

  test("is the sum of 1/(20 + rank) over the networks that know the paper", () => {
    // B: 1/22 + 1/22 = 0.0909, A: 1/21 = 0.0476, C: 1/21 + 1/40 = 0.0726.
    const order = ranks([
      [
        "bluesky",
        [
          [A, 1],
          [B, 2],
        ],
      ],
      [
        "huggingface",
        [
          [C, 1],
          [B, 2],
        ],
      ],
      ["hackernews", [[C, 20]]],
    ]);
    expect(order).toEqual([
      { id: B, ranks: { bluesky: 2, huggingface: 2 } },
      { id: C, ranks: { huggingface: 1, hackernews: 20 } },
      { id: A, ranks: { bluesky: 1 } },
    ]);
  });

  test("a network that does not know a paper takes nothing from it: absent is not last", () => {
    const without = ranks([
      [
        "bluesky",
        [
          [A, 1],
          [B, 2],
        ],
      ],
    ]);
    const beside = ranks([
      [
        "bluesky",
        [
          [A, 1],
          [B, 2],
        ],
      ],
      ["hackernews", [[C, 1]]],
    ]);
    expect(without.map((paper) => paper.id)).toEqual([A, B]);
    expect(beside.filter((paper) => paper.id !== C).map((paper) => paper.id)).toEqual([A, B]);
  });

  test("equal sums are ordered by the newer paper, so that the order is always the same", () => {
    expect(
      ranks([
        ["bluesky", [[A, 1]]],
        ["hackernews", [[B, 1]]],
      ]).map((paper) => paper.id),
    ).toEqual([B, A]);
  });

  test("with one network it is that network's order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 40 }), (votes) => {
        const papers = votes.map((vote, n) =>
          upvotes(id(`2611.${String(n + 1).padStart(5, "0")}`), vote + 1),
        );
        const order = rankPapers(new Map([["huggingface", papers]]));
        const figures = order.map((place) => papers.find((paper) => paper.id === place.id)!.counts.upvotes!);
        expect(figures).toEqual(figures.toSorted((a, b) => b - a));
      }),
    );
  });

  test("does not depend on the order in which networks or papers were asked", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([A, B, C, D], { minLength: 4 }), (papers) => {
        const talks: [Network, Talk[]][] = [
          ["huggingface", papers.map((paper) => upvotes(paper, paper === A ? 9 : 5))],
          ["hackernews", papers.map((paper) => points(paper, paper === B ? 90 : 50))],
        ];
        expect(rankPapers(new Map(talks))).toEqual(rankPapers(new Map(talks.toReversed())));
        expect(rankPapers(new Map(talks)).map((place) => place.id)).toEqual([B, A, D, C]);
      }),
    );
  });

  test("a network that failed is not in the sum at all", () => {
    const asked = rankPapers(new Map([["huggingface", [upvotes(A, 3)]]]));
    expect(asked).toEqual([{ id: A, ranks: { huggingface: 1 } }]);
  });
});

describe("the archive's rule", () => {
  const post = (n: number, reposts: number, like: number): CountedPost => ({
    network: "bluesky",
    id: String(n),
    url: "https://bsky.app/",
    author: { name: "", handle: "" },
    date: "2026-11-20",
    lang: "en",
    dir: "ltr",
    reposts,
    likes: like,
  });
  const papers = [
    talk(A, { network: "bluesky", reposts: 25, likes: 24 }, [post(1, 25, 24)]),
    talk(B, { network: "bluesky", reposts: 25, likes: 25 }, [post(2, 13, 12), post(3, 12, 12)]),
    talk(C, { network: "bluesky", reposts: 60, likes: 1 }, [post(4, 60, 1)]),
  ];

  test("needs 50 for a paper and 25 for a post, and orders by the sum", () => {
    const all = new Map([["bluesky" as const, papers]]);
    expect(rankPapers(all, ARCHIVE_RULE).map((place) => place.id)).toEqual([C, B]);
    const shown = talkUnder(all, ARCHIVE_RULE).get("bluesky")!;
    expect(shown.map((paper) => paper.posts.map((one) => one.id))).toEqual([["2"], ["4"]]);
  });

  test("is a rule about reposts and likes: other networks do not enter", () => {
    const all = new Map<Network, Talk[]>([
      ["bluesky", papers],
      ["hackernews", [points(D, 500)]],
    ]);
    expect(rankPapers(all, ARCHIVE_RULE).map((place) => place.id)).toEqual([C, B]);
  });
});

test("the newer of two papers is told by month, then number, over the turn of the century too", () => {
  expect(isNewer(id("2611.00002"), id("2611.00001"))).toBe(true);
  expect(isNewer(id("2612.00001"), id("2611.99999"))).toBe(true);
  expect(isNewer(id("0704.0001"), id("hep-th/9912001"))).toBe(true);
  expect(isNewer(id("hep-th/9912001"), id("hep-th/0001001"))).toBe(false);
  expect(isNewer(A, A)).toBe(false);
});
