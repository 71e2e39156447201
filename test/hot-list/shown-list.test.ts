import { expect, test } from "vitest";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { heatOf } from "../../lib/digest/heat.ts";
import { DEFAULT_ORDER, type Order } from "../../lib/hot-list/order.ts";
import { shownList } from "../../lib/hot-list/shown-list.ts";
import type { Digest } from "../../lib/digest/digest.ts";
import { digest, entry, post } from "./made.ts";

const shownDay = (one: Digest) => shownList({ span: "day", date: one.date }, [one], "rank");
const month = (digests: Digest[], order: Order = "rank") =>
  shownList({ span: "month", date: "2021-08-12" }, digests, order);
const id = (number: number) => `2108.${String(number).padStart(5, "0")}` as PaperId;
const likes = (number: number, rank: number, amount: number) =>
  entry({ id: id(number), rank, counts: [{ network: "twitter", reposts: 100 - amount, likes: amount }] });

test("papers come in order of rank, whatever order the digest has them in", () => {
  const { papers } = shownDay(
    digest("2021-08-12", [
      entry({ id: "2108.00002" as PaperId, rank: 2 }),
      entry({ id: "2108.00010" as PaperId, rank: 10 }),
      entry({ rank: 1 }),
    ]),
  );
  expect(papers.map(({ rank }) => rank)).toEqual([1, 2, 10]);
});

test("each has the bars of its day's year", () => {
  const [paper] = shownDay(digest("2021-08-12", [entry()])).papers;
  expect(paper?.heat).toBe(heatOf(entry().counts, "2021-08-12", undefined));
  expect(shownDay(digest("2021-08-12", [entry({ counts: [] })])).papers[0]?.heat).toBe(0);
});

test("says of when the latest figure is, and nothing if no digest says", () => {
  const at = (time: string) => entry({ counts: [{ network: "twitter", likes: 1, at: time }] });
  expect(shownDay(digest("2021-08-12", [at("2021-08-13T08:41:50"), at("2021-08-14T00:00:01")])).counted).toBe(
    "2021-08-14",
  );
  const never = entry({ counts: [{ network: "twitter", likes: 1 }] });
  expect(shownDay(digest("2021-08-12", [never])).counted).toBeUndefined();
});

test("knows whether the index has any words of the day", () => {
  expect(shownDay(digest("2021-08-12", [entry({ posts: [post()] })])).factsOnly).toBe(true);
  expect(shownDay(digest("2021-08-12", [entry({ posts: [post({ text: "Hi" })] })])).factsOnly).toBe(false);
  expect(shownDay(digest("2021-08-12", [entry({ abstract: "We." })])).factsOnly).toBe(false);
  const upvoted = entry({ counts: [{ network: "huggingface", upvotes: 52 }], posts: [] });
  expect(shownDay(digest("2026-08-07", [upvoted])).factsOnly, "nobody has words of these").toBe(false);
});

test("a longer window is ordered by one network's likes, not by ranks of different days", () => {
  const list = month([
    digest("2021-08-12", [likes(1, 1, 50), likes(2, 2, 40)]),
    digest("2021-08-13", [likes(3, 1, 10), likes(4, 2, 90)]),
  ]);
  expect(list.papers.map((paper) => [paper.id, paper.place])).toEqual([
    [id(4), 1],
    [id(1), 2],
    [id(2), 3],
    [id(3), 4],
  ]);
});

test("a paper in several digests is there once, by its best entry, the others beside it", () => {
  const digests = [
    digest("2021-08-12", [likes(1, 1, 50), likes(2, 2, 40)]),
    digest("2021-08-13", [likes(2, 1, 45)]),
    digest("2021-08-16", [likes(2, 1, 30)]),
  ];
  const best = ({ papers }: ReturnType<typeof month>) => papers.find((paper) => paper.id === id(2));
  expect(month(digests).papers).toHaveLength(2);
  expect(best(month(digests))).toMatchObject({
    date: "2021-08-13",
    rank: 1,
    of: 1,
    also: [
      { date: "2021-08-16", rank: 1, of: 1 },
      { date: "2021-08-12", rank: 2, of: 2 },
    ],
  });
  expect(best(month(digests, "newest"))?.date).toBe("2021-08-16");
  expect(best(month(digests, "twitter.reposts"))?.date).toBe("2021-08-16");
});

test("several networks make a mixed rank, and nothing is added up", () => {
  const of = (number: number, rank: number, counts: NonNullable<Digest["papers"][number]>["counts"]) =>
    entry({ id: id(number), rank, counts });
  const digests = [
    digest("2021-08-12", [
      of(1, 1, [{ network: "twitter", likes: 1000 }]),
      of(2, 2, [
        { network: "twitter", likes: 10 },
        { network: "hackernews", points: 5 },
      ]),
      of(3, 3, []),
    ]),
  ];
  const list = month(digests, "mixed");
  // 1/22 + 1/21 beats 1/21, however large the figure; what no network knows comes last.
  expect(list.papers.map((paper) => paper.id)).toEqual([id(2), id(1), id(3)]);
  expect(list.orders).toEqual([
    "heat",
    "mixed",
    "twitter.likes",
    "twitter.reposts",
    "hackernews.points",
    "newest",
  ]);
});

test("a figure that a paper lacks comes after all that are known", () => {
  const list = month(
    [
      digest("2021-08-12", [
        entry({ id: id(1), rank: 1, counts: [] }),
        entry({ id: id(2), rank: 2, counts: [{ network: "twitter", likes: 0 }] }),
      ]),
    ],
    "twitter.likes",
  );
  expect(list.papers.map((paper) => paper.id)).toEqual([id(2), id(1)]);
});

test("newest first goes by the digests' days, and within a day by the papers", () => {
  const list = month(
    [digest("2021-08-12", [likes(9, 1, 1)]), digest("2021-08-13", [likes(3, 1, 1), likes(5, 2, 1)])],
    "newest",
  );
  expect(list.papers.map((paper) => paper.id)).toEqual([id(5), id(3), id(9)]);
});

test("by heat more bars come first, of as many bars the better mixed rank", () => {
  const of = (number: number, rank: number, counts: NonNullable<Digest["papers"][number]>["counts"]) =>
    entry({ id: id(number), rank, counts });
  const scaled = {
    ...digest("2026-08-07", [
      of(1, 1, [{ network: "huggingface", upvotes: 30 }]),
      of(2, 2, [{ network: "huggingface", upvotes: 500 }]),
      of(3, 3, [{ network: "huggingface", upvotes: 2 }]),
      of(4, 4, []),
    ]),
    scale: { huggingface: [5, 10, 20, 40] as const },
  };
  const tweeted = digest("2021-08-12", [likes(5, 1, 40), likes(6, 2, 136)]);
  const list = month([tweeted, scaled], "heat");
  expect(list.papers.map((paper) => [paper.id, paper.heat])).toEqual([
    [id(6), 5],
    [id(2), 5],
    [id(1), 4],
    [id(5), 2],
    [id(3), 1],
    [id(4), 0],
  ]);
});

test("a paper in several digests is placed by heat where it was hottest", () => {
  const digests = [
    digest("2021-08-12", [likes(1, 1, 300), likes(2, 2, 20)]),
    digest("2021-08-13", [likes(2, 1, 200)]),
  ];
  expect(month(digests, "heat").papers.map((paper) => [paper.id, paper.date])).toEqual([
    [id(1), "2021-08-12"],
    [id(2), "2021-08-13"],
  ]);
});

test("a printed day keeps its rank until another order is chosen; by heat is the first choice", () => {
  const one = digest("2021-08-12", [likes(1, 1, 10), likes(2, 2, 400)]);
  const day = (order: Order) => shownList({ span: "day", date: one.date }, [one], order);
  expect([day("rank").orders[0], day(DEFAULT_ORDER).order]).toEqual(["heat", "rank"]);
  expect(day(DEFAULT_ORDER).papers.map((paper) => paper.id)).toEqual([id(1), id(2)]);
  expect(day("heat").papers.map((paper) => [paper.id, paper.place])).toEqual([
    [id(2), 2],
    [id(1), 1],
  ]);
});

test.each(["week", "month", "year", "all", "onThisDay"] as const)("%s is by heat unless told", (span) => {
  const one = digest("2021-08-12", [likes(1, 1, 1)]);
  expect(shownList({ span, date: one.date }, [one], DEFAULT_ORDER).order).toBe("heat");
  const [networks] = [[entry(), entry({ id: id(2), counts: [{ network: "hackernews", points: 2 }] })]];
  expect(shownList({ span, date: one.date }, [digest(one.date, networks)], DEFAULT_ORDER).order).toBe("heat");
});

test("an order that the list cannot have gives way to the list's own", () => {
  const one = digest("2021-08-12", [likes(1, 1, 1)]);
  expect(shownList({ span: "day", date: one.date }, [one], "bluesky.likes").order).toBe("rank");
  expect(shownList({ span: "day", date: one.date }, [one], "mixed").order).toBe("rank");
  expect(month([one], "bluesky.likes").order).toBe("heat");
});

test("a longer window of one network has no rank of its own and none that is mixed", () => {
  expect(month([digest("2021-08-12", [likes(1, 1, 1)])]).orders).toEqual([
    "heat",
    "twitter.likes",
    "twitter.reposts",
    "newest",
  ]);
});

test("in a day papers keep their digest's ranks, in whatever order they are", () => {
  const one = digest("2021-08-12", [likes(1, 1, 10), likes(2, 2, 20)]);
  const list = shownList({ span: "day", date: "2021-08-12" }, [one], "twitter.likes");
  expect(list.papers.map(({ place }) => place)).toEqual([2, 1]);
});

test("a window says how many digests it has, from when to when", () => {
  expect(month([digest("2021-08-13"), digest("2021-08-12", [])])).toMatchObject({
    digests: 2,
    from: "2021-08-12",
    to: "2021-08-13",
  });
});
