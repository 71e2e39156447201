import { expect, test } from "vitest";
import { heatOf } from "../../lib/digest/heat.ts";

const likes = (count: number) => [{ network: "twitter" as const, reposts: 9999, likes: count }];

test("bars follow favorites within the year, not the inflated retweets", () => {
  expect([0, 30, 31, 46, 47, 70, 71, 134, 135].map((n) => heatOf(likes(n), "2021-08-12", undefined))).toEqual(
    [1, 1, 2, 2, 3, 3, 4, 4, 5],
  );
});
test("a year outside the archive is measured by the nearest", () => {
  expect(heatOf(likes(60), "2026-11-20", undefined)).toBe(heatOf(likes(60), "2022-01-13", undefined));
  expect(heatOf(likes(60), "2019-11-20", undefined)).toBe(heatOf(likes(60), "2020-07-01", undefined));
});
test("without favorites of Twitter, or a scale of another network, heat is unknown", () => {
  expect(heatOf([{ network: "twitter", reposts: 5 }], "2021-08-12", undefined)).toBe(0);
  expect(heatOf([{ network: "hackernews", points: 500 }], "2021-08-12", undefined)).toBe(0);
  expect(heatOf([], "2021-08-12", undefined)).toBe(0);
});

const DAY = "2026-11-27";

test("another network is measured by its scale of the day, and by the figure of that scale", () => {
  const scale = { huggingface: [5, 10, 20, 40] } as const;
  const bars = (upvotes: number) => heatOf([{ network: "huggingface", upvotes, comments: 99 }], DAY, scale);
  expect([0, 4, 5, 10, 39, 40, 900].map(bars)).toEqual([1, 1, 2, 3, 4, 5, 5]);
  expect(heatOf([{ network: "huggingface", comments: 99 }], DAY, scale)).toBe(0);
  expect(heatOf([{ network: "hackernews", points: 99 }], DAY, scale)).toBe(0);
});

test("no scale of the index moves Twitter's bars, which are the archive's", () => {
  expect(heatOf(likes(30), "2021-08-12", { twitter: [1, 2, 3, 4] })).toBe(1);
});

test("a paper of several networks has the bars of its hottest one; figures are never added", () => {
  const scale = { bluesky: [10, 20, 30, 40], hackernews: [10, 20, 30, 40] } as const;
  const bluesky = { network: "bluesky", likes: 25 } as const;
  const story = { network: "hackernews", points: 35 } as const;
  const unknown = { network: "huggingface", upvotes: 500 } as const;
  expect(heatOf([bluesky, story, unknown], DAY, scale)).toBe(4);
  expect(heatOf([story, bluesky], DAY, scale)).toBe(4);
  expect(heatOf([...likes(500), bluesky], DAY, scale)).toBe(5);
});
