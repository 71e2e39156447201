/**
 * One GET of a feed's file. The same for every reader: no cookies, no referrer, no header of our own (a hand-set
 * If-None-Match would force a preflight that static hosts refuse); asking again costs little thanks to the HTTP cache.
 */
import { MAX_FILE_BYTES } from "../digest/limits.ts";
import { fetchBytes } from "../http/fetch-bytes.ts";
import { HttpError } from "../http/http-error.ts";
import { allowedUrl, isLoopback } from "./address.ts";
import { FeedError } from "./feed-error.ts";
import type { FeedErrorCode } from "./feed-error.ts";
import type { FeedOutside } from "./outside.ts";

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

  let final = url.href;
  try {
    const { response, bytes } = await fetchBytes(
      outside,
      url.href,
      {
        method: "GET",
        redirect: "follow", // to http it is stopped by the content security policy, and below where there is none
        cache: options.fresh ? "no-cache" : "default",
      },
      { timeLimit, silenceLimit, mostBytes },
      (answer) => {
        if (answer.url !== "") final = answer.url;
        allowedUrl(final, url.href);
      },
    );
    const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    return { url: final, bytes, type };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const { status, retryAfterMs } = error;
    const code = error.code === "unreachable" ? await whyUnreachable(outside, url) : error.code;
    outside.signal?.throwIfAborted();
    throw new FeedError(code, url.href, error.message, {
      error,
      ...(status !== undefined && { status }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }
}

async function whyUnreachable(outside: FeedOutside, url: URL): Promise<FeedErrorCode> {
  if (!outside.online() && !isLoopback(url)) return "offline";
  return (await answersAnybody(outside, url)) ? "noAccess" : "unreachable";
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
