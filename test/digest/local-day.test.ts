import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeAfter, changeBefore, readersDay } from "../../lib/digest/local-day.ts";

const at = (time: string) => Date.parse(time);
const iso = (instant: number) => new Date(instant).toISOString();

afterEach(() => void vi.unstubAllEnvs());

test("without an hour the day is that of UTC, wherever the reader is", () => {
  vi.stubEnv("TZ", "Asia/Tokyo");
  expect(readersDay(at("2026-11-20T23:59:59Z"), undefined)).toBe("2026-11-20");
  expect(readersDay(at("2026-11-21T00:00:00Z"), undefined)).toBe("2026-11-21");
});

describe("in Tokyo, with a day that changes at 8 in the morning", () => {
  beforeEach(() => void vi.stubEnv("TZ", "Asia/Tokyo"));

  test.each([
    ["2026-11-20T22:59:59Z", "2026-11-20"], // 07:59 on the 21st
    ["2026-11-20T23:00:00Z", "2026-11-21"],
    ["2026-11-21T15:00:00Z", "2026-11-21"], // midnight
    ["2026-12-31T22:00:00Z", "2026-12-31"],
    ["2026-12-31T23:30:00Z", "2027-01-01"],
  ])("%s is on %s", (time, day) => {
    expect(readersDay(at(time), 8)).toBe(day);
  });

  test("the change before and the one after are the nearest, also at the hour itself", () => {
    expect(iso(changeBefore(at("2026-11-20T22:59:59Z"), 8))).toBe("2026-11-19T23:00:00.000Z");
    expect(iso(changeAfter(at("2026-11-20T22:59:59Z"), 8))).toBe("2026-11-20T23:00:00.000Z");
    expect(iso(changeBefore(at("2026-11-20T23:00:00Z"), 8))).toBe("2026-11-20T23:00:00.000Z");
    expect(iso(changeAfter(at("2026-11-20T23:00:00Z"), 8))).toBe("2026-11-21T23:00:00.000Z");
  });
});

test("a skipped hour changes the day with the hour after it; a repeated hour changes it once", () => {
  vi.stubEnv("TZ", "Europe/Berlin"); // 2 o'clock is skipped on 29 March 2026 and comes twice on 25 October
  expect(iso(changeAfter(at("2026-03-28T22:00:00Z"), 2))).toBe("2026-03-29T01:00:00.000Z");
  expect(readersDay(at("2026-03-29T00:59:00Z"), 2)).toBe("2026-03-28");
  expect(readersDay(at("2026-03-29T01:00:00Z"), 2)).toBe("2026-03-29");
  const first = changeAfter(at("2026-10-24T22:00:00Z"), 2);
  expect(iso(first)).toBe("2026-10-25T00:00:00.000Z");
  expect(iso(changeAfter(first, 2))).toBe("2026-10-26T01:00:00.000Z");
});

test.each([
  ["Asia/Tokyo", "2026-11-27T14:59:59Z", "2026-11-27"],
  ["Asia/Tokyo", "2026-11-27T23:30:00Z", "2026-11-28"], // half past eight in the morning
  ["America/Los_Angeles", "2026-11-28T03:00:00Z", "2026-11-27"],
  ["America/Los_Angeles", "2026-07-04T07:00:00Z", "2026-07-04"],
  ["Asia/Kathmandu", "2026-12-31T18:15:00Z", "2027-01-01"],
  ["UTC", "2026-11-28T00:00:00Z", "2026-11-28"],
])(
  "a day that begins at midnight in %s is at %s the day %s, as the calendar on the wall says",
  (zone, time, day) => {
    vi.stubEnv("TZ", zone);
    expect(readersDay(at(time), 0)).toBe(day);
  },
);
