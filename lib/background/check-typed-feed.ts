/** What the reader is told of an address that may become a feed. */
import { checkAddress } from "../feeds/check-address.ts";
import type { CheckedAddress } from "../feeds/describe-feed.ts";
import type { Log } from "../feeds/feed-checks.ts";
import { FeedError } from "../feeds/feed-error.ts";
import { errorText, kindText } from "../feeds/feed-text.ts";
import type { FetchOptions } from "../feeds/fetch-file.ts";
import type { Outside } from "../net/outside.ts";
import type { FeedCheck } from "../messages/messages.ts";
import { readFeedSettings } from "../settings/feeds.ts";
import { number } from "../texts/format.ts";
import { plural } from "../texts/text.ts";
import { numberedOrigins } from "./host-access.ts";

/** What asking an address needs. */
export interface TypedFeedOutside {
  outside: Outside;
  /** `YYYY-MM-DD`. */
  today: string;
  log: Log;
  limits?: FetchOptions | undefined;
}

/** Asks an address what it is, and says it in words. Its requests are in the log before this ends. */
export async function checkTypedFeed(
  typed: string,
  { outside, today, log, limits }: TypedFeedOutside,
): Promise<FeedCheck> {
  try {
    const found = await checkAddress(outside, typed, today, (line) => log.add({ ...line, feed: "" }), limits);
    const { feeds } = await readFeedSettings();
    const known = feeds.some((feed) => feed.address === found.address);
    const numbered = await numberedOrigins(found.origins);
    return { ok: true, ...found, kind: foundKind(found), numbered, known };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return refusedCheck(error);
  } finally {
    await log.flush();
  }
}

/** What it is; for a list of papers also its length: "28 papers, one item each". */
const foundKind = ({ kind, papers }: CheckedAddress): string =>
  kind === "paperList" ? plural("feedsFoundList", papers, number(papers)) : kindText(kind);

function refusedCheck({ code, status, url }: FeedError): FeedCheck {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const host = parsed?.host ?? url;
  return {
    ok: false,
    ...errorText({ code, host, ...(status !== undefined && { status }) }),
    ...(code === "noAccess" && parsed && { origin: `${parsed.protocol}//${parsed.hostname}/*` }),
  };
}
