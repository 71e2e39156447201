import { expect, test } from "vitest";
import { resolveTarget } from "../../lib/hot-list/resolve-target.ts";
import type { Span } from "../../lib/hot-list/hot-window.ts";

const days = ["2021-08-12", "2021-08-13", "2022-01-13"];
const TODAY = "2026-11-23";
const resolve = (...[target]: [Parameters<typeof resolveTarget>[1]]) => resolveTarget(days, target, TODAY);
const asked = (span: Span, date: string) => resolve({ kind: "window", window: { span, date } });

test("shows the newest when nothing is asked for, and says nothing about it", () => {
  expect(resolve({ kind: "newest", span: "day" })).toEqual({ window: { span: "day", date: "2022-01-13" } });
  expect(resolve({ kind: "newest", span: "week" })).toEqual({ window: { span: "week", date: "2022-01-13" } });
});

test("on this day begins with today, with or without a digest", () => {
  expect(resolve({ kind: "newest", span: "onThisDay" })).toEqual({
    window: { span: "onThisDay", date: TODAY },
  });
  expect(asked("onThisDay", "2021-03-01")).toEqual({ window: { span: "onThisDay", date: "2021-03-01" } });
});

test("shows the window that is asked for, by whichever of its days", () => {
  expect(asked("day", "2021-08-12")).toEqual({ window: { span: "day", date: "2021-08-12" } });
  expect(asked("month", "2021-08-30")).toEqual({ window: { span: "month", date: "2021-08-30" } });
});

test("a window without a digest leads to the nearest one, and that is said", () => {
  expect(asked("day", "2021-08-14")).toEqual({
    window: { span: "day", date: "2021-08-13" },
    note: { kind: "noDigest", asked: { span: "day", date: "2021-08-14" } },
  });
  expect(asked("month", "2021-09-02")).toMatchObject({
    window: { span: "month", date: "2021-08-13" },
    note: { kind: "noDigest" },
  });
});

test("an address that names nothing leads to the newest day, and that is said", () => {
  expect(resolve({ kind: "unreadable", asked: "foo" })).toEqual({
    window: { span: "day", date: "2022-01-13" },
    note: { kind: "unreadable", asked: "foo" },
  });
});

test("an empty index has nothing to show", () => {
  expect(resolveTarget([], { kind: "newest", span: "all" }, TODAY)).toBeUndefined();
});
