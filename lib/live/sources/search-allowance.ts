/**
 * How many searches of Bluesky are left for a reader, who is not signed in. Pure, and plain JSON, so that a worker that is stopped keeps
 * count.
 */
import { BLUESKY_SEARCH_RATE, refilled, untilNext } from "./rates.ts";

const FIRST_PAUSE = 300_000;
const LONGEST_PAUSE = 3_600_000;

export interface SearchAllowance {
  /** Searches that were left at `at`, with parts of one. */
  left: number;
  /** Milliseconds since 1970. */
  at: number;
  /** After a refusal it is not asked until then. */
  closedUntil?: number;
  /** Refusals since the last answer. */
  refusals: number;
}

export const FRESH_ALLOWANCE: SearchAllowance = { left: BLUESKY_SEARCH_RATE.burst, at: 0, refusals: 0 };

const amount = ({ left, at }: SearchAllowance, now: number): number =>
  refilled(BLUESKY_SEARCH_RATE, left, now - at);

/** Whole searches that may be made now. */
export function searchesLeft(allowance: SearchAllowance, now: number): number {
  if (nextSearch(allowance, now) > now) return 0;
  return Math.floor(amount(allowance, now) + 1e-6);
}

/** When a search may be made: now, or the instant from which one may. */
export function nextSearch(allowance: SearchAllowance, now: number): number {
  const { closedUntil = 0 } = allowance;
  const free = now + untilNext(BLUESKY_SEARCH_RATE, amount(allowance, now));
  const closed = closedUntil > now && closedUntil <= now + LONGEST_PAUSE ? closedUntil : now;
  return Math.max(free, closed);
}

/** After this many searches that were answered. */
export const afterSearches = (
  allowance: SearchAllowance,
  searches: number,
  now: number,
): SearchAllowance => ({
  left: Math.max(0, amount(allowance, now) - searches),
  at: now,
  refusals: 0,
});

/** After a refusal: five minutes of rest, then twice as long each time, an hour at most. */
export const afterRefusal = (
  { refusals }: SearchAllowance,
  now: number,
  retryAfter = 0,
): SearchAllowance => ({
  left: 0,
  at: now,
  refusals: refusals + 1,
  closedUntil: now + Math.min(LONGEST_PAUSE, Math.max(retryAfter, FIRST_PAUSE * 2 ** Math.min(refusals, 10))),
});
