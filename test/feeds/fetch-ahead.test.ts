import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type AheadOptions, inLots } from "../../lib/feeds/fetch-ahead.ts";

const usual: AheadOptions<number> = {
  weigh: () => 1,
  most: 4,
  linger: 10_000,
  isLast: () => false,
};
const items = Array.from({ length: 10 }, (_, index) => index);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** What a promise gives, while time passes for it. */
async function passing<T>(promise: Promise<T>): Promise<T> {
  const end = new AbortController();
  promise.then(
    () => end.abort(),
    () => end.abort(),
  );
  while (!end.signal.aborted) await vi.advanceTimersByTimeAsync(1);
  return promise;
}

/** Tasks that take a moment, and how many were under way at most. */
function moments() {
  const seen = { now: 0, most: 0, begun: 0 };
  const task = async (item: number) => {
    seen.begun += 1;
    seen.most = Math.max(seen.most, (seen.now += 1));
    await pause(2);
    seen.now -= 1;
    return item;
  };
  return { seen, task };
}

async function lotsOf(lots: AsyncIterable<number[]>): Promise<number[][]> {
  const all: number[][] = [];
  for await (const lot of lots) all.push(lot);
  return all;
}

describe("lots", () => {
  test("hold everything in order, the first alone and at once, one task at a time", async () => {
    const { seen, task } = moments();
    const lots = await passing(lotsOf(inLots(items, task, usual)));
    expect(lots.flat()).toEqual(items);
    expect(lots[0]).toEqual([0]);
    expect(lots.length).toBeLessThan(items.length);
    expect(seen.most).toBe(1);
  });

  test("do not pile up if they are not taken", async () => {
    const { seen, task } = moments();
    const lots = inLots(items, task, usual);
    await passing(lots.next());
    await vi.advanceTimersByTimeAsync(50);
    expect(seen.begun).toBe(1 + usual.most);
    await passing(lots.return());
  });

  test("of slow tasks come after a while all the same", async () => {
    const slow = async (item: number) => {
      await pause(item === 2 ? 60_000 : 1);
      return item;
    };
    const lots = inLots([0, 1, 2], slow, { ...usual, linger: 20 });
    const next = async () => (await passing(lots.next())).value;
    expect([await next(), await next()]).toEqual([[0], [1]]);
  });

  test("end after the last outcome", async () => {
    const { seen, task } = moments();
    const lots = await passing(lotsOf(inLots(items, task, { ...usual, isLast: (item) => item === 3 })));
    expect(lots.flat()).toEqual([0, 1, 2, 3]);
    expect(seen.begun).toBe(4);
  });

  test("before a task that throws are given, then its error", async () => {
    const given: number[] = [];
    const task = (item: number) =>
      item === 5 ? Promise.reject(new Error("stopped")) : Promise.resolve(item);
    const taking = (async () => {
      for await (const lot of inLots(items, task, usual)) given.push(...lot);
    })();
    await expect(taking).rejects.toThrow("stopped");
    expect(given).toEqual([0, 1, 2, 3, 4]);
  });

  test("that are no longer wanted end the task under way before anything else begins", async () => {
    const { seen, task } = moments();
    const one = async () => {
      for await (const _ of inLots(items, task, usual)) break;
    };
    await passing(one());
    expect(seen.now).toBe(0);
    const { begun } = seen;
    await vi.advanceTimersByTimeAsync(20);
    expect(seen.begun).toBe(begun);
  });
});
