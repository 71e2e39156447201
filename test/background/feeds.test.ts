import type { Digest } from "../../lib/digest/digest.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { packDigests, unpackDigests } from "../../lib/digest/pack.ts";
import { readFeedSettings } from "../../lib/settings/feeds.ts";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { readPaper } from "../../lib/index/read-paper.ts";
import { clearIndex, replaceFeed } from "../../lib/index/write.ts";
import { openFeedHost } from "../feed-host/feed-host.ts";
import type { FeedHost } from "../feed-host/feed-host.ts";
import { daysBefore, madeDigest } from "../made-feeds/made-digest.ts";
import { rssOf, upvotedFeed } from "../made-feeds/paper-feeds.ts";
import { folderFeed, markdownOf, pointerFeed } from "../made-feeds/made-feeds.ts";
import { dump } from "../index/dump.ts";
import { failAtPut } from "../index/fail-at.ts";
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

describe("a list of papers", () => {
  const list = upvotedFeed([
    ["2611.00001", 52],
    ["2611.00002", 0],
  ]);
  const blog = rssOf("A blog", "", [
    { link: "https://blog.example/1", html: "See arXiv:2611.00001." },
    { link: "https://blog.example/2" },
    { link: "https://blog.example/3" },
  ]);

  test("is found by its site, says how many papers it has, and brings them", async () => {
    host.serve({
      "/": '<!doctype html><html><body><a href="/rss.xml">RSS</a></body></html>',
      "/rss.xml": list,
    });
    const found = await world.feeds.check(host.origin);
    expect(found).toMatchObject({
      ok: true,
      kind: "2 papers, one item each",
      newest: "2026-11-20",
      papers: 2,
    });
    await world.add(`${host.origin}/rss.xml`);
    await world.settled();
    expect(await first()).toMatchObject({
      kind: "list of papers, one item each",
      title: "Daily papers of everybody",
      digests: 1,
      state: { tone: "ok" },
    });
    expect((await dayThere("2026-11-20"))?.papers).toMatchObject([
      { id: "2611.00001", counts: [{ network: "huggingface", upvotes: 52 }] },
      { id: "2611.00002", counts: [{ network: "huggingface", upvotes: 0 }] },
    ]);
  });

  test("that is empty on a weekend has no news, and is not a broken feed", async () => {
    host.serve({ "/rss.xml": list });
    await world.add(`${host.origin}/rss.xml`);
    await world.settled();
    host.serve({ "/rss.xml": upvotedFeed([]) });
    await world.feeds.refresh();
    await world.settled();
    expect(await first()).toMatchObject({ digests: 1, newest: "2026-11-20", state: { tone: "ok" } });
  });

  test("a blog that mentions one paper once is refused, and told what would do", async () => {
    host.serve({ "/rss.xml": blog });
    expect(await world.feeds.check(`${host.origin}/rss.xml`)).toEqual({
      ok: false,
      text: "There is something at this address, but it has no digests and no list of papers.",
      advice:
        "You can add a feed if it has digests, or if at least three of its items, or half of them, are about one arXiv paper each.",
    });
  });
});

describe("adding a feed", () => {
  test("is checked first: kind, title, newest digest, number; only the log keeps anything of it", async () => {
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

  test("that is to be off is in the list, and no host is asked", async () => {
    await world.feeds.add(pointer(), "Mine", false);
    await world.settled();
    expect(await first()).toMatchObject({ title: "Mine", on: false, digests: 0 });
    expect(world.asked).toEqual([]);
    expect(await world.alarmAt()).toBeUndefined();
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
    await expect(world.feeds.add(pointer(), "")).rejects.toThrow("already in your list");
    expect(await world.feeds.check(pointer())).toMatchObject({ known: true });
  });

  test("what is wrong comes with what to do", async () => {
    expect(await world.feeds.check("hello")).toMatchObject({
      ok: false,
      text: "This is not a valid address.",
    });
    expect(await world.feeds.check(`${host.origin}/nothing.json`)).toEqual({
      ok: false,
      text: `${new URL(host.origin).host} has nothing at this address.`,
      advice: "Check the address.",
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

  test("is not asked before it is due, whatever wakes the worker", async () => {
    await world.add(pointer());
    world.asked.length = 0;
    world.now += 5 * HOUR;
    await world.restart();
    await world.feeds.alarm("feeds");
    expect(world.asked).toEqual([]);
    expect(await world.alarmAt()).toBe(world.now + 7 * HOUR);
  });

  test("that is overdue at a start is asked, and an alarm that the browser lost is set again", async () => {
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
  test("is shown with what is there, and asked again later and later", async () => {
    await world.add(pointer());
    host.behave("*", { status: 500 });
    world.now += 12 * HOUR;
    await world.feeds.alarm("feeds");
    expect(await first()).toMatchObject({
      next: world.now + HOUR / 12,
      state: {
        tone: "warn",
        text: expect.stringContaining(
          "answers with an error (500). You keep what you have, from 20 November 2026.",
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

  test("a host that asked us to wait two hours is left alone for two hours", async () => {
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

  test("a full disk is reported, nothing is half-written, and it goes on when there is room", async () => {
    const full = failAtPut(30, "QuotaExceededError");
    await world.feeds.add(pointer(), "");
    const told = {
      tone: "warn",
      text: expect.stringMatching(/^There is no room left for digests.*You keep what you have, from/u),
      advice: expect.stringContaining("Nothing is half-written"),
    };
    await vi.waitFor(async () => expect((await first())?.state).toMatchObject(told), 60_000);
    expect((await first())?.digests).toBeLessThan(6);
    full.restore();
    await world.feeds.refresh();
    expect(await daysThere()).toEqual(dates);
  });

  test("a disk that cannot keep when a feed was asked is not a reason to ask it at every start", async () => {
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

describe("a background that is stopped in the middle of a run", () => {
  /** From now on no request is answered, and this life of the background ends without a word, as a kill is. */
  const hang = () => vi.spyOn(globalThis, "fetch").mockImplementation(() => new Promise(() => undefined));

  test("does not ask that feed at its next start, says so, and asks again after the pause", async () => {
    const hanging = hang();
    await world.feeds.add(pointer(), "");
    await vi.waitFor(() => expect(world.asked).toEqual([pointer()]));
    expect(await first()).toMatchObject({ running: true, state: { tone: "plain" } });
    world.now += 60_000;
    await world.restart();
    await world.restart();
    expect(world.asked).toEqual([pointer()]);
    expect(await first()).toMatchObject({
      running: false,
      last: world.now - 60_000,
      next: world.now + 4 * 60_000,
      state: { tone: "bad", text: expect.stringContaining("did not finish") },
    });
    expect(await world.alarmAt()).toBe(world.now + 4 * 60_000);
    hanging.mockRestore();
    world.now += 4 * 60_000;
    await world.feeds.alarm("feeds");
    expect(await first()).toMatchObject({ digests: 6, state: { tone: "ok" } });
  });

  test("waits longer each time, also if a press started the run", async () => {
    hang();
    await world.feeds.add(pointer(), "");
    for (const minutes of [5, 10, 20]) {
      await vi.waitFor(() => expect(world.asked).toHaveLength(1), 60_000);
      world.asked.length = 0;
      await world.restart();
      expect((await first())?.next).toBe(world.now + minutes * 60_000);
      void world.feeds.refresh((await first())?.id ?? "");
    }
  });

  test("goes on two minutes later if the run had brought something, and nothing is counted", async () => {
    const real = globalThis.fetch;
    const hanging = vi
      .spyOn(globalThis, "fetch")
      .mockImplementation((url, init) =>
        (url as string).includes(dates[3] ?? "") ? new Promise(() => undefined) : real(url, init),
      );
    await world.feeds.add(pointer(), "");
    await vi.waitFor(async () => expect((await first())?.digests).toBe(3), 60_000);
    await vi.waitFor(() => expect(world.asked.at(-1)).toContain(dates[3]));
    hanging.mockRestore();
    world.asked.length = 0;
    await world.restart();
    expect(world.asked).toEqual([]);
    expect((await first())?.next).toBe(world.now + 2 * 60_000);
    world.now += 2 * 60_000;
    await world.feeds.alarm("feeds");
    expect(await first()).toMatchObject({ digests: 6, state: { tone: "ok" } });
  });

  test("is never reported for a run that is under way", async () => {
    await world.feeds.add(pointer(), "");
    const told = new Set<string>();
    let digestsThere = 0;
    for (let running = true; running || digestsThere < 6;) {
      const feed = await first();
      running = feed?.running === true;
      digestsThere = feed?.digests ?? 0;
      told.add(feed?.state.text ?? "");
    }
    expect([...told].filter((text) => text.includes("did not finish"))).toEqual([]);
  });

  test("a change by the reader is not such an end: the feed goes on at once", async () => {
    await world.add(pointer());
    world.now += 12 * HOUR;
    host.behave("/v1/latest.json", { slow: 300 });
    const run = world.feeds.alarm("feeds");
    await vi.waitFor(async () => expect((await first())?.running).toBe(true));
    await world.feeds.fullTexts(false);
    await run;
    expect(await first()).toMatchObject({
      last: world.now,
      next: world.now + 12 * HOUR,
      state: { tone: "ok" },
    });
  });

  test("a feed whose host never answers can be removed at once", async () => {
    host.behave("*", { silent: true });
    await world.feeds.add(pointer(), "");
    await vi.waitFor(() => expect(world.asked).toHaveLength(1), 60_000);
    await world.feeds.remove((await first())?.id ?? "");
    expect(await first()).toMatchObject({ removed: true, running: false });
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

const factsOf = (whole: Digest[]) => unpackDigests(packDigests({ archive: whole })).archive ?? [];

describe("the archive's words", () => {
  const JSDELIVR = "https://cdn.jsdelivr.net/gh/TatsuyaShirakawa/daily-arxiv-gatsby@";
  const days = daysBefore("2022-01-13", 70);
  const rich = days.map((date) => madeDigest(date, { papers: 2 }));
  const fileOf = (day: string) =>
    `${JSDELIVR}2e966c3ac4d611855300eb09f82cd4452f5f38f8/content/posts/${day}---Hot-Papers.md`;
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
    const facts = factsOf(rich);
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
    await world.feeds.fullTexts(false);
    expect((await world.feeds.status()).archive.offer).toBe(false);
  });

  test("come as whole day files in one go, the newest first", async () => {
    await world.feeds.fullTexts(true);
    await vi.waitFor(async () => expect(await wordsOf()).toBe(70), { timeout: 60_000 });
    await world.settled();
    expect(world.asked).toEqual(days.map(fileOf));
    expect((await world.feeds.status()).archive).toMatchObject({ on: true, have: 70, days: 70 });
    world.asked.length = 0;
    world.now += 20 * HOUR;
    await world.feeds.alarm("feeds");
    expect(world.asked).toEqual([]);
    expect((await dayThere(days[69] ?? ""))?.papers[0]?.posts[0]?.text).toContain("worth <reading>");
  });

  test("that no page waits for are asked for one at a time, with a pause between them", async () => {
    const at: number[] = [];
    world = new FeedsWorld({ archivePause: 60 }, { [JSDELIVR]: `${host.origin}/` });
    world.onAsked = () => at.push(performance.now());
    await world.feeds.fullTexts(true);
    await vi.waitFor(() => expect(at.length).toBeGreaterThan(3), 60_000);
    // An alarm keeps a background from being stopped for doing nothing, again and again.
    for (const _ of [1, 2]) {
      expect(await world.alarmAt()).toBe(world.now + 25_000);
      world.now += 25_000;
      void world.feeds.alarm("feeds");
      await vi.waitFor(async () => expect(await world.alarmAt()).toBeGreaterThan(world.now));
    }
    await world.feeds.fullTexts(false);
    const pauses = at.slice(1).map((time, index) => time - at[index]!);
    expect(Math.min(...pauses)).toBeGreaterThan(50);
  });

  test("stopped in the middle, the rest comes with the next life of the worker, and nothing twice", async () => {
    host.behave("*", { slow: 20 });
    await world.feeds.fullTexts(true);
    await vi.waitFor(async () => expect(await wordsOf()).toBeGreaterThan(2), 60_000);
    const before = await wordsOf();
    world.cut();
    world.asked.length = 0;
    await world.restart();
    expect(await world.alarmAt()).toBeLessThanOrEqual(world.now + HOUR / 30);
    world.now += HOUR / 30;
    await world.feeds.alarm("feeds");
    await vi.waitFor(async () => expect(await wordsOf()).toBe(70), 60_000);
    expect(world.asked.length).toBeLessThanOrEqual(70 - before + 1);
    expect(new Set(world.asked).size).toBe(world.asked.length);
  });

  test("of a wanted month come before all others and with no pause, while the rest waits", async () => {
    host.behave("*", { slow: 20 });
    const month = days.filter((day) => day.startsWith("2021-11"));
    world = new FeedsWorld({ archivePause: 60_000 }, { [JSDELIVR]: `${host.origin}/` });
    await world.feeds.fullTexts(true);
    await vi.waitFor(() => expect(world.asked).toHaveLength(1), 60_000);
    await world.feeds.loadTexts(["2021-11"]);
    for (const day of month) expect((await dayThere(day))?.papers[0]?.abstract).toBeDefined();
    expect(new Set(world.asked.slice(1, 1 + month.length))).toEqual(new Set(month.map(fileOf)));
    expect(world.asked.length).toBeLessThanOrEqual(2 + month.length);
    await world.feeds.fullTexts(false);
  });

  test("are wanted from the press on, which ends with its month; the rest follows by itself", async () => {
    await world.feeds.loadTexts(["2021-12"]);
    const month = days.filter((day) => day.startsWith("2021-12"));
    expect(new Set(world.asked.slice(0, month.length))).toEqual(new Set(month.map(fileOf)));
    expect((await world.feeds.status()).archive).toMatchObject({ on: true, offer: false });
    await vi.waitFor(async () => expect(await wordsOf()).toBe(70), { timeout: 60_000 });
    expect(world.asked).toHaveLength(70);
  });

  test("of a month that is wanted twice at the same time are asked for once", async () => {
    host.behave("*", { slow: 20 });
    const loading = world.feeds.loadTexts(["2021-12"]);
    await vi.waitFor(() => expect(world.asked.length).toBeGreaterThan(0), 60_000);
    await world.feeds.wantMonths(["2021-12"]); // by a page that sees that they are wanted now
    await loading;
    const month = days.filter((day) => day.startsWith("2021-12"));
    expect(world.asked.filter((url) => url.includes("/2021-12-")).toSorted()).toEqual(
      month.map(fileOf).toSorted(),
    );
    await world.feeds.fullTexts(false);
  });

  test("two months wanted at the same time come both", async () => {
    host.behave("*", { slow: 20 });
    await Promise.all([world.feeds.loadTexts(["2021-12"]), world.feeds.loadTexts(["2021-11"])]);
    for (const day of days.filter((each) => each < "2022")) {
      expect((await dayThere(day))?.papers[0]?.abstract).toBeDefined();
    }
    await world.feeds.fullTexts(false);
  });

  test("that cannot be had are reported with the reason, and stay wanted", async () => {
    world.online = false;
    await expect(world.feeds.loadTexts(["2021-12"])).rejects.toThrow("There is no network.");
    await world.settled();
    expect((await world.feeds.status()).archive).toMatchObject({ on: true, have: 0 });
    world.online = true;
    await world.feeds.loadTexts(["2021-12"]);
    expect(await wordsOf()).toBeGreaterThan(20);
  });

  test("are not fetched for a day that is opened while they are switched off", async () => {
    await world.feeds.wantMonths([(days[3] ?? "").slice(0, 7)]);
    expect(world.asked).toEqual([]);
  });

  test("stay when the pack is replaced by a newer one, and are not asked for again", async () => {
    await world.feeds.fullTexts(true);
    await world.feeds.refresh();
    await replaceFeed(await openIndex(), { id: "archive", pack: "two" }, factsOf(rich));
    world.asked.length = 0;
    await world.feeds.refresh();
    expect([world.asked, await wordsOf()]).toEqual([[], 70]);
  });
});

test("a damaged entry in the stored settings costs itself, and the others are kept", async () => {
  await world.add(pointer());
  const { feeds } = await readFeedSettings();
  await fakeBrowser.storage.local.set({ feeds: { feeds: [{ id: 7 }, ...feeds, null], fullTexts: "yes" } });
  expect(await readFeedSettings()).toEqual({
    feeds,
    removed: [],
    fullTexts: false,
    offerDismissed: false,
    live: false,
    alphaxiv: false,
  });
});

afterEach(() => vi.useRealTimers());
