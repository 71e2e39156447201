/** The world as a feed sees it in Node: the real fetch, and a clock that a test may set. */
import type { Outside } from "../../lib/net/outside.ts";

interface World {
  online?: boolean;
  clock?: { now: () => number };
  random?: () => number;
}

export function nodeOutside({ online = true, clock = Date, random = () => 0.5 }: World = {}): Outside {
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => clock.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random,
    online: () => online,
    httpHere: true,
  };
}
