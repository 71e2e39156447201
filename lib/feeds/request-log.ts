/** A line for every request that leaves the browser for a feed, so that the reader can see what does. */
import type { FeedErrorCode } from "./feed-error.ts";

export interface LogLine {
  /** Milliseconds since 1970. */
  at: number;
  host: string;
  /** Id of the feed. */
  feed: string;
  outcome: "new" | "unchanged" | FeedErrorCode;
  /** Of the answer, unpacked; 0 if there was none. */
  bytes: number;
}

/** Two weeks of a dozen feeds, and one whole import of the archive. */
export const MOST_LINES = 200;

/** The log with these lines at its end, the oldest dropped. */
export function withLines(log: readonly LogLine[], lines: readonly LogLine[]): LogLine[] {
  return [...log, ...lines].slice(-MOST_LINES);
}
