import { expect, test } from "vitest";
import { heatOf } from "../../lib/digest/heat.ts";

const likes = (count: number) => [{ network: "twitter" as const, reposts: 9999, likes: count }];

test("bars follow favorites within the year, not the inflated retweets", () => {
  expect([0, 30, 31, 46, 47, 70, 71, 134, 135].map((n) => heatOf(likes(n), "2021-08-12"))).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4, 5,
  ]);
});
test("a year outside of the archive is measured by the nearest", () => {
  expect(heatOf(likes(60), "2026-11-20")).toBe(heatOf(likes(60), "2022-01-13"));
  expect(heatOf(likes(60), "2019-11-20")).toBe(heatOf(likes(60), "2020-07-01"));
});
test("without favorites of Twitter heat cannot be told", () => {
  expect(heatOf([{ network: "twitter", reposts: 5 }], "2021-08-12")).toBe(0);
  expect(heatOf([{ network: "hackernews", points: 500 }], "2021-08-12")).toBe(0);
  expect(heatOf([], "2021-08-12")).toBe(0);
});
