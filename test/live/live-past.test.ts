import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { changeFeedSettings } from "../../lib/settings/feeds.ts";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { days } from "../../lib/index/read.ts";
import { putFeedFile } from "../../lib/index/write.ts";
import { createPastDays, type PastDays } from "../../lib/live/live-past.ts";
import { startApiHost } from "../api-host/host.ts";
import type { ApiHost } from "../api-host/host.ts";
import { madeDigest } from "../made-feeds/made-digest.ts";
import { readDay } from "../index/read-day.ts";

/** A Wednesday; the week before it has five days with lists. */
const NOW = Date.UTC(2026, 10, 25, 15);
const WEEK = ["2026-11-24", "2026-11-23", "2026-11-20", "2026-11-19", "2026-11-18"];

let host: ApiHost;
let past: PastDays;
let now: number;
let online: boolean;
let life = 0;

/** A worker that starts; the one before it ended without a word. */
function start(between = 0): void {
  const mine = (life += 1);
  past = createPastDays({
    outside: {
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        return mine === life ? response : new Promise<never>(() => undefined);
      },
      now: () => now,
      wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
      random: () => 0.5,
      online: () => online,
    },
    onChange: () => Promise.resolve(),
    addresses: host.addresses,
    between,
  });
}
const asked = () => host.asked.map(({ text }) => /date=([\d-]+)/u.exec(text)?.[1] ?? text);
const there = async () => (await days(await openIndex())).map(({ date }) => date).toReversed();
const filled = () =>
  vi.waitFor(async () => expect((await past.status()).filling).toBeUndefined(), { timeout: 60_000 });
const alarmAt = async () => (await fakeBrowser.alarms.get("livePast"))?.scheduledTime;

/** Three papers of a day, of which one has few votes. */
const list = (date: string) =>
  JSON.stringify(
    [312, 40, 4].map((upvotes, at) => ({
      paper: {
        id: `${date.slice(2, 4)}${date.slice(5, 7)}.${date.slice(8)}00${at + 1}`,
        title: `Paper ${at} of ${date}`,
        authors: [{ name: "Ada One" }],
        upvotes,
      },
      numComments: at,
    })),
  );

beforeEach(async () => {
  [now, online] = [NOW, true];
  host = await startApiHost();
  host.instead = (_, { query }) => {
    const date = query.get("date") ?? "";
    return { status: 200, body: date === "2026-11-20" ? "[]" : list(date) };
  };
  await changeFeedSettings(() => ({ live: true }));
  // The bundled sets end here.
  await putFeedFile(await openIndex(), "huggingface", { id: "huggingface", progress: null }, [
    madeDigest("2026-11-12", { papers: 2 }),
  ]);
  start();
});
afterEach(async () => {
  life += 1;
  await closeIndex();
  await host.close();
});

describe("the last week", () => {
  test("comes with one request for each weekday, papers of at least five upvotes in their order", async () => {
    await past.week();
    await filled();
    expect(asked()).toEqual(WEEK);
    expect(await there()).toEqual([...WEEK.filter((day) => day !== "2026-11-20"), "2026-11-12"]);
    const digest = await readDay(await openIndex(), "2026-11-24");
    expect(
      digest?.papers.map(({ rank, counts, categories }) => [rank, counts[0]?.upvotes, categories]),
    ).toEqual([
      [1, 312, []],
      [2, 40, []],
    ]);
    expect(await alarmAt()).toBeUndefined();
  });

  test("asks again for no day that is there, or of which there is no list", async () => {
    await past.week();
    await filled();
    await past.week();
    await filled();
    expect(asked()).toEqual(WEEK);
  });
});

describe("the gap since the bundled digests", () => {
  test("is told with its requests, filled newest first, and then there is none", async () => {
    expect(await past.status()).toEqual({ gap: { since: "2026-11-12", requests: 8 } });
    await past.gap();
    await filled();
    expect(asked()).toEqual([...WEEK, "2026-11-17", "2026-11-16", "2026-11-13"]);
    expect(await past.status()).toEqual({});
  });

  test("keeps a pause between requests, and an alarm that wakes a worker", async () => {
    start(60);
    const at: number[] = [];
    const { instead } = host;
    host.instead = (...asking) => {
      at.push(performance.now());
      return instead(...asking);
    };
    await past.gap();
    await vi.waitFor(() => expect(at.length).toBeGreaterThan(3), 60_000);
    expect(await alarmAt()).toBe(now + 25_000);
    await past.stop();
    const pauses = at.slice(1).map((time, index) => time - at[index]!);
    expect(Math.min(...pauses)).toBeGreaterThan(50);
  });

  test("stops when told to, and goes on later with what is left", async () => {
    start(1000);
    await past.gap();
    // Until both answers are kept: one under way when it stops would be asked for again.
    await vi.waitFor(async () => expect((await past.status()).filling?.done).toBe(2), 60_000);
    await past.stop();
    const before = asked().length;
    const { gap, filling } = await past.status();
    expect([filling, gap?.requests]).toEqual([undefined, 8 - before]);
    expect(await alarmAt()).toBeUndefined();
    start();
    await past.gap();
    await filled();
    expect(asked()).toHaveLength(8);
    expect(new Set(asked()).size).toBe(8);
  });

  test("goes on in the next life of the worker, and asks again at most for what was under way", async () => {
    start(300);
    await past.gap();
    await vi.waitFor(() => expect(asked().length).toBe(2), 60_000);
    start();
    await closeIndex();
    await past.start();
    expect(await past.status()).toEqual({});
    expect(asked().length).toBeLessThanOrEqual(9);
    expect(new Set(asked()).size).toBe(8);
  });

  test("a throttle is told, with when it goes on, and it does", async () => {
    const { instead } = host;
    let open = false;
    host.instead = (service, request, turn) =>
      open || turn < 3 ? instead(service, request, turn) : { status: 429, body: "" };
    await past.gap();
    await vi.waitFor(async () => expect((await past.status()).filling?.problem).toBeDefined(), 60_000);
    const { filling } = await past.status();
    expect(filling).toMatchObject({ done: 2, of: 8 });
    expect(filling?.problem).toContain("127.0.0.1");
    expect(filling?.next).toBeGreaterThan(now);
    expect(await alarmAt()).toBe(filling?.next);
    open = true;
    now = filling?.next ?? now;
    await past.alarm("livePast");
    expect(await past.status()).toEqual({});
  });

  test("asks no network while 'Today, live' is off", async () => {
    await changeFeedSettings(() => ({ live: false }));
    await past.gap();
    await past.start();
    expect(asked()).toEqual([]);
  });
});
