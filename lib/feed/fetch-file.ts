/**
 * One GET of a feed's file. The same for every reader: no cookies, no referrer, no header of our own (a hand-set
 * If-None-Match would force a preflight that static hosts refuse); asking again costs little thanks to the HTTP cache.
 */
import { MAX_FILE_BYTES } from "../digest/limits.ts";
import { allowedUrl, isLoopback } from "./address.ts";
import { FeedError } from "./feed-error.ts";
import type { FeedErrorCode } from "./feed-error.ts";
import type { FeedOutside } from "./outside.ts";
import { retryAfterMs } from "./retry-after.ts";

/** For a whole file; a worker lives for minutes only. */
const TIME_LIMIT = 60_000;
/** Without a single byte. */
const SILENCE_LIMIT = 20_000;

/** For asking whether there is anybody. */
const PROBE_LIMIT = 5_000;

export interface FetchOptions {
  /** Asks the host whether its copy is newer than the one in the HTTP cache. Else a kept copy may be taken as it is. */
  fresh?: boolean;
  /** Of the file, unpacked; 20 MB unless told otherwise. */
  mostBytes?: number;
  timeLimit?: number;
  silenceLimit?: number;
}

export interface FetchedFile {
  /** After redirects: what relative addresses in the file refer to. */
  url: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Media type in lower case without parameters, empty where the host gave none. */
  type: string;
}

const CODES: Record<number, FeedErrorCode> = {
  401: "refused",
  403: "refused",
  404: "notFound",
  410: "notFound",
  429: "throttled",
  503: "throttled",
};

async function readAll(response: Response, url: string, most: number, heard: () => void) {
  const tooBig = () => new FeedError("tooLarge", url, `more than ${most} bytes`);
  if (Number(response.headers.get("content-length")) > most) {
    await response.body?.cancel();
    throw tooBig();
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    heard();
    size += part.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      throw tooBig();
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/**
 * Reads one file.
 *
 * @throws FeedError with the code of what went wrong; the reason of `outside.signal` when that is aborted
 */
export async function fetchFile(
  outside: FeedOutside,
  address: string,
  options: FetchOptions = {},
): Promise<FetchedFile> {
  const { mostBytes = MAX_FILE_BYTES, timeLimit = TIME_LIMIT, silenceLimit = SILENCE_LIMIT } = options;
  const url = allowedUrl(address);
  if (!outside.online() && !isLoopback(url)) throw new FeedError("offline", url.href, "no network");

  const late = new AbortController();
  const stop = () => late.abort();
  const whole = setTimeout(stop, timeLimit);
  let silence = setTimeout(stop, silenceLimit);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(stop, silenceLimit);
  };
  let answered = false;
  try {
    const response = await outside.fetch(url.href, {
      method: "GET",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "follow", // to http it is stopped by the content security policy, and below where there is none
      cache: options.fresh ? "no-cache" : "default",
      signal: outside.signal ? AbortSignal.any([late.signal, outside.signal]) : late.signal,
    });
    answered = true;
    heard();
    const final = response.url === "" ? url.href : response.url;
    try {
      allowedUrl(final, url.href);
    } catch (error) {
      await response.body?.cancel();
      throw error;
    }
    if (!response.ok) {
      await response.body?.cancel();
      const wait = retryAfterMs(response.headers, outside.now());
      throw new FeedError(CODES[response.status] ?? "broken", url.href, `answered ${response.status}`, {
        status: response.status,
        ...(wait !== undefined && { retryAfterMs: wait }),
      });
    }
    const bytes = await readAll(response, url.href, mostBytes, heard);
    const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    return { url: final, bytes, type };
  } catch (error) {
    outside.signal?.throwIfAborted();
    if (error instanceof FeedError) throw error;
    if (late.signal.aborted) throw new FeedError("timeout", url.href, "took too long", { error });
    if (answered) throw new FeedError("cutOff", url.href, "ended too early", { error });
    const offline = !outside.online() && !isLoopback(url);
    const code = offline ? "offline" : (await answersAnybody(outside, url)) ? "noAccess" : "unreachable";
    outside.signal?.throwIfAborted();
    throw new FeedError(code, url.href, "no answer", { error });
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
  }
}

/**
 * Whether a host that we could not read answers at all. A browser hides an answer without a CORS header as if there was none;
 * asked without wanting to read it, it says that there is one.
 */
async function answersAnybody(outside: FeedOutside, url: URL): Promise<boolean> {
  try {
    const response = await outside.fetch(url.href, {
      method: "HEAD",
      mode: "no-cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.any([
        AbortSignal.timeout(PROBE_LIMIT),
        ...(outside.signal ? [outside.signal] : []),
      ]),
    });
    return response.type === "opaque";
  } catch {
    return false;
  }
}

/** The file as text: UTF-8, without a byte order mark. */
export function textOf({ bytes }: FetchedFile): string {
  return new TextDecoder().decode(bytes);
}
