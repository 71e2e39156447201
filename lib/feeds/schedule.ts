/** When a feed is asked again. Twice a day; after trouble sooner, then ever later; never all readers at the same minute. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Twice a day. */
const USUAL = 12 * HOUR;
const FIRST_PAUSE = 5 * MINUTE;
/** What a host may ask of us at most: longer than this is a mistake of its own. */
const MOST_PATIENCE = 7 * DAY;
/** Between two runs over a feed whose older files are still to come. */
const NEXT_RUN = 5 * MINUTE;

/** After a run that was stopped with the background: longer than browsers wait before they end one that hangs. */
const GO_ON = 2 * MINUTE;

/** When a feed was asked, and how it went. */
export interface Check {
  /** Of the last request that was answered or failed. */
  last?: number;
  /** Of the last one that went well. */
  good?: number;
  /** When to ask again; absent for "at once". */
  next?: number;
  /** Failures since the last success. */
  failures: number;
}

export const NEVER_CHECKED: Check = { failures: 0 };

/** Around 1, so that a million readers spread over hours. */
const jitter = (random: number, width: number) => 1 - width + 2 * width * random;

/** After the feed was read well: 12 hours, give or take two. `more` says that files of it are still waiting. */
export function afterSuccess(now: number, random: number, more = false): Check {
  const wait = more ? NEXT_RUN * jitter(random, 0.2) : USUAL * jitter(random, 1 / 6);
  return { last: now, good: now, next: Math.round(now + wait), failures: 0 };
}

/** After a failure: 5 minutes, then twice as long each time up to a day, or as long as the host asked for if that is longer. */
export function afterFailure(check: Check, now: number, random: number, retryAfterMs = 0): Check {
  const failures = check.failures + 1;
  const backoff = Math.min(DAY, FIRST_PAUSE * 2 ** Math.min(failures - 1, 12)) * jitter(random, 0.2);
  const asked = Math.min(retryAfterMs, MOST_PATIENCE) * (1 + 0.1 * random);
  return { ...check, last: now, next: Math.round(now + Math.max(backoff, asked)), failures };
}

/**
 * For a run that has not ended but brought something: if the background is stopped now, it goes on soon, and nothing is counted. Not at
 * once, because the next file may be what stops it.
 */
export function afterProgress(check: Check, now: number): Check {
  return { ...check, next: now + GO_ON };
}

/** Without a network nothing was asked and nothing is counted: soon again. */
export function afterOffline(check: Check, now: number): Check {
  return { ...check, next: now + FIRST_PAUSE };
}

/** Whether a feed is to be asked now. A `next` that lies further away than any pause (a clock set back) counts as now. */
export function isDue({ next }: Check, now: number): boolean {
  return next === undefined || next <= now || next > now + MOST_PATIENCE * 1.2;
}

/** When the earliest of some feeds is due, not before `now`; undefined without feeds. */
export function nextDue(checks: readonly Check[], now: number): number | undefined {
  if (checks.length === 0) return undefined;
  return Math.min(...checks.map((check) => (isDue(check, now) ? now : (check.next ?? now))));
}
