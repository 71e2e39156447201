import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { keepDayChange } from "../../lib/settings/day-change.ts";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { lookup } from "../../lib/index/lookup.ts";
import { days } from "../../lib/index/read.ts";
import { readLog } from "../../lib/feeds/feed-checks.ts";
import { indexChanged } from "../../lib/background/index-changed.ts";
import { createLive, type Live } from "../../lib/live/live.ts";
import { startApiHost } from "../api-host/host.ts";
import type { ApiHost } from "../api-host/host.ts";
import { NOW, usualWorld } from "../api-host/world.ts";
import { failAtPut } from "../index/fail-at.ts";
import { readDay } from "../index/read-day.ts";

const HOUR = 3_600_000;
const PAPER = "2611.12345" as PaperId;

let host: ApiHost;
let live: Live;
let now: number;

/** Of the worker that lives: one that was stopped gets no answer any more. */
let life = 0;
const whileItLives = async (asking: Promise<Response>): Promise<Response> => {
  const mine = life;
  const answered = await asking.catch((error: unknown) => error);
  if (mine !== life) return new Promise(() => undefined);
  if (answered instanceof Response) return answered;
  throw answered;
};

/** A worker that starts; the one before it has ended without a word. */
async function start(): Promise<void> {
  life += 1;
  await closeIndex();
  live = createLive({
    outside: {
      fetch: (url, init) => whileItLives(fetch(url, init)),
      now: () => now,
      wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
      random: () => 0.5,
      online: () => true,
    },
    onChange: indexChanged,
    addresses: host.addresses,
  });
  await live.start();
}
/** Switched on, and what follows from it done. */
async function switchOn(): Promise<void> {
  await live.set(true);
  await live.start();
}
const asked = () => host.asked.map(({ text }) => text.split(" ")[0] ?? "");
const dates = async () => (await days(await openIndex())).map(({ date }) => date);
const alarmAt = async () => (await fakeBrowser.alarms.get("live"))?.scheduledTime;

beforeEach(async () => {
  now = NOW;
  host = await startApiHost(usualWorld(), () => now);
  await start();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  life += 1;
  await closeIndex();
  await host.close();
});

describe("by itself", () => {
  test("off, it asks no network and sets no alarm", async () => {
    await live.alarm("live");
    expect(host.asked).toEqual([]);
    expect(await alarmAt()).toBeUndefined();
    expect(await live.status()).toMatchObject({ on: false, running: false, digests: 0 });
  });

  test("switched on, it asks five times, Bluesky never, and today's list and badges are there", async () => {
    await switchOn();
    expect(asked()).toEqual(["hackernews", "huggingface", "huggingface", "huggingface", "arxivApi"]);
    expect(await dates()).toEqual(["2026-11-20"]);
    const [badge] = await lookup(await openIndex(), [PAPER]);
    expect(badge?.entries[0]).toMatchObject({ date: "2026-11-20", rank: 1, of: 4 });
    expect(badge?.entries[0]?.counts.map(({ network }) => network)).toEqual(["huggingface", "hackernews"]);
    expect((await fakeBrowser.storage.local.get("revision"))["revision"]).toBe(1);
    expect(await live.status()).toMatchObject({
      on: true,
      digests: 1,
      newest: "2026-11-20",
      last: NOW,
      next: NOW + 24 * HOUR,
      state: { tone: "ok" },
      sources: [
        { name: "Hugging Face", failed: false },
        { name: "Hacker News", failed: false },
        { name: "arXiv", failed: false },
      ],
    });
    expect(await alarmAt()).toBe(NOW + 24 * HOUR);
  });

  test("over a week it asks once a day, however often the worker starts, and names no read paper", async () => {
    await switchOn();
    for (let hour = 1; hour < 7 * 24; hour++) {
      now = NOW + hour * HOUR;
      await start();
      await live.alarm("live");
    }
    expect(asked().filter((name) => name === "hackernews")).toHaveLength(7);
    expect(host.asked.length).toBeLessThanOrEqual(7 * 5);
    expect(asked()).not.toContain("bluesky");
  });

  test("stopped in the middle it goes on, and asks for no more than five in all that day", async () => {
    host.instead = (_service, _request, turn) => (turn === 3 ? "hang" : undefined);
    void switchOn();
    await vi.waitFor(() => expect(host.asked).toHaveLength(3));
    host.instead = () => undefined;
    // Two requests are left: too few for a list, so it waits until there are three.
    await start();
    expect(host.asked).toHaveLength(3);
    expect(await alarmAt()).toBe(NOW + 24 * HOUR);
    now += 24 * HOUR;
    await live.alarm("live");
    expect(host.asked.length).toBeGreaterThan(6);
    expect(host.asked.length).toBeLessThanOrEqual(8);
    expect(await dates()).toEqual(["2026-11-20"]);
  });

  test("if no network answers it says why and asks again later, within the day's five", async () => {
    host.instead = () => ({ status: 500, body: "" });
    await switchOn();
    expect(await live.status()).toMatchObject({ digests: 0, state: { tone: "bad" } });
    for (let hour = 1; hour < 24; hour++) {
      now = NOW + hour * HOUR;
      await live.alarm("live");
    }
    expect(host.asked.length).toBeLessThanOrEqual(5);
    expect(await dates()).toEqual([]);
  });

  test("a full disk is reported as such", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    failAtPut(2, "QuotaExceededError");
    await switchOn();
    expect(await dates()).toEqual([]);
    expect((await live.status()).state).toMatchObject({
      text: expect.stringContaining("There is no room left for digests"),
    });
  });
});

describe("if the reader chose the hour at which the day changes", () => {
  /** NOW is 22:00 UTC; the worker's random number is in the middle of ten minutes. */
  const LATER = 5 * 60_000;
  beforeEach(() => void vi.stubEnv("TZ", "UTC"));

  test("it asks from that hour on, every day, with the whole day's five", async () => {
    await keepDayChange(8);
    await switchOn();
    const eight = Date.parse("2026-11-21T08:00:00Z");
    expect(await alarmAt()).toBe(eight + LATER);
    for (let day = 0; day < 3; day += 1) {
      host.asked.length = 0;
      now = eight + day * 24 * HOUR + LATER;
      await live.alarm("live");
      expect(asked().filter((name) => name === "hackernews")).toHaveLength(1);
      expect(host.asked.length).toBeLessThanOrEqual(5);
      expect(await alarmAt()).toBe(now + 24 * HOUR);
    }
  });

  test("another hour counts at once: one still to come moves the alarm, one that is over asks", async () => {
    await switchOn();
    host.asked.length = 0;
    now = NOW + HOUR;
    await keepDayChange(23);
    await live.dayChanged();
    expect(await alarmAt(), "23:00 is now, and it asked at 22:00").toBe(NOW + HOUR + LATER);
    await keepDayChange(1);
    await live.dayChanged();
    expect(await alarmAt()).toBe(NOW + 3 * HOUR + LATER);
    await keepDayChange(undefined);
    await live.dayChanged();
    expect(await alarmAt(), "a day after it asked").toBe(NOW + 24 * HOUR);
    expect(host.asked).toEqual([]);
  });

  test("if no network answers, it still asks five times in the day at most, and again in the next", async () => {
    await keepDayChange(8);
    host.instead = () => ({ status: 500, body: "" });
    await switchOn();
    for (let hour = 1; hour < 10; hour++) {
      now = NOW + hour * HOUR;
      await live.alarm("live");
    }
    expect(host.asked.length).toBeLessThanOrEqual(5);
    host.asked.length = 0;
    host.instead = () => undefined;
    now = Date.parse("2026-11-21T08:10:00Z");
    await live.alarm("live");
    expect(host.asked).toHaveLength(5);
  });
});

describe("the button", () => {
  test("asks Bluesky's search too, says when it can again, and asks only the others until then", async () => {
    await live.refresh();
    expect(asked().filter((name) => name === "bluesky")).toHaveLength(3);
    const day = await readDay(await openIndex(), "2026-11-20");
    expect(day?.papers[0]?.counts.map(({ network }) => network)).toEqual([
      "bluesky",
      "huggingface",
      "hackernews",
    ]);
    expect((await live.status()).searchAt).toBe(NOW + 40_000);
    host.asked.length = 0;
    now += 10_000;
    await start();
    await live.refresh();
    expect(asked()).not.toContain("bluesky");
    // What Bluesky said ten seconds ago is still on show, with its own age.
    const again = await readDay(await openIndex(), "2026-11-20");
    expect(again?.papers[0]?.counts.map(({ at }) => at)).toEqual([
      "2026-11-20T22:00:00",
      "2026-11-20T22:00:10",
      "2026-11-20T22:00:10",
    ]);
    now += 120_000;
    expect((await live.status()).searchAt).toBeUndefined();
  });

  test("refused, Bluesky is left alone for five minutes, also by the next life of the worker", async () => {
    host.instead = (service) => (service === "bluesky" ? { status: 403, headers: {}, body: "" } : undefined);
    await live.refresh();
    expect((await live.status()).searchAt).toBe(NOW + 5 * 60_000);
    expect((await live.status()).sources[0]).toMatchObject({
      name: "Bluesky",
      text: expect.stringContaining("is busy and asked us to wait"),
      failed: true,
    });
    host.asked.length = 0;
    now += 4 * 60_000;
    await start();
    await live.refresh();
    expect(asked()).not.toContain("bluesky");
    expect(asked()).toContain("hackernews");
  });

  test("every request is in the log, with its host and nothing of what was asked", async () => {
    await live.refresh();
    const log = await readLog();
    expect(log).toHaveLength(host.asked.length);
    expect(log[0]).toEqual({
      at: NOW,
      host: new URL(host.addresses.hackernews).host,
      feed: "live",
      outcome: "new",
      bytes: expect.any(Number),
    });
  });
});

describe("for a reader who waits for today's list", () => {
  test("it asks once, never Bluesky, and not again while the list is there", async () => {
    await live.set(true, false);
    expect(await live.see()).toBeUndefined();
    expect(asked()).toEqual(["hackernews", "huggingface", "huggingface", "huggingface", "arxivApi"]);
    expect(await dates()).toEqual(["2026-11-20"]);
    expect(await live.see()).toBeUndefined();
    expect(host.asked).toHaveLength(5);
  });

  test("it says why there is none, and asks again at the next press", async () => {
    host.instead = () => ({ status: 503, body: "" });
    await live.set(true, false);
    expect(await live.see()).toMatch(/^127\.0\.0\.1/u);
    host.instead = () => undefined;
    expect(await live.see()).toBeUndefined();
    expect(await dates()).toEqual(["2026-11-20"]);
  });
});

describe("switching off", () => {
  test("stops what runs and the alarm; the lists stay until they are removed", async () => {
    await switchOn();
    await live.set(false);
    expect(await alarmAt()).toBeUndefined();
    now += 48 * HOUR;
    host.asked.length = 0;
    await start();
    expect(host.asked).toEqual([]);
    expect((await live.status()).digests).toBe(1);
    await live.remove();
    expect((await live.status()).digests).toBe(0);
    expect(await dates()).toEqual([]);
  });

  test("and on again at once does not ask again that day", async () => {
    await switchOn();
    host.asked.length = 0;
    await live.set(false);
    await switchOn();
    expect(host.asked).toEqual([]);
  });
});

describe("a look at one paper", () => {
  test("asks three networks about it, stores nothing on disk, and is reused for half an hour", async () => {
    const reply = await live.look(PAPER);
    expect(reply.networks.map(({ network, state }) => [network, state])).toEqual([
      ["bluesky", "known"],
      ["huggingface", "known"],
      ["hackernews", "known"],
    ]);
    expect(host.asked).toHaveLength(5);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(PAPER);
    now += 60_000;
    expect(await live.look(PAPER)).toEqual(reply);
    expect(host.asked).toHaveLength(5);
    now += HOUR;
    await live.look(PAPER);
    expect(host.asked.length).toBeGreaterThan(5);
  });

  test("shares Bluesky's searches with the button", async () => {
    await live.look(PAPER);
    await live.look("2611.12402" as PaperId);
    const { networks } = await live.look("2611.12401" as PaperId);
    expect(networks[0]).toEqual({ network: "bluesky", state: "failed", reason: "throttled" });
    expect(asked().filter((name) => name === "bluesky")).toHaveLength(3);
    expect((await live.status()).searchAt).toBe(NOW + 40_000);
  });
});

describe("posts on X, through alphaXiv", () => {
  const allow = (allowed: boolean) =>
    vi.spyOn(fakeBrowser.permissions, "contains").mockImplementation(async () => allowed);
  const entryOf = async (id: string) =>
    (await readDay(await openIndex(), "2026-11-20"))?.papers.find((paper) => paper.id === id);
  /** Switched on or off, and what follows from it done. */
  async function setAlphaxiv(on: boolean): Promise<void> {
    await live.setAlphaxiv(on);
    await live.start();
  }
  const X = ["alphaxiv", "alphaxiv", "alphaxiv", "alphaxiv"];
  afterEach(() => vi.restoreAllMocks());

  test("switched on after today's list, only alphaXiv is asked; badges say what it counted", async () => {
    allow(true);
    await switchOn();
    const before = await readDay(await openIndex(), "2026-11-20");
    host.asked.length = 0;
    await setAlphaxiv(true);
    expect(asked()).toEqual(X);
    const [badge] = await lookup(await openIndex(), ["2611.12401" as PaperId]);
    expect(badge?.entries[0]?.counts[0]).toEqual({
      network: "twitter",
      by: "alphaxiv",
      reposts: 120,
      likes: 1300,
    });
    expect((await entryOf("2611.12401"))?.posts.filter(({ network }) => network === "twitter")).toEqual([
      expect.not.objectContaining({ text: expect.anything() as unknown }) as unknown,
      expect.not.objectContaining({ text: expect.anything() as unknown }) as unknown,
    ]);
    expect((await live.status()).sources.map(({ name }) => name)).toEqual([
      "X",
      "Hugging Face",
      "Hacker News",
      "arXiv",
    ]);
    host.asked.length = 0;
    await setAlphaxiv(false);
    expect(host.asked).toEqual([]);
    expect(await readDay(await openIndex(), "2026-11-20")).toEqual(before);
  });

  test("on, it is asked with the others once a day, beside their five requests", async () => {
    allow(true);
    await setAlphaxiv(true);
    expect(asked()).toEqual([]);
    await switchOn();
    expect(asked()).toEqual(["hackernews", "huggingface", "huggingface", "huggingface", ...X, "arxivApi"]);
    host.asked.length = 0;
    for (let hour = 1; hour < 24; hour++) {
      now = NOW + hour * HOUR;
      await start();
      await live.alarm("live");
    }
    expect(host.asked).toEqual([]);
    now = NOW + 24 * HOUR;
    await live.alarm("live");
    expect(asked().filter((name) => name === "alphaxiv")).toHaveLength(4);
  });

  test("without the permission alphaXiv is not asked, and the switch is off", async () => {
    allow(false);
    await switchOn();
    await setAlphaxiv(true);
    expect(asked()).not.toContain("alphaxiv");
    expect((await live.status()).alphaxiv).toMatchObject({ on: false });
  });

  test("a changed form is told beside the others, costs no paper, and what was known today stays", async () => {
    allow(true);
    await switchOn();
    await setAlphaxiv(true);
    host.instead = (service) => (service === "alphaxiv" ? { status: 200, body: '{"data":[]}' } : undefined);
    await live.refresh();
    const { sources, state } = await live.status();
    expect(sources[0]).toMatchObject({ name: "X", failed: true });
    expect(state.tone).toBe("ok");
    expect((await entryOf("2611.12401"))?.counts[0]).toMatchObject({ by: "alphaxiv", likes: 1300 });
  });

  test("a look at one paper asks it too, and shows the texts of posts without keeping them", async () => {
    allow(true);
    await setAlphaxiv(true);
    const { networks } = await live.look("2611.12401" as PaperId);
    const x = networks.find(({ network }) => network === "twitter");
    expect(x).toMatchObject({ state: "known", counts: { by: "alphaxiv", reposts: 120, likes: 1300 } });
    expect(JSON.stringify(x)).toContain("the proof is short");
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain("the proof is short");
    expect(asked().filter((name) => name === "alphaxiv")).toHaveLength(2);
  });
});
