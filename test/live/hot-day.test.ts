import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { weekdayOf } from "../../lib/digest/calendar-date.ts";
import { HOLIDAYS } from "../../lib/live/calendar/holidays.ts";
import {
  announcesOn,
  hotDates,
  hotDay,
  hotDayOf,
  submittedFor,
  TALK_HOURS,
} from "../../lib/live/calendar/hot-day.ts";
import { addDays, isDay } from "../../lib/digest/dates.ts";
import { instantInNewYork, newYorkTime } from "../../lib/live/calendar/new-york.ts";
import { sharedPath, testWithShared } from "../setup/shared.ts";

const HOUR = 3_600_000;
const at = (time: string) => Date.parse(time);

describe("the clock in New York", () => {
  test.each([
    ["2026-11-20T22:00:00Z", "2026-11-20T17:00:00"],
    ["2026-07-01T00:00:00Z", "2026-06-30T20:00:00"],
    // Clocks go forward at 07:00 UTC on 8 March 2026 and back at 06:00 UTC on 1 November.
    ["2026-03-08T06:59:59Z", "2026-03-08T01:59:59"],
    ["2026-03-08T07:00:00Z", "2026-03-08T03:00:00"],
    ["2026-11-01T05:59:59Z", "2026-11-01T01:59:59"],
    ["2026-11-01T06:00:00Z", "2026-11-01T01:00:00"],
    ["2026-01-01T05:00:00Z", "2026-01-01T00:00:00"],
  ])("%s is %s there", (utc, local) => {
    expect(newYorkTime(at(utc))).toBe(local);
  });

  test("20:00 is found again on every day of three years, over all changes of the clocks", () => {
    for (let date = "2025-01-01"; date < "2028-01-01"; date = addDays(date, 1)) {
      expect(newYorkTime(instantInNewYork(date, 20))).toBe(`${date}T20:00:00`);
    }
  });
});

describe("hotDay", () => {
  test.each([
    // Announced on Thursday evening, listed as Friday's, until Sunday evening.
    ["Friday afternoon", "2026-11-20T22:00:00Z", "2026-11-20"],
    ["Saturday", "2026-11-21T12:00:00Z", "2026-11-20"],
    ["the last second before Sunday's announcement", "2026-11-23T00:59:59Z", "2026-11-20"],
    ["the second of Sunday's announcement", "2026-11-23T01:00:00Z", "2026-11-23"],
    ["Monday evening, after 20:00", "2026-11-24T01:30:00Z", "2026-11-24"],
    // Thanksgiving: no announcement on Thursday evening, so Wednesday's papers stay until Sunday.
    ["Thanksgiving evening", "2026-11-27T02:00:00Z", "2026-11-26"],
    ["the Friday after", "2026-11-27T22:00:00Z", "2026-11-26"],
    ["the Sunday after", "2026-11-30T01:00:00Z", "2026-11-30"],
    // Martin Luther King Day is a Monday: Monday's announcement falls out.
    ["a Monday holiday's evening", "2026-01-20T03:00:00Z", "2026-01-19"],
    ["the evening after it", "2026-01-21T01:00:00Z", "2026-01-21"],
    // Two evenings off between Christmas and New Year, which cross the years.
    ["New Year's Eve", "2027-01-01T03:00:00Z", "2026-12-31"],
    ["the first evening of 2027 that announces", "2027-01-04T01:00:00Z", "2027-01-04"],
    // The evening when the clocks have just changed: 20:00 is 00:00 UTC in summer, 01:00 in winter.
    ["the Sunday of summer time, 19:59", "2026-03-08T23:59:59Z", "2026-03-06"],
    ["the Sunday of summer time, 20:00", "2026-03-09T00:00:00Z", "2026-03-09"],
    ["the Sunday of winter time, 19:59", "2026-11-02T00:59:59Z", "2026-10-30"],
    ["the Sunday of winter time, 20:00", "2026-11-02T01:00:00Z", "2026-11-02"],
  ])("%s belongs to the list of %s", (_, now, date) => {
    expect(hotDay(at(now)).date).toBe(date);
  });

  test("talk counts over the 72 hours before now, whatever the clocks do", () => {
    const now = at("2026-11-02T18:00:00Z");
    const day = hotDay(now);
    expect([day.until, day.until - day.from]).toEqual([now, TALK_HOURS * HOUR]);
  });

  test("a day that is over ends when the next papers are announced", () => {
    const day = hotDayOf("2026-11-20", at("2026-12-24T00:00:00Z"))!;
    expect(new Date(day.announced).toISOString()).toBe("2026-11-20T01:00:00.000Z");
    expect(new Date(day.closes).toISOString()).toBe("2026-11-23T01:00:00.000Z");
    expect(day.until).toBe(day.closes);
    expect(day.closes - day.from).toBe(72 * HOUR);
  });

  test("is the same day between two announcements, and moves on at each, for two years", () => {
    let last = hotDay(at("2025-06-01T00:00:00Z"));
    for (let now = at("2025-06-01T00:00:00Z"); now < at("2027-06-01T00:00:00Z"); now += HOUR) {
      const day = hotDay(now);
      expect(day.announced <= now && now < day.closes).toBe(true);
      expect(day.date === last.date || day.announced === last.closes).toBe(true);
      last = day;
    }
  });
});

describe("hotDayOf", () => {
  test.each([
    ["2026-11-21", "a Saturday"],
    ["2026-11-22", "a Sunday"],
    ["2026-11-27", "the day after Thanksgiving"],
    ["2026-01-20", "the day after a Monday holiday"],
  ])("%s has no list: it is %s", (date) => {
    expect(hotDayOf(date, at("2027-01-01T00:00:00Z"))).toBeUndefined();
  });

  test("gives the same day as hotDay while it lasts", () => {
    const now = at("2026-11-20T22:00:00Z");
    expect(hotDayOf("2026-11-20", now)).toEqual(hotDay(now));
  });

  test("hotDates leaves out what has no list", () => {
    expect(hotDates("2026-11-25", "2026-12-01")).toEqual([
      "2026-11-25",
      "2026-11-26",
      "2026-11-30",
      "2026-12-01",
    ]);
  });
});

test("every holiday is a real date of its year, in order", () => {
  for (const [year, dates] of Object.entries(HOLIDAYS)) {
    expect(dates.every((date) => isDay(date) && date.startsWith(year))).toBe(true);
    expect(dates).toEqual(dates.toSorted());
  }
});

test("nothing is announced on Fridays and Saturdays", () => {
  expect(announcesOn("2026-11-20")).toBe(false);
  expect(announcesOn("2026-11-21")).toBe(false);
  expect(announcesOn("2026-11-22")).toBe(true);
});

test.each([
  ["Monday's list: Thursday to Friday, 14:00", "2026-11-23", "2026-11-19T14:00:00", "2026-11-20T14:00:00"],
  ["Tuesday's list: over the weekend", "2026-11-24", "2026-11-20T14:00:00", "2026-11-23T14:00:00"],
  ["Friday's list: Wednesday to Thursday", "2026-11-20", "2026-11-18T14:00:00", "2026-11-19T14:00:00"],
])("%s", (_, date, from, until) => {
  const submitted = submittedFor(date);
  expect([newYorkTime(submitted.from), newYorkTime(submitted.until)]).toEqual([from, until]);
});

testWithShared(
  "digests",
  "the archive's digests are all of days that have a list by the weekly rhythm",
  () => {
    const dates = readdirSync(sharedPath("digests")).map((name) => name.slice(0, 10));
    expect(dates.length).toBe(294);
    expect(dates.filter((date) => weekdayOf(date) === 0 || weekdayOf(date) === 6)).toEqual([]);
  },
);
