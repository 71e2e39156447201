import { expect, test } from "vitest";
import {
  afterFailure,
  afterOffline,
  afterSuccess,
  isDue,
  NEVER_CHECKED,
  nextDue,
} from "../../lib/feeds/schedule.ts";
import type { Check } from "../../lib/feeds/schedule.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 20, 12);
const waits = (make: (random: number) => Check) =>
  [0, 0.5, 0.999].map((random) => (make(random).next ?? 0) - NOW);

test("a feed is asked twice a day, give or take two hours, so that a million readers spread", () => {
  const [least = 0, usual = 0, most = 0] = waits((random) => afterSuccess(NOW, random));
  expect([least, usual]).toEqual([10 * HOUR, 12 * HOUR]);
  expect(most).toBeGreaterThan(13.9 * HOUR);
});

test("while older files are to come it goes on after minutes", () => {
  expect(afterSuccess(NOW, 0.5, true).next).toBe(NOW + HOUR / 12);
});

test("after trouble it waits 5 minutes, then twice as long each time, up to a day", () => {
  let check: Check = NEVER_CHECKED;
  const minutes = Array.from({ length: 12 }, () => {
    check = afterFailure(check, NOW, 0.5);
    return ((check.next ?? 0) - NOW) / 60_000;
  });
  expect(minutes).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440]);
  expect(waits((random) => afterFailure(NEVER_CHECKED, NOW, random))[0]).toBe(4 * 60_000);
});

test("a host that asks for longer gets it, up to a week; one that asks for less gets our pause", () => {
  const wait = (asked: number) => (afterFailure(NEVER_CHECKED, NOW, 0.5, asked).next ?? 0) - NOW;
  expect(wait(2 * HOUR)).toBeGreaterThanOrEqual(2 * HOUR);
  expect(wait(1000)).toBe(5 * 60_000);
  expect(wait(400 * 24 * HOUR)).toBeLessThan(8 * 24 * HOUR);
});

test("a success forgets the failures, and failures keep the time of the last success", () => {
  const failed = afterFailure(afterSuccess(NOW, 0.5), NOW + HOUR, 0.5);
  expect(failed).toMatchObject({ good: NOW, last: NOW + HOUR, failures: 1 });
  expect(afterSuccess(NOW + 2 * HOUR, 0.5)).toMatchObject({ good: NOW + 2 * HOUR, failures: 0 });
});

test("being offline is not a failure", () => {
  const check = afterSuccess(NOW, 0.5);
  expect(afterOffline(check, NOW + 13 * HOUR)).toMatchObject({ good: NOW, last: NOW, failures: 0 });
});

test("a feed never checked is due, and one with its next check too far off: a clock was set back", () => {
  expect(isDue(NEVER_CHECKED, NOW)).toBe(true);
  expect(isDue(afterSuccess(NOW, 0.5), NOW + 11 * HOUR)).toBe(false);
  expect(isDue(afterSuccess(NOW, 0.5), NOW + 12 * HOUR)).toBe(true);
  expect(isDue(afterSuccess(NOW, 0.5), NOW - 30 * 24 * HOUR)).toBe(true);
});

test("the alarm is set for the earliest feed", () => {
  expect(nextDue([], NOW)).toBeUndefined();
  expect(nextDue([afterSuccess(NOW, 0.9), afterFailure(NEVER_CHECKED, NOW, 0.5)], NOW)).toBe(NOW + 300_000);
  expect(nextDue([afterSuccess(NOW, 0.9), NEVER_CHECKED], NOW)).toBe(NOW);
});
