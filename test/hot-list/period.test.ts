import { expect, test } from "vitest";
import { daysIn, type Period, rangeOf, type Span, periodNeighbours } from "../../lib/hot-list/period.ts";

const period = (span: Span, date: string): Period => ({ span, date });

test.each<[Span, string, string, string]>([
  ["day", "2021-08-12", "2021-08-12", "2021-08-12"],
  ["week", "2021-08-12", "2021-08-09", "2021-08-15"],
  ["week", "2021-08-09", "2021-08-09", "2021-08-15"],
  ["week", "2021-08-15", "2021-08-09", "2021-08-15"],
  ["week", "2022-01-01", "2021-12-27", "2022-01-02"],
  ["month", "2021-02-11", "2021-02-01", "2021-02-28"],
  ["month", "2020-02-29", "2020-02-01", "2020-02-29"],
  ["month", "2021-12-31", "2021-12-01", "2021-12-31"],
  ["year", "2021-08-12", "2021-01-01", "2021-12-31"],
])("the %s of %s is from %s to %s", (span, date, from, to) => {
  expect(rangeOf(period(span, date))).toEqual({ from, to });
});

const days = ["2020-08-12", "2020-12-31", "2021-08-11", "2021-08-12", "2021-08-25", "2022-01-13"];

test.each<[Span, string[]]>([
  ["day", ["2021-08-12"]],
  ["week", ["2021-08-11", "2021-08-12"]],
  ["month", ["2021-08-11", "2021-08-12", "2021-08-25"]],
  ["year", ["2021-08-11", "2021-08-12", "2021-08-25"]],
  ["all", days],
  ["onThisDay", ["2020-08-12", "2021-08-12"]],
])("the %s of 12 August 2021 has the digests that are in it", (span, expected) => {
  expect(daysIn(period(span, "2021-08-12"), days)).toEqual(expected);
});

test.each<[Span, object]>([
  ["day", { previous: "2021-08-11", next: "2021-08-25" }],
  ["week", { previous: "2020-12-31", next: "2021-08-25" }],
  ["month", { previous: "2020-12-31", next: "2022-01-13" }],
  ["year", { previous: "2020-12-31", next: "2022-01-13" }],
  ["all", {}],
  ["onThisDay", { previous: "2021-08-11", next: "2021-08-25" }],
])("before and after the %s are those of the nearest digests outside", (span, expected) => {
  expect(periodNeighbours(days, period(span, "2021-08-12"))).toEqual(expected);
});

test("on this day goes round the year", () => {
  expect(periodNeighbours(days, period("onThisDay", "2000-01-13"))).toEqual({
    previous: "2020-12-31",
    next: "2021-08-11",
  });
  expect(periodNeighbours(["2021-08-12"], period("onThisDay", "2021-08-12"))).toEqual({});
});
