/** The world as a feed sees it in Node: the real fetch, and a clock that a test may set. */
import type { FeedOutside } from "../../lib/feed/outside.ts";

export interface Clock {
  now: () => number;
}

export function nodeOutside({ online = true, clock = Date as Clock, random = () => 0.5 } = {}): FeedOutside {
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => clock.now(),
    random,
    online: () => online,
  };
}
