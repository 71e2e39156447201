/**
 * One GET of a feed's file. The same for every reader: no cookies, no referrer, no header of our own (a hand-set
 * If-None-Match would force a preflight that static hosts refuse); asking again costs little thanks to the HTTP cache.
 */
import { fetchBytes } from "../net/fetch-bytes.ts";
import { HttpError } from "../net/http-error.ts";
import { allowedUrl, isLoopback } from "./address.ts";
import { decode } from "./read/decode.ts";
import { FeedError } from "./feed-error.ts";
import type { FeedErrorCode } from "./feed-error.ts";
import type { Outside } from "../net/outside.ts";

/** Of a file, unpacked. The archive's 294 days have 12 MB as RSS. */
const MOST_BYTES = 14_000_000;
/** For a whole file; a worker lives for minutes only. */
const TIME_LIMIT = 60_000;
/** Without a single byte. */
const SILENCE_LIMIT = 20_000;

/** For asking whether the host is there. */
const PROBE_LIMIT = 5_000;

export interface FetchOptions {
  /** Address of the feed whose file this is, or of the page that led to it: see `allowedUrl`. */
  from?: string;
  /** Asks the host whether its copy is newer than the one in the HTTP cache. If not, a kept copy may be taken as it is. */
  fresh?: boolean;
  /** Of the file, unpacked; by default 14 MB. */
  mostBytes?: number;
  timeLimit?: number;
  silenceLimit?: number;
}

export interface FetchedFile {
  /** After redirects: what relative addresses in the file refer to. */
  url: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Media type in lower case without parameters, empty if the host gave none. */
  type: string;
  /** The encoding that the host names, in lower case. */
  charset?: string;
}

/**
 * Reads one file.
 *
 * @throws FeedError with the code of what went wrong; the reason of `outside.signal` when that is aborted
 */
export async function fetchFile(
  outside: Outside,
  address: string,
  options: FetchOptions = {},
): Promise<FetchedFile> {
  const { mostBytes = MOST_BYTES, timeLimit = TIME_LIMIT, silenceLimit = SILENCE_LIMIT } = options;
  const url = allowedUrl(address, options.from);
  if (url.protocol !== "https:" && !outside.httpHere)
    throw new FeedError("insecure", url.href, "is not encrypted");
  if (!outside.online() && !isLoopback(url)) throw new FeedError("offline", url.href, "no network");

  let final = url.href;
  try {
    const { response, bytes } = await fetchBytes(
      outside,
      url.href,
      {
        method: "GET",
        redirect: "follow", // to http it is stopped by the content security policy, and below if there is none
        cache: options.fresh ? "no-cache" : "default",
      },
      { timeLimit, silenceLimit, mostBytes },
      (answer) => {
        if (answer.url !== "") final = answer.url;
        allowedUrl(final, url.href);
      },
    );
    const [type = "", ...parameters] = (response.headers.get("content-type") ?? "")
      .toLowerCase()
      .split(";")
      .map((part) => part.trim());
    const charset = parameters.find((each) => each.startsWith("charset="))?.slice("charset=".length);
    return { url: final, bytes, type, ...(charset && { charset: charset.replaceAll('"', "") }) };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const { status, retryAfterMs } = error;
    const { code: trouble } = error;
    // A name that cannot be looked up may be the feed's fault too, and counts against it unless there is no network for certain.
    const unreached = trouble === "unreachable" || trouble === "offline";
    const code = unreached ? await whyUnreachable(outside, url) : trouble;
    outside.signal?.throwIfAborted();
    throw new FeedError(code, url.href, error.message, {
      error,
      ...(status !== undefined && { status }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }
}

async function whyUnreachable(outside: Outside, url: URL): Promise<FeedErrorCode> {
  if (!outside.online() && !isLoopback(url)) return "offline";
  return (await answersAtAll(outside, url)) ? "noAccess" : "unreachable";
}

/**
 * Whether a host that we could not read answers at all. A browser hides an answer without a CORS header as if there were none; if we ask
 * without reading the answer, it says that there is one.
 */
async function answersAtAll(outside: Outside, url: URL): Promise<boolean> {
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

/** The file as text, without a byte order mark. */
export function textOf({ bytes, charset }: Pick<FetchedFile, "bytes" | "charset">): string {
  return decode(bytes, charset);
}
