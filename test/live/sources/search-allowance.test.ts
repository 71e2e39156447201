import { expect, test } from "vitest";
import {
  afterRefusal,
  afterSearches,
  FRESH_ALLOWANCE,
  nextSearch,
  searchesLeft,
} from "../../../lib/live/sources/search-allowance.ts";

const NOW = Date.parse("2026-11-20T22:00:00Z");
const MINUTE = 60_000;

test("three searches at once, then one in 40 seconds", () => {
  expect(searchesLeft(FRESH_ALLOWANCE, NOW)).toBe(3);
  const used = afterSearches(FRESH_ALLOWANCE, 3, NOW);
  expect(searchesLeft(used, NOW)).toBe(0);
  expect(nextSearch(used, NOW)).toBe(NOW + 40_000);
  expect(searchesLeft(used, NOW + 39_000)).toBe(0);
  expect(searchesLeft(used, NOW + 40_000)).toBe(1);
  expect(searchesLeft(used, NOW + 120_000)).toBe(3);
  expect(searchesLeft(used, NOW + 900_000)).toBe(3);
});

test("more searches than there were do not make a debt", () => {
  expect(nextSearch(afterSearches(FRESH_ALLOWANCE, 4, NOW), NOW)).toBe(NOW + 40_000);
});

test("refused, it is left alone for five minutes, then ten, up to an hour, until it answers", () => {
  let allowance = afterRefusal(FRESH_ALLOWANCE, NOW);
  expect(nextSearch(allowance, NOW)).toBe(NOW + 5 * MINUTE);
  expect(searchesLeft(allowance, NOW + 4 * MINUTE)).toBe(0);
  expect(searchesLeft(allowance, NOW + 5 * MINUTE)).toBe(3);
  allowance = afterRefusal(allowance, NOW);
  expect(nextSearch(allowance, NOW)).toBe(NOW + 10 * MINUTE);
  for (let turn = 0; turn < 20; turn++) allowance = afterRefusal(allowance, NOW);
  expect(nextSearch(allowance, NOW)).toBe(NOW + 60 * MINUTE);
  const again = afterRefusal(afterSearches(allowance, 1, NOW), NOW);
  expect(nextSearch(again, NOW)).toBe(NOW + 5 * MINUTE);
});

test("the service's own wish counts if it is longer, but no longer than an hour", () => {
  expect(nextSearch(afterRefusal(FRESH_ALLOWANCE, NOW, 20 * MINUTE), NOW)).toBe(NOW + 20 * MINUTE);
  expect(nextSearch(afterRefusal(FRESH_ALLOWANCE, NOW, 600 * MINUTE), NOW)).toBe(NOW + 60 * MINUTE);
});

test("a clock that was set back locks nobody out", () => {
  const closed = afterRefusal(FRESH_ALLOWANCE, NOW);
  expect(nextSearch(closed, NOW - 24 * 60 * MINUTE)).toBeLessThanOrEqual(NOW - 24 * 60 * MINUTE + 40_000);
});
