/** Why an address gave nothing, whatever it was asked for. */
export type HttpTrouble =
  /** 401, 402 or 403. */
  | "refused"
  /** 404 or 410. */
  | "notFound"
  /** 429, or 503: the host wants us to wait. */
  | "throttled"
  /** Any other status that is no success. */
  | "broken"
  | "tooLarge"
  | "timeout"
  /** The connection ended before the answer did. */
  | "cutOff"
  /** No connection, a wrong certificate, or an answer that the browser hides (no CORS header): it does not tell them apart. */
  | "unreachable";

export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly code: HttpTrouble;
  readonly status?: number;
  /** How long the host asks us to wait, in milliseconds, where it said so and the browser lets us read it. */
  readonly retryAfterMs?: number;

  constructor(
    code: HttpTrouble,
    detail: string,
    more: { status?: number; retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.code = code;
    if (more.status !== undefined) this.status = more.status;
    if (more.retryAfterMs !== undefined) this.retryAfterMs = more.retryAfterMs;
  }
}
