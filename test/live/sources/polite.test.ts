import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PUBLIC_ADDRESSES } from "../../../lib/live/sources/addresses.ts";
import type { Outside } from "../../../lib/net/outside.ts";
import { polite } from "../../../lib/live/sources/polite.ts";
import { request } from "../../../lib/live/sources/request.ts";

const SEARCH = `${PUBLIC_ADDRESSES.bluesky}/xrpc/app.bsky.feed.searchPosts?q=arxiv`;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The world on a clock of ours: waiting moves it on, and with it every time limit. */
const outside = (fetch: Outside["fetch"]): Outside => ({
  now: Date.now,
  random: () => 0.5,
  online: () => true,
  wait: async (milliseconds) => void (await vi.advanceTimersByTimeAsync(milliseconds)),
  fetch: async (url, init) => {
    init?.signal?.throwIfAborted();
    return fetch(url, init);
  },
});

test("waiting for a turn does not count as waiting for the answer", async () => {
  let asked = 0;
  const slow = polite(
    outside(async () => {
      asked += 1;
      return new Response("{}");
    }),
    PUBLIC_ADDRESSES,
  );
  const begin = Date.now();
  for (let search = 0; search < 5; search++) expect((await request(slow, SEARCH)).text).toBe("{}");
  expect(asked, "each search is sent once").toBe(5);
  expect(Date.now() - begin).toBe(80_000);
});

test("one that fails, or is stopped while it waits, does not hold up those after it", async () => {
  const stop = new AbortController();
  const world = outside(async () => {
    throw new TypeError("no network");
  });
  const slow = polite(
    {
      ...world,
      wait: async (milliseconds) => {
        await world.wait(milliseconds);
        stop.signal.throwIfAborted();
      },
    },
    PUBLIC_ADDRESSES,
  );
  for (let search = 0; search < 3; search++)
    await expect(request(slow, SEARCH, { tries: 1 })).rejects.toThrow("no connection");
  stop.abort(new Error("enough"));
  await expect(request(slow, SEARCH, { tries: 1 })).rejects.toThrow("enough");
  await expect(request(slow, SEARCH, { tries: 1 }), "it has its turn too").rejects.toThrow("no connection");
});
