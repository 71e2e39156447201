/** The world as "Today, live" asks it: every request is written down, and searches are counted. */
import type { LogLine } from "../feeds/request-log.ts";
import type { Outside } from "../net/outside.ts";
import type { Addresses } from "./sources/addresses.ts";

/** @param before called, and waited for, before each request that is not to Bluesky; its pauses are not part of the request's time */
export function liveOutside(
  outside: Outside,
  { bluesky, blueskyPosts }: Addresses,
  log: (line: LogLine) => void,
  before: (url: string) => Promise<void> = () => Promise.resolve(),
): { world: Outside; searches: () => number } {
  let searches = 0;
  const world: Outside = {
    ...outside,
    async turn(url) {
      if (!url.startsWith(bluesky) && !url.startsWith(blueskyPosts)) await before(url);
      return () => undefined;
    },
    fetch(url, init) {
      if (url.startsWith(`${bluesky}/xrpc/app.bsky.feed.searchPosts`)) searches += 1;
      return outside.fetch(url, { ...init, cache: "no-store" });
    },
    onEnd: ({ url, at, trouble, bytes }) =>
      log({ at, host: new URL(url).host, feed: "live", outcome: trouble ?? "new", bytes }),
  };
  return { world, searches: () => searches };
}
