import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { packDigests } from "../../lib/digest/pack.ts";
import { unpackDigests } from "../../lib/digest/pack.ts";
import { readFeedSettings } from "../../lib/settings/feeds.ts";
import { closeIndex, openIndex } from "../../lib/store/open.ts";
import { readPaper } from "../../lib/store/read.ts";
import { clearIndex, replaceFeed } from "../../lib/store/write.ts";
import { openFeedHost } from "../feed-host/feed-host.ts";
import type { FeedHost } from "../feed-host/feed-host.ts";
import { daysBefore, madeDigest } from "../feeds/made-digest.ts";
import { folderFeed, markdownOf, pointerFeed } from "../feeds/made-feeds.ts";
import { dump } from "../store/dump.ts";
import { failAtPut } from "../store/fail-at.ts";
import { daysThere, dayThere, FeedsWorld, HOUR } from "./feeds-world.ts";

let host: FeedHost;
let world: FeedsWorld;
const dates = daysBefore("2026-11-20", 6);
const digests = dates.map((date) => madeDigest(date));
const pointer = () => `${host.origin}/v1/latest.json`;
const statusOf = async () => (await world.feeds.status()).feeds;
const first = async () => (await statusOf())[0];
const revision = async () => (await fakeBrowser.storage.local.get("revision"))["revision"];

beforeEach(async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  host = await openFeedHost();
  host.serve(pointerFeed(digests));
  world = new FeedsWorld();
  return async () => {
    await host.close();
    await closeIndex();
  };
});

test("without a feed nothing is asked and no alarm is set", async () => {
  await world.feeds.start();
  expect(world.asked).toEqual([]);
  expect(await world.alarmAt()).toBeUndefined();
});

describe("adding a feed", () => {
  test("is checked before: kind, title, newest digest, number; and nothing is kept of that but the log", async () => {
    expect(await world.feeds.check(host.origin)).toMatchObject({
      ok: true,
      address: pointer(),
      title: "Made papers",
      kind: "feed of digests",
      newest: dates[0],
      digests: 6,
      papers: 5,
      known: false,
    });
    expect((await world.feeds.status()).feeds).toEqual([]);
    expect(await daysThere()).toEqual([]);
    expect((await world.feeds.status()).log.length).toBeGreaterThan(2);
  });

  test("brings its digests, says how it is, and sets the alarm for twelve hours later", async () => {
    await world.add(pointer());
    expect(await daysThere()).toEqual(dates);
    expect(await first()).toMatchObject({
      title: "Made papers",
      digests: 6,
      newest: dates[0],
      waiting: 0,
      on: true,
      last: world.now,
      next: world.now + 12 * HOUR,
      state: { tone: "ok", text: "Up to date. Newest digest: 20 November 2026." },
    });
    expect(await world.alarmAt()).toBe(world.now + 12 * HOUR);
    expect(await revision()).toBeGreaterThan(0);
  });

  test("twice is said, and changes nothing", async () => {
    await world.add(pointer());
    await expect(world.feeds.add(pointer(), "")).rejects.toThrow("in your list already");
    expect(await world.feeds.check(pointer())).toMatchObject({ known: true });
  });

  test("what is wrong comes with what to do", async () => {
    expect(await world.feeds.check("hello")).toMatchObject({ ok: false, text: "This is no address." });
    expect(await world.feeds.check(`${host.origin}/nothing.json`)).toEqual({
      ok: false,
      text: `There is nothing at this address of ${new URL(host.origin).host}.`,
      advice: "Look whether the address is right.",
    });
  });
});

describe("an unchanged feed", () => {
  test("costs one small request, and no write to the index", async () => {
    await world.add(pointer());
    const before = [await dump(await openIndex()), await revision()];
    world.asked.length = 0;
    world.now += 12 * HOUR;
    await world.feeds.alarm("feeds");
    expect(world.asked).toEqual([pointer()]);
    expect([await dump(await openIndex()), await revision()]).toEqual(before);
    expect((await first())?.last).toBe(world.now);
    expect((await world.feeds.status()).log[0]).toMatchObject({ at: world.now, outcome: "not changed" });
  });

  test("is not asked before it is due, whoever wakes the worker", async () => {
    await world.add(pointer());
    world.asked.length = 0;
    world.now += 5 * HOUR;
    await world.restart();
    await world.feeds.alarm("feeds");
    expect(world.asked).toEqual([]);
    expect(await world.alarmAt()).toBe(world.now + 7 * HOUR);
  });

  test("overdue at a start it is asked, and an alarm that the browser lost is there again", async () => {
    await world.add(pointer());
    await fakeBrowser.alarms.clearAll();
    world.asked.length = 0;
    world.now += 40 * HOUR;
    await world.restart();
    expect(world.asked).toEqual([pointer()]);
    expect(await world.alarmAt()).toBe(world.now + 12 * HOUR);
  });
});

describe("trouble", () => {
  test("is told with what is there, and asked again later and later", async () => {
    await world.add(pointer());
    host.behave("*", { status: 500 });
    world.now += 12 * HOUR;
    await world.feeds.alarm("feeds");
    expect(await first()).toMatchObject({
      next: world.now + HOUR / 12,
      state: {
        tone: "warn",
        text: expect.stringContaining(
          "answers with an error (500). What you have is from 20 November 2026 and stays.",
        ),
      },
    });
    world.now += HOUR / 12;
    await world.feeds.alarm("feeds");
    expect((await first())?.next).toBe(world.now + HOUR / 6);
    host.behave("*", undefined);
    world.now += HOUR / 6;
    await world.feeds.alarm("feeds");
    expect((await first())?.state.tone).toBe("ok");
  });

  test("a host that asks to wait two hours is left alone for two hours", async () => {
    host.behave("*", { status: 429, retryAfter: "7200" });
    await world.add(pointer());
    expect((await first())?.next).toBeGreaterThanOrEqual(world.now + 2 * HOUR);
    expect((await first())?.state.tone).toBe("bad");
  });

  test("without a network nothing is an error", async () => {
    await world.feeds.add("https://feed.example/v1/latest.json", "Far");
    await world.feeds.refresh();
    world.online = false;
    const before = (await first())?.state;
    world.now += 24 * HOUR;
    world.asked.length = 0;
    await world.feeds.alarm("feeds");
    expect(world.asked).toEqual([]);
    expect((await first())?.state).toEqual(before);
  });

  test("of one feed keeps no other from its digests", async () => {
    host.serve(folderFeed(markdownOf([madeDigest("2026-11-01")])));
    host.behave("/v1/latest.json", { status: 404 });
    await world.feeds.add(pointer(), "");
    await world.add(`${host.origin}/posts/index.json`);
    expect(await daysThere()).toEqual(["2026-11-01"]);
  });

  test("a full disk is told plainly, nothing is half-written, and it goes on when there is room", async () => {
    const full = failAtPut(30, "QuotaExceededError");
    await world.feeds.add(pointer(), "");
    const told = {
      tone: "warn",
      text: expect.stringMatching(/^There is no room left for digests.*What you have is from/u),
      advice: expect.stringContaining("Nothing is half-written"),
    };
    await vi.waitFor(async () => expect((await first())?.state).toMatchObject(told));
    expect((await first())?.digests).toBeLessThan(6);
    full.restore();
    await world.feeds.refresh();
    expect(await daysThere()).toEqual(dates);
  });

  test("a disk that cannot keep when a feed was asked is no reason to ask it at every start", async () => {
    await world.add(pointer());
    world.now += 12 * HOUR;
    world.asked.length = 0;
    const full = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("QUOTA_BYTES"));
    for (let starts = 0; starts < 3; starts++) await world.restart();
    expect(world.asked).toEqual([]);
    full.mockRestore();
    await world.feeds.alarm("feeds");
    expect(world.asked).toEqual([pointer()]);
  });

  test("a damaged digest is listed with its reason", async () => {
    host.serve(folderFeed({ ...markdownOf(digests), [dates[2] ?? ""]: "---\ntitle: Hot Papers\n---\n" }));
    await world.add(`${host.origin}/posts/index.json`);
    expect((await first())?.aside).toEqual([
      { name: dates[2], reason: expect.stringContaining("day is missing") },
    ]);
    expect(await daysThere()).toHaveLength(5);
  });
});

describe("removing a feed", () => {
  beforeEach(() => world.add(pointer()));

  test("takes it out of sight at once, and undoing brings all back without a request", async () => {
    const id = (await first())?.id ?? "";
    world.asked.length = 0;
    await world.feeds.remove(id);
    expect(await daysThere()).toEqual([]);
    expect(await first()).toMatchObject({ removed: true, title: "Made papers" });
    await world.feeds.undoRemove(id);
    expect(await daysThere()).toEqual(dates);
    expect(await first()).toMatchObject({ removed: false, digests: 6 });
    expect(world.asked).toEqual([]);
  });

  test("half a minute later it is gone for good, also when the worker was stopped meanwhile", async () => {
    const id = (await first())?.id ?? "";
    await world.feeds.remove(id);
    world.now += 10_000;
    await world.restart();
    expect((await statusOf()).map(({ removed }) => removed)).toEqual([true]);
    world.now += 21_000;
    await world.restart();
    expect(await statusOf()).toEqual([]);
    expect((await dump(await openIndex())).feeds.map((feed) => feed.id)).toEqual(["shown"]);
    await expect(world.feeds.undoRemove(id)).rejects.toThrow("too late");
  });

  test("a day that another feed has too stays as that feed has it", async () => {
    host.serve(folderFeed(markdownOf([madeDigest(dates[0] ?? "", { papers: 2, first: 4000 })])));
    await world.add(`${host.origin}/posts/index.json`);
    expect((await dayThere(dates[0] ?? ""))?.papers).toHaveLength(7);
    await world.feeds.remove((await first())?.id ?? "");
    expect((await dayThere(dates[0] ?? ""))?.papers).toHaveLength(2);
  });
});

describe("several feeds", () => {
  const other = () => `${host.origin}/posts/index.json`;
  beforeEach(async () => {
    const day = dates[0] ?? "";
    const same = madeDigest(day, { papers: 1 });
    const shared = { ...same.papers[0]!, counts: [{ network: "bluesky" as const, reposts: 3, likes: 4 }] };
    host.serve(folderFeed(markdownOf([{ ...same, papers: [shared] }]), { title: "Other" }));
    await world.add(pointer());
    await world.add(other());
  });

  test("the same paper is one paper with the counts of both", async () => {
    const id = digests[0]!.papers[0]!.id;
    const entries = await readPaper(await openIndex(), id);
    expect(entries.map((entry) => entry.counts.map(({ network }) => network))).toEqual([
      ["twitter", "bluesky"],
    ]);
  });

  test("their order is the reader's, and is kept", async () => {
    const [a, b] = await statusOf();
    await world.feeds.set(b?.id ?? "", { place: 0 });
    expect((await statusOf()).map(({ title }) => title)).toEqual(["Other", "Made papers"]);
    expect((await dayThere(dates[0] ?? ""))?.papers[0]?.counts[0]?.network).toBe("bluesky");
    await world.restart();
    expect((await statusOf()).map(({ id }) => id)).toEqual([b?.id, a?.id]);
  });

  test("one that is switched off is not asked; its digests stay", async () => {
    await world.feeds.set((await first())?.id ?? "", { on: false });
    world.asked.length = 0;
    world.now += 24 * HOUR;
    await world.feeds.alarm("feeds");
    expect(world.asked).toEqual([other()]);
    expect(await daysThere()).toEqual(dates);
  });

  test("deleting everything keeps the list, switched off, so that nothing comes back by itself", async () => {
    await world.feeds.deletedEverything(async () => clearIndex(await openIndex(), []));
    world.asked.length = 0;
    world.now += 24 * HOUR;
    await world.restart();
    expect([world.asked, await daysThere()]).toEqual([[], []]);
    expect((await statusOf()).map(({ on }) => on)).toEqual([false, false]);
    await world.feeds.set((await first())?.id ?? "", { on: true });
    await world.settled();
    await world.feeds.refresh();
    expect(await daysThere()).toEqual(dates);
  });
});

describe("the archive's words", () => {
  const JSDELIVR = "https://cdn.jsdelivr.net/gh/TatsuyaShirakawa/daily-arxiv-gatsby@";
  const days = daysBefore("2022-01-13", 70);
  const rich = days.map((date) => madeDigest(date, { papers: 2 }));
  const wordsOf = async () =>
    (await Promise.all(days.map(dayThere))).filter((day) => day?.papers[0]?.abstract !== undefined).length;

  beforeEach(async () => {
    const folder = "/2e966c3ac4d611855300eb09f82cd4452f5f38f8/content/posts/";
    host.serve(
      Object.fromEntries(
        Object.entries(markdownOf(rich)).map(([date, text]) => [`${folder}${date}---Hot-Papers.md`, text]),
      ),
    );
    world = new FeedsWorld({}, { [JSDELIVR]: `${host.origin}/` });
    const facts = unpackDigests(packDigests(rich));
    await replaceFeed(await openIndex(), { id: "archive", pack: "one" }, facts);
  });

  test("are off and offered until the reader decides", async () => {
    await world.feeds.start();
    expect((await world.feeds.status()).archive).toEqual({
      on: false,
      running: false,
      have: 0,
      days: 70,
      offer: true,
    });
    expect(world.asked).toEqual([]);
    await world.feeds.archiveWords(false);
    expect((await world.feeds.status()).archive.offer).toBe(false);
  });

  test("come as whole day files: the newest month and a budget first, the rest in runs of five minutes", async () => {
    await world.feeds.archiveWords(true);
    await vi.waitFor(async () => expect(await wordsOf()).toBe(62), { timeout: 10_000 });
    await world.settled();
    expect(world.asked[0]).toBe(
      `${JSDELIVR}2e966c3ac4d611855300eb09f82cd4452f5f38f8/content/posts/2022-01-13---Hot-Papers.md`,
    );
    expect(await world.alarmAt()).toBe(world.now + HOUR / 12);
    world.now += HOUR / 12;
    await world.feeds.alarm("feeds");
    expect(await wordsOf()).toBe(70);
    expect((await world.feeds.status()).archive).toMatchObject({ on: true, have: 70, days: 70 });
    world.asked.length = 0;
    world.now += 20 * HOUR;
    await world.feeds.alarm("feeds");
    expect(world.asked).toEqual([]);
    expect((await dayThere(days[69] ?? ""))?.papers[0]?.posts[0]?.text).toContain("worth <reading>");
  });

  test("of a day that is opened come before all others, while the rest goes on", async () => {
    host.behave("*", { slow: 20 });
    const day = days[66] ?? "";
    await world.feeds.archiveWords(true);
    await world.feeds.wantDay(day);
    expect((await dayThere(day))?.papers[0]?.abstract).toBeDefined();
    expect(world.asked.length).toBeLessThan(20);
    await world.feeds.refresh();
    expect(await wordsOf()).toBe(70);
    expect(new Set(world.asked).size).toBeGreaterThan(69);
  });

  test("are not fetched for a day that is opened while they are switched off", async () => {
    await world.feeds.wantDay(days[3] ?? "");
    expect(world.asked).toEqual([]);
  });

  test("stay when the pack is replaced by a newer one, and are not asked for again", async () => {
    await world.feeds.archiveWords(true);
    await world.feeds.refresh();
    await replaceFeed(await openIndex(), { id: "archive", pack: "two" }, unpackDigests(packDigests(rich)));
    world.asked.length = 0;
    await world.feeds.refresh();
    expect([world.asked, await wordsOf()]).toEqual([[], 70]);
  });
});

test("a damaged entry in the stored settings costs itself, and the others are kept", async () => {
  await world.add(pointer());
  const { feeds } = await readFeedSettings();
  await fakeBrowser.storage.local.set({ feeds: { feeds: [{ id: 7 }, ...feeds, null], archiveWords: "yes" } });
  expect(await readFeedSettings()).toEqual({
    feeds,
    removed: [],
    archiveWords: false,
    offerDismissed: false,
    live: false,
  });
});

afterEach(() => vi.useRealTimers());
