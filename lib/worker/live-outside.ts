/** The world as "Today, live" asks it: every request is written down before it leaves, and counted. */
import type { LogLine } from "../feed/log-line.ts";
import type { FeedOutside } from "../feed/outside.ts";
import type { Addresses } from "../sources/addresses.ts";
import type { Outside } from "../sources/outside.ts";
import { readBody } from "../http/read-body.ts";

export interface LiveOutside extends Outside {
  /** How often Bluesky's search was asked. */
  searches: () => number;
}

const OUTCOMES: Record<number, LogLine["outcome"]> = {
  401: "refused",
  403: "refused",
  404: "notFound",
  429: "throttled",
  503: "throttled",
};

/** @param before called, and waited for, before each request that is not to Bluesky */
export function liveOutside(
  outside: FeedOutside,
  { bluesky, blueskyPosts }: Addresses,
  told: (line: LogLine) => void,
  before: (url: string) => Promise<void> = () => Promise.resolve(),
): LiveOutside {
  let searches = 0;
  const fetched = async (url: string, init: RequestInit | undefined) => {
    const response = await outside.fetch(url, { ...init, cache: "no-store" });
    const body = await readBody(response);
    const { status, statusText, headers } = response;
    const whole = new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
    return { whole, bytes: body.byteLength };
  };
  return {
    now: outside.now,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    ...(outside.signal && { signal: outside.signal }),
    searches: () => searches,
    async fetch(url, init) {
      if (url.startsWith(`${bluesky}/xrpc/app.bsky.feed.searchPosts`)) searches += 1;
      if (!url.startsWith(bluesky) && !url.startsWith(blueskyPosts)) await before(url);
      const line = { at: outside.now(), host: new URL(url).host, feed: "live" };
      try {
        const { whole, bytes } = await fetched(url, init);
        const outcome = whole.ok ? "new" : (OUTCOMES[whole.status] ?? "broken");
        told({ ...line, outcome, bytes: whole.ok ? bytes : 0 });
        return whole;
      } catch (error) {
        told({ ...line, outcome: "unreachable", bytes: 0 });
        throw error;
      }
    },
  };
}
