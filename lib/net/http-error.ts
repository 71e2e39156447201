/**
 * Why an address gave nothing: the one list of causes, for feeds, live sources and the command line.
 * Words for people are made of the code, never of what `fetch` says ("fetch failed", "NetworkError when attempting to fetch resource").
 */
export type HttpTrouble =
  /** There is no network, or no host of that name: a lookup fails alike in both cases. Only Node tells; in a browser see `onLine`. */
  | "offline"
  /** 401, 402 or 403. */
  | "refused"
  /** 404 or 410. */
  | "notFound"
  /** 429 or 503, or 406, with which arXiv refuses too many requests: the host wants us to wait. */
  | "throttled"
  /** Any other status that is not a success. */
  | "broken"
  | "tooLarge"
  | "timeout"
  /** The connection ended before the answer did. */
  | "cutOff"
  /** No connection, a wrong certificate, or an answer that a browser hides (no CORS header): it does not tell them apart. */
  | "unreachable";

const OF_STATUS: Record<number, HttpTrouble> = {
  401: "refused",
  402: "refused",
  403: "refused",
  404: "notFound",
  406: "throttled",
  410: "notFound",
  429: "throttled",
  503: "throttled",
};

/** What an unsuccessful status means. */
export const troubleOfStatus = (status: number): HttpTrouble => OF_STATUS[status] ?? "broken";

export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly code: HttpTrouble;
  readonly status?: number;
  /** How long the host asks us to wait, in milliseconds, if it said so and the browser lets us read it. */
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
