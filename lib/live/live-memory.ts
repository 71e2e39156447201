/** What "Today, live" has asked so far, in `storage.local`: a worker that is stopped keeps count. */
import { DAY_MS } from "../digest/dates.ts";
import * as z from "zod/mini";
import { afterRefusal, afterSearches, FRESH_ALLOWANCE } from "./sources/search-allowance.ts";
import type { SearchAllowance } from "./sources/search-allowance.ts";
import { storedValue } from "../stored-value.ts";
import { createQueue } from "../queue.ts";

export interface LiveMemory {
  /** When it made each of its last requests by itself, in ms since 1970. */
  asked: number[];
  /** Of Bluesky's search, for any reason. */
  search: SearchAllowance;
}

/** The time over which requests are counted, in ms. */

const Stored = z.object({
  asked: z.array(z.number()),
  search: z.object({
    left: z.number(),
    at: z.number(),
    closedUntil: z.optional(z.number()),
    refusals: z.number(),
  }),
});

const stored = storedValue("live");
const inTurn = createQueue();

export async function readMemory(): Promise<LiveMemory> {
  const found = Stored.safeParse(await stored.read());
  return found.success ? (found.data as LiveMemory) : { asked: [], search: FRESH_ALLOWANCE };
}

/** Changes it from what it is. */
export function remember(change: (before: LiveMemory) => Partial<LiveMemory>): Promise<void> {
  return inTurn(async () => {
    const before = await readMemory();
    await stored.write({ ...before, ...change(before) });
  });
}

/** Keeps how often Bluesky's search was asked, and whether it answered. */
export const rememberSearches = (
  { state, retryAfter }: { state: string; retryAfter?: number },
  searches: number,
  clock: () => number,
): Promise<void> =>
  remember(({ search }) => ({
    search:
      state === "failed"
        ? afterRefusal(search, clock(), retryAfter)
        : afterSearches(search, searches, clock()),
  }));

/** Requests of the last 24 hours. Those of a clock that was set back later do not count. */
export const askedLately = ({ asked }: Pick<LiveMemory, "asked">, now: number): number[] =>
  asked.filter((at) => at > now - DAY_MS && at <= now);

/** When `needed` of `most` requests in 24 hours are possible again, after those that were made; now if they already are. */
export function freeAgain(asked: readonly number[], needed: number, most: number, now: number): number {
  const over = asked.length + needed - most;
  return over <= 0 ? now : (asked.toSorted((a, b) => a - b)[over - 1] ?? now) + DAY_MS;
}
