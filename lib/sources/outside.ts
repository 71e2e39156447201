/** What a source needs of the world, passed in: the same code then runs in Node, in the worker and in tests. */
export interface Outside {
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Ends after so many milliseconds, or at once with the signal's reason when that is aborted. */
  wait: (milliseconds: number) => Promise<void>;
  signal?: AbortSignal;
}

/**
 * Set on an answer that was kept from an earlier run: when it was really given (milliseconds since 1970). Counts carry
 * that time and not the time of reading it again.
 */
export const ASKED_AT = "hot-papers-asked-at";
