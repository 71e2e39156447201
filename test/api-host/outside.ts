/** An outside for tests: real requests to the local server, a clock that stands still except while something waits. */
import type { Outside } from "../../lib/net/outside.ts";
import { NOW } from "./world.ts";

export interface TestOutside extends Outside {
  /** What was waited for, in milliseconds. */
  waits: number[];
}

export function testOutside(start = NOW): TestOutside {
  let time = start;
  const waits: number[] = [];
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => time,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    random: () => 0.5,
    online: () => true,
    waits,
  };
}
