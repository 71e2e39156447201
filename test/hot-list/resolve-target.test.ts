import { expect, test } from "vitest";
import { resolveTarget } from "../../lib/hot-list/resolve-target.ts";
import type { Span } from "../../lib/hot-list/period.ts";

const days = ["2021-08-12", "2021-08-13", "2022-01-13"];
const TODAY = "2026-11-23";
const resolve = (...[target]: [Parameters<typeof resolveTarget>[1]]) => resolveTarget(days, target, TODAY);
const asked = (span: Span, date: string) => resolve({ kind: "period", period: { span, date } });

test("shows the newest when nothing is asked for, and says nothing about it", () => {
  expect(resolve({ kind: "newest", span: "day" })).toEqual({ period: { span: "day", date: "2022-01-13" } });
  expect(resolve({ kind: "newest", span: "week" })).toEqual({ period: { span: "week", date: "2022-01-13" } });
});

test("on this day is today, and the nearest day of the year with a digest if today has none", () => {
  const today = { span: "onThisDay", date: TODAY } as const;
  expect(resolveTarget(["2021-11-23"], { kind: "newest", span: "onThisDay" }, TODAY)).toEqual({
    period: today,
  });
  // Round the turn of the year: 51 days on, and not 102 days back.
  expect(resolve({ kind: "newest", span: "onThisDay" })).toEqual({
    period: { span: "onThisDay", date: "2022-01-13" },
    note: { kind: "noDigest", asked: today },
  });
  expect(asked("onThisDay", "2026-08-13")).toEqual({ period: { span: "onThisDay", date: "2026-08-13" } });
  expect(asked("onThisDay", "2021-08-11")).toMatchObject({ period: { date: "2021-08-12" } });
});

test("shows the period that is asked for, by whichever of its days", () => {
  expect(asked("day", "2021-08-12")).toEqual({ period: { span: "day", date: "2021-08-12" } });
  expect(asked("month", "2021-08-30")).toEqual({ period: { span: "month", date: "2021-08-30" } });
});

test("a period without a digest leads to the nearest one, and that is said", () => {
  expect(asked("day", "2021-08-14")).toEqual({
    period: { span: "day", date: "2021-08-13" },
    note: { kind: "noDigest", asked: { span: "day", date: "2021-08-14" } },
  });
  expect(asked("month", "2021-09-02")).toMatchObject({
    period: { span: "month", date: "2021-08-13" },
    note: { kind: "noDigest" },
  });
});

test("an address that names nothing leads to the newest day, and that is said", () => {
  expect(resolve({ kind: "unreadable", asked: "foo" })).toEqual({
    period: { span: "day", date: "2022-01-13" },
    note: { kind: "unreadable", asked: "foo" },
  });
});

test("an empty index has nothing to show", () => {
  expect(resolveTarget([], { kind: "newest", span: "all" }, TODAY)).toBeUndefined();
});
