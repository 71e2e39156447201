/** How often services may be asked, in one place for all that ask them: the command line, "Today, live" and "Look now". */

export interface Rate {
  /** This many requests may follow each other at once … */
  burst: number;
  /** … after that one in this many ms. */
  gap: number;
}

/** arXiv: one request in three seconds and one connection over all its legacy APIs (https://info.arxiv.org/help/api/tou.html). */
export const ARXIV_RATE: Rate = { burst: 1, gap: 3_000 };

/** Bluesky's search without login: three searches, then one in 40 seconds; more gives 403 for minutes (measured by others, 2026). */
export const BLUESKY_SEARCH_RATE: Rate = { burst: 3, gap: 40_000 };

/**
 * How many requests may be made, with parts of one.
 *
 * @param left how many there were
 * @param elapsed ms since then; a clock that was set back changes nothing
 */
export const refilled = ({ burst, gap }: Rate, left: number, elapsed: number): number =>
  Math.min(burst, left + Math.max(0, elapsed) / gap);

/** Ms until one request may be made. */
export const untilNext = ({ gap }: Rate, left: number): number =>
  Math.max(0, Math.ceil((1 - left) * gap - 1e-6)); // less than that is a rounding error
