/** One request, answered whole or not at all, within limits of time and size. What feeds and live sources have in common. */
import { HttpError, troubleOfStatus } from "./http-error.ts";
import { readBody } from "./read-body.ts";
import type { Outside } from "./outside.ts";
import { retryAfterMs } from "./retry-after.ts";

export interface HttpLimits {
  /** For the whole answer, in ms. */
  timeLimit: number;
  /** Without a single byte, in ms. */
  silenceLimit?: number;
  /** Unpacked. */
  mostBytes?: number;
}

/**
 * Sends one request without cookies and without a referrer, and reads its answer. Waiting for its turn does not count as waiting for the
 * answer.
 *
 * @param accept looks at the answer before its body is read, and may throw
 * @throws HttpError; what `accept` throws; the reason of `outside.signal` when that is aborted
 */
export async function fetchBytes(
  outside: Pick<Outside, "fetch" | "now" | "signal" | "turn" | "onEnd" | "connectionError">,
  url: string,
  init: RequestInit,
  { timeLimit, silenceLimit = timeLimit, mostBytes }: HttpLimits,
  accept: (response: Response) => void = () => undefined,
): Promise<{ response: Response; bytes: Uint8Array<ArrayBuffer> }> {
  const endTurn = await outside.turn?.(url);
  const late = new AbortController();
  const stop = () => late.abort();
  const whole = setTimeout(stop, timeLimit);
  let silence = setTimeout(stop, silenceLimit);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(stop, silenceLimit);
  };
  const at = outside.now();
  let answered: Response | undefined;
  let refused: { error: unknown } | undefined;
  const troubleOf = (error: unknown) => {
    if (refused) return refused.error;
    if (error instanceof HttpError) return error;
    if (late.signal.aborted)
      return new HttpError("timeout", `no answer within ${timeLimit / 1000} seconds`, { cause: error });
    if (answered) return new HttpError("cutOff", "ended too early", { cause: error });
    return (
      outside.connectionError?.(error) ?? new HttpError("unreachable", "no connection", { cause: error })
    );
  };
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
    const bytes = await readBody(response, mostBytes, heard);
    outside.onEnd?.({ url, at, bytes: bytes.byteLength });
    return { response, bytes };
  } catch (error) {
    const trouble = troubleOf(error);
    outside.onEnd?.({
      url,
      at,
      trouble: trouble instanceof HttpError ? trouble.code : "unreachable",
      bytes: 0,
    });
    outside.signal?.throwIfAborted();
    throw trouble;
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
    endTurn?.();
  }
}

const statusError = ({ status, headers }: Response, now: number) =>
  new HttpError(troubleOfStatus(status), `answered ${status}`, {
    status,
    retryAfterMs: retryAfterMs(headers, now),
  });
