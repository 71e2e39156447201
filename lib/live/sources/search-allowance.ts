/**
 * How often Bluesky's search may be asked by somebody who is not signed in: three searches, then one in 40 seconds; more gives 403 for
 * minutes (measured by others, 2026). Pure, and plain JSON, so that a worker that is stopped keeps count.
 */
const BURST = 3;
const GAP = 40_000;
const FIRST_PAUSE = 300_000;
const LONGEST_PAUSE = 3_600_000;

export interface SearchAllowance {
  /** Searches that were left at `at`, with parts of one. */
  left: number;
  /** Milliseconds since 1970. */
  at: number;
  /** Refused, it is left alone until then. */
  closedUntil?: number;
  /** Refusals since the last answer. */
  refusals: number;
}

export const FRESH_ALLOWANCE: SearchAllowance = { left: BURST, at: 0, refusals: 0 };

const amount = ({ left, at }: SearchAllowance, now: number): number =>
  // A clock that was set back gives nothing and takes nothing.
  Math.min(BURST, left + Math.max(0, now - at) / GAP);

/** Whole searches that may be made now. */
export function searchesLeft(allowance: SearchAllowance, now: number): number {
  if (nextSearch(allowance, now) > now) return 0;
  return Math.floor(amount(allowance, now) + 1e-6);
}

/** When a search may be made: now, or the instant from which one may. */
export function nextSearch(allowance: SearchAllowance, now: number): number {
  const { closedUntil = 0 } = allowance;
  const refilled = now + Math.max(0, Math.ceil((1 - amount(allowance, now)) * GAP));
  const closed = closedUntil > now && closedUntil <= now + LONGEST_PAUSE ? closedUntil : now;
  return Math.max(refilled, closed);
}

/** After so many searches that were answered. */
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
