import { expect, test } from "vitest";
import { nearestDay, nearestDayOfYear, neighbours } from "../../lib/hot-list/days.ts";

const days = ["2020-12-31", "2021-08-24", "2021-08-25", "2022-01-13"];

test("previous and next go by the digests that exist, over weekends and over months without one", () => {
  expect(neighbours(days, "2021-08-25")).toEqual({ previous: "2021-08-24", next: "2022-01-13" });
});

test("the first day has nothing before it, the last nothing after it", () => {
  expect(neighbours(days, "2020-12-31")).toEqual({ next: "2021-08-24" });
  expect(neighbours(days, "2022-01-13")).toEqual({ previous: "2021-08-25" });
});

test("a day without a digest has neighbours as well", () => {
  expect(neighbours(days, "2021-12-01")).toEqual({ previous: "2021-08-25", next: "2022-01-13" });
});

test.each([
  ["2021-08-25", "2021-08-25"],
  ["2021-08-26", "2021-08-25"],
  ["2022-01-12", "2022-01-13"],
  ["1999-01-01", "2020-12-31"],
  ["2030-01-01", "2022-01-13"],
])("nearest to %s is %s", (asked, nearest) => {
  expect(nearestDay(days, asked)).toBe(nearest);
});

test("of two days that are as near the older one is taken", () => {
  expect(nearestDay(["2021-08-10", "2021-08-12"], "2021-08-11")).toBe("2021-08-10");
});

test("the turn of a year and summer time do not make a day longer", () => {
  expect(nearestDay(["2021-03-26", "2021-03-29"], "2021-03-28")).toBe("2021-03-29");
  expect(nearestDay(["2020-12-30", "2021-01-02"], "2021-01-01")).toBe("2021-01-02");
});

test.each([
  ["2026-08-24", "2021-08-24"],
  ["2026-08-27", "2021-08-25"],
  ["2026-01-04", "2020-12-31"],
  ["2024-02-29", "2022-01-13"],
])("nearest in the year to %s is %s, round the turn of the year", (asked, nearest) => {
  expect(nearestDayOfYear(days, asked)).toBe(nearest);
});

test("of the same day in several years the newest is taken, of two as near the one before", () => {
  expect(nearestDayOfYear(["2020-08-12", "2021-08-12"], "2026-08-12")).toBe("2021-08-12");
  expect(nearestDayOfYear(["2020-08-11", "2021-08-13"], "2026-08-12")).toBe("2020-08-11");
});

test("without any digest there is no nearest", () => {
  expect(nearestDay([], "2021-08-11")).toBeUndefined();
  expect(nearestDayOfYear([], "2021-08-11")).toBeUndefined();
});
