/** The world as a feed sees it in Node: the real fetch, and a clock that a test may set. */
import type { FeedOutside } from "../../lib/feed/outside.ts";

interface World {
  online?: boolean;
  clock?: { now: () => number };
  random?: () => number;
}

export function nodeOutside({ online = true, clock = Date, random = () => 0.5 }: World = {}): FeedOutside {
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => clock.now(),
    random,
    online: () => online,
  };
}
