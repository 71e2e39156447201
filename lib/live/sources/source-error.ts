/** Why a source has no answer: one code of a closed list, the address, and what is known of the cause. */
export type Reason =
  /** No network, or no host of that name. */
  | "offline"
  /** No connection, or an answer that the browser hides (no CORS header): the two look the same. */
  | "unreachable"
  | "timeout"
  /** Too many requests; the service wants us to wait. */
  | "throttled"
  /** Not allowed: no or wrong credentials. */
  | "refused"
  /** The address does not exist (any more). */
  | "missing"
  /** The service itself is broken, or answered with a status we do not know. */
  | "broken"
  /** An answer that is not what its documentation says. */
  | "unreadable"
  | "too-big"
  /** arXiv still serves an earlier day. */
  | "late";

export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly reason: Reason;
  /** The address that was asked; never holds a secret, those travel in headers and bodies. */
  readonly url: string;
  readonly status?: number;
  /** How long the service asks us to wait, in milliseconds, if it said so. */
  readonly retryAfter?: number;

  constructor(
    reason: Reason,
    url: string,
    detail: string,
    more: { status?: number; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.reason = reason;
    this.url = url;
    if (more.status !== undefined) this.status = more.status;
    if (more.retryAfter !== undefined) this.retryAfter = more.retryAfter;
  }
}
