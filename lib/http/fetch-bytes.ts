/** One request, answered whole or not at all, within limits of time and size. What feeds and live sources have in common. */
import { HttpError } from "./http-error.ts";
import type { HttpTrouble } from "./http-error.ts";
import { readBody } from "./read-body.ts";
import { retryAfterMs } from "./retry-after.ts";

/** What it needs of the world. */
export interface HttpOutside {
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  now: () => number;
  signal?: AbortSignal;
}

export interface HttpLimits {
  /** For the whole answer, in ms. */
  timeLimit: number;
  /** Without a single byte, in ms. */
  silenceLimit?: number;
  /** Unpacked. */
  mostBytes?: number;
}

const CODES: Record<number, HttpTrouble> = {
  401: "refused",
  402: "refused",
  403: "refused",
  404: "notFound",
  410: "notFound",
  429: "throttled",
  503: "throttled",
};

/**
 * Sends one request without cookies and without a referrer, and reads its answer.
 *
 * @param accept looks at the answer before its body is read, and may throw
 * @throws HttpError; what `accept` throws; the reason of `outside.signal` when that is aborted
 */
export async function fetchBytes(
  outside: HttpOutside,
  url: string,
  init: RequestInit,
  { timeLimit, silenceLimit = timeLimit, mostBytes }: HttpLimits,
  accept: (response: Response) => void = () => undefined,
): Promise<{ response: Response; bytes: Uint8Array<ArrayBuffer> }> {
  const late = new AbortController();
  const stop = () => late.abort();
  const whole = setTimeout(stop, timeLimit);
  let silence = setTimeout(stop, silenceLimit);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(stop, silenceLimit);
  };
  let answered: Response | undefined;
  let refused: { error: unknown } | undefined;
  try {
    const response = await outside.fetch(url, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      ...init,
      signal: outside.signal ? AbortSignal.any([late.signal, outside.signal]) : late.signal,
    });
    answered = response;
    heard();
    try {
      accept(response);
      if (!response.ok) throw statusError(response, outside.now());
    } catch (error) {
      refused = { error };
      await response.body?.cancel();
      throw error;
    }
    return { response, bytes: await readBody(response, mostBytes, heard) };
  } catch (error) {
    outside.signal?.throwIfAborted();
    if (refused) throw refused.error;
    if (error instanceof HttpError) throw error;
    if (late.signal.aborted) {
      throw new HttpError("timeout", `no answer within ${timeLimit / 1000} seconds`, { cause: error });
    }
    if (answered) throw new HttpError("cutOff", "ended too early", { cause: error });
    throw new HttpError("unreachable", "no connection", { cause: error });
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
  }
}

const statusError = ({ status, headers }: Response, now: number) =>
  new HttpError(CODES[status] ?? "broken", `answered ${status}`, {
    status,
    retryAfterMs: retryAfterMs(headers, now),
  });
