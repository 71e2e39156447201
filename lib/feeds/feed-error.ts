/** Why a feed, or one file of it, could not be had: one code of a closed list, the address, and what is known of the cause. */
import type { ProblemCode } from "../digest/problem.ts";

export const FEED_ERROR_CODES = [
  /** This machine has no network. Not a state of the feed: nothing is counted against it. */
  "offline",
  /** No connection, or a certificate that is wrong: a browser does not tell them apart. */
  "unreachable",
  /** The host answers, but lets only pages of its own read it (no CORS header): a permission for it would be enough. */
  "noAccess",
  /** The connection ended before the file did. */
  "cutOff",
  "timeout",
  /** 404 or 410. */
  "notFound",
  /** 401 or 403. */
  "refused",
  /** 429, 503 or 406: the host wants us to wait. */
  "throttled",
  /** Any other status that is not a success. */
  "broken",
  /** More bytes than a file, or all files of a feed, may have. */
  "tooLarge",
  /** The address, or one it redirects to, is not encrypted. */
  "insecure",
  /** The feed leads to this machine or to the network around it, which it is not part of. */
  "local",
  /** The text is not an address at all. */
  "noAddress",
  /** What is served is not a feed that we know. */
  "noFeed",
  /** Ends in the middle, or is not what it says it is. */
  "unreadable",
  /** A form that only a newer version of the extension can read. */
  "newerVersion",
  /** The bytes are not those that the feed promised (sha256). */
  "checksum",
] as const;

export type FeedErrorCode = (typeof FEED_ERROR_CODES)[number];

/** Why a file was set aside: what fetching, or reading, found; or it is of another day than the feed says. */
export type AsideCode = FeedErrorCode | ProblemCode | "wrongDate";

export class FeedError extends Error {
  override readonly name = "FeedError";
  readonly code: FeedErrorCode;
  readonly url: string;
  /** HTTP status, if there was an answer. */
  readonly status?: number;
  /** How long the host asks us to wait, in milliseconds, if it said so and the browser lets us read it. */
  readonly retryAfterMs?: number;

  /** @param cause what happened, in plain English, for the log of a developer */
  constructor(
    code: FeedErrorCode,
    url: string,
    cause: string,
    more: { status?: number; retryAfterMs?: number; error?: unknown } = {},
  ) {
    super(cause, { cause: more.error });
    this.code = code;
    this.url = url;
    if (more.status !== undefined) this.status = more.status;
    if (more.retryAfterMs !== undefined) this.retryAfterMs = more.retryAfterMs;
  }
}

/** Whether the same request to the same host would fail now as well, so that the rest of the feed is left for later. */
export function concernsHost({ code }: FeedError): boolean {
  return [
    "offline",
    "unreachable",
    "noAccess",
    "timeout",
    "cutOff",
    "refused",
    "throttled",
    "broken",
  ].includes(code);
}
