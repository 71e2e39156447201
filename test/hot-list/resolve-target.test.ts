import { expect, test } from "vitest";
import { resolveTarget } from "../../lib/hot-list/resolve-target.ts";

const days = ["2021-08-12", "2021-08-13", "2022-01-13"];

test("shows the newest when nothing is asked for, and says nothing about it", () => {
  expect(resolveTarget(days, { kind: "newest" })).toEqual({ date: "2022-01-13" });
});

test("shows the day that is asked for", () => {
  expect(resolveTarget(days, { kind: "day", date: "2021-08-12" })).toEqual({ date: "2021-08-12" });
});

test("a day without a digest leads to the nearest one, and that is said", () => {
  expect(resolveTarget(days, { kind: "day", date: "2021-08-14" })).toEqual({
    date: "2021-08-13",
    note: { kind: "noDigest", asked: "2021-08-14" },
  });
});

test("an address that names no day leads to the newest, and that is said", () => {
  expect(resolveTarget(days, { kind: "unreadable", asked: "foo" })).toEqual({
    date: "2022-01-13",
    note: { kind: "unreadable", asked: "foo" },
  });
});

test("an empty index has nothing to show", () => {
  expect(resolveTarget([], { kind: "day", date: "2021-08-14" })).toBeUndefined();
});
