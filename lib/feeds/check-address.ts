/** What an address that was typed would give as a feed, before it becomes one. */
import { typedUrl } from "./address.ts";
import { createAsker } from "./ask-address.ts";
import { describeFeed } from "./describe-feed.ts";
import type { CheckedAddress } from "./describe-feed.ts";
import type { FetchOptions } from "./fetch-file.ts";
import { findFeed } from "./find-feed.ts";
import type { Outside } from "../net/outside.ts";
import type { LogLine } from "./request-log.ts";

/**
 * Asks an address what it is, up to its newest digest.
 *
 * @param log is told of every request
 * @throws FeedError; "noFeed" means that neither it nor anything it leads to is a feed that we know
 */
export async function checkAddress(
  outside: Outside,
  typed: string,
  today: string,
  log: (line: Omit<LogLine, "feed">) => void = () => undefined,
  limits: FetchOptions = {},
): Promise<CheckedAddress> {
  const url = typedUrl(typed);
  const fetch = createAsker(outside, url, log, limits);
  return describeFeed(fetch, await findFeed({ fetch, today }, url), today);
}
