import { beforeEach, describe, expect, test } from "vitest";
import { archiveFiles } from "../../lib/feeds/full-texts-feed.ts";
import { openFeedHost } from "../feed-host/feed-host.ts";
import type { FeedHost } from "../feed-host/feed-host.ts";
import { nodeOutside } from "../feed-host/node-outside.ts";
import { daysBefore, madeDigest } from "../made-feeds/made-digest.ts";
import {
  embeddedJsonFeed,
  folderFeed,
  linkedJsonFeed,
  markdownOf,
  pointerFeed,
  rssFeed,
} from "../made-feeds/made-feeds.ts";
import { MemoryFeedStore } from "./memory-cache.ts";

let host: FeedHost;
let store: MemoryFeedStore;
const outside = nodeOutside();
const dates = daysBefore("2026-11-20", 20);
const digests = dates.map((date) => madeDigest(date));
const paths = () => host.requests.map(({ path }) => path);
const pointer = () => `${host.origin}/v1/latest.json`;

beforeEach(async () => {
  host = await openFeedHost();
  store = new MemoryFeedStore();
  return () => host.close();
});

describe("a feed with a pointer", () => {
  beforeEach(() => host.serve(pointerFeed(digests)));

  test("comes whole: pointer, list of all days, then the days, newest first", async () => {
    const result = await store.refresh(outside, pointer());
    expect(result).toMatchObject({ days: dates, waiting: 0 });
    expect(host.mostAtOnce(), "one request at a time").toBe(1);
    expect(store.days).toEqual(dates);
    expect(paths()).toEqual([
      "/v1/latest.json",
      "/v1/index.json",
      ...dates.map((date) => `/v1/days/${date}.json`),
    ]);
  });

  test("unchanged costs exactly one small request and no write", async () => {
    await store.refresh(outside, pointer());
    const writes = store.writes;
    host.requests.length = 0;
    const result = await store.refresh(outside, pointer());
    expect(result.days).toEqual([]);
    expect(paths()).toEqual(["/v1/latest.json"]);
    expect(host.requests[0]?.bytes).toBeLessThan(3000);
    expect(store.writes).toBe(writes);
    expect(store.log.at(-1)).toMatchObject({
      outcome: "unchanged",
      feed: "feed",
      host: new URL(host.origin).host,
    });
  });

  test("a new or corrected day costs one request, and the list of all days is not read again", async () => {
    await store.refresh(outside, pointer());
    const corrected = madeDigest("2026-11-18", { papers: 3, generated: "2026-11-21T01:00:00" });
    const later = digests.map((digest) => (digest.date === corrected.date ? corrected : digest));
    host.serve(pointerFeed([...later, madeDigest("2026-11-21")]));
    host.requests.length = 0;
    await store.refresh(outside, pointer(), { today: "2026-11-21" });
    expect(paths()).toEqual(["/v1/latest.json", "/v1/days/2026-11-21.json", "/v1/days/2026-11-18.json"]);
    expect(store.digests.get("2026-11-18")?.papers).toHaveLength(3);
  });

  test("after more days than the pointer covers, the list of all days is read once more", async () => {
    await store.refresh(outside, pointer());
    const later = daysBefore("2026-12-20", 25).map((date) => madeDigest(date));
    host.serve(pointerFeed([...digests, ...later]));
    await store.refresh(outside, pointer(), { today: "2026-12-20" });
    expect(store.days).toHaveLength(45);
  });

  test("killed at every single write it goes on where it was, and asks for no file twice", async () => {
    let deaths = 0;
    for (; ; deaths++) {
      const next = new MemoryFeedStore();
      next.diesAt = deaths + 1;
      const ended = await next.refresh(outside, pointer()).catch((error: unknown) => String(error));
      if (typeof ended !== "string") break;
      expect(ended).toContain("killed");
      host.requests.length = 0;
      next.diesAt = Infinity;
      const had = new Set(next.days);
      const result = await next.refresh(outside, pointer());
      expect(result.days).toHaveLength(digests.length - had.size);
      expect(next.days).toEqual(dates);
      expect(paths().filter((path) => had.has(path.slice(9, 19)))).toEqual([]);
    }
    expect(deaths, "the listing, the newest day, the others").toBeGreaterThan(2);
  });

  test("a budget takes the newest month whole, and of older days so many in a run", async () => {
    const many = daysBefore("2026-11-20", 60);
    host.serve(pointerFeed(many.map((date) => madeDigest(date, { papers: 1 }))));
    const first = await store.refresh(outside, pointer(), { olderFiles: 10 });
    expect([first.days.length, first.waiting]).toEqual([41, 19]);
    expect(store.days).toEqual(many.slice(0, 41));
    const second = await store.refresh(outside, pointer(), { olderFiles: 10 });
    expect([second.days.length, second.waiting]).toEqual([10, 9]);
  });
});

describe("trouble of one file costs that file", () => {
  beforeEach(() => host.serve(pointerFeed(digests)));
  const file = `/v1/days/${dates[1]}.json`;

  test("a file that is not there yet comes with a later check", async () => {
    host.behave(file, { status: 404 });
    const result = await store.refresh(outside, pointer());
    expect(result.error).toBeUndefined();
    expect(store.days).toHaveLength(19);
    expect(store.state.done[dates[1]!]?.aside).toEqual({ code: "notFound" });
    host.behave(file, undefined);
    await store.refresh(outside, pointer());
    expect(store.days).toEqual(dates);
    expect(store.state.done[dates[1]!]?.aside).toBeUndefined();
  });

  test("a file that stays away is given up after six checks, until the feed changes", async () => {
    host.behave(file, { status: 404 });
    for (let check = 0; check < 8; check++) await store.refresh(outside, pointer());
    expect(paths().filter((path) => path === file)).toHaveLength(6);
    host.serve(pointerFeed([...digests, madeDigest("2026-11-21")]));
    await store.refresh(outside, pointer());
    expect(paths().filter((path) => path === file)).toHaveLength(7);
  });

  test("a file that is not the promised one is not taken, and the digest from before stays", async () => {
    await store.refresh(outside, pointer());
    const later = digests.map((digest) =>
      digest.date === dates[1] ? { ...digest, title: "Corrected" } : digest,
    );
    host.serve({ ...pointerFeed(later), [file]: JSON.stringify({ ...digests[1], title: "Forged" }) });
    const result = await store.refresh(outside, pointer());
    expect([result.days, result.waiting]).toEqual([[], 1]);
    expect(store.state.done[dates[1]!]?.aside?.code).toBe("checksum");
    expect(store.digests.get(dates[1]!)?.title).toBe(`Hot Papers ${dates[1]}`);
  });

  test("a damaged digest is set aside with its reason, and is not asked for again", async () => {
    host.serve(folderFeed({ ...markdownOf(digests), [dates[1]!]: "no digest at all" }));
    const address = `${host.origin}/posts/index.json`;
    await store.refresh(outside, address);
    expect(store.days).toHaveLength(19);
    expect(store.state.done[dates[1]!]?.aside?.code).toBe("noDigest");
    host.requests.length = 0;
    await store.refresh(outside, address);
    expect(paths()).toEqual(["/posts/index.json"]);
  });

  test("a digest of a newer version is set aside, and read again by a version that knows it", async () => {
    const newer = JSON.stringify({ ...digests[0], version: 2 });
    host.serve({ ...linkedJsonFeed(digests), [`/v1/days/${dates[0]}.json`]: newer });
    host.serve({
      "/v1/feed.json": linkedJsonFeed(digests)["/v1/feed.json"]!.replace(/"sha256": "[^"]*"/u, '"x": 1'),
    });
    await store.refresh(outside, `${host.origin}/v1/feed.json`);
    expect(store.state.done[dates[0]!]).toMatchObject({ aside: { code: "newerVersion" }, reader: 1 });
    store.state.done[dates[0]!]!.reader = 0;
    const before = host.requests.length;
    await store.refresh(outside, `${host.origin}/v1/feed.json`);
    expect(paths().slice(before)).toContain(`/v1/days/${dates[0]}.json`);
  });

  test("a day after tomorrow waits for its day", async () => {
    host.serve(pointerFeed([...digests, madeDigest("2026-11-22")]));
    await store.refresh(outside, pointer());
    expect(store.days).toEqual(dates);
    await store.refresh(outside, pointer(), { today: "2026-11-21" });
    expect(store.days[0]).toBe("2026-11-22");
  });
});

describe("trouble of the host ends the run", () => {
  beforeEach(() => host.serve(pointerFeed(digests)));

  test.each([
    [{ status: 429, retryAfter: "60" }, "throttled"],
    [{ status: 500 }, "broken"],
    [{ cutOff: true }, "cutOff"],
  ])("in the middle, %j: what came before stays, and the rest comes later", async (behaviour, code) => {
    host.behave(`/v1/days/${dates[5]}.json`, behaviour);
    const result = await store.refresh(outside, pointer());
    expect(result).toMatchObject({ error: { code }, days: dates.slice(0, 5), waiting: 15 });
    host.behave(`/v1/days/${dates[5]}.json`, undefined);
    expect((await store.refresh(outside, pointer())).days).toHaveLength(15);
  });

  test("at the pointer: nothing is written", async () => {
    host.behave("/v1/latest.json", { status: 503, retryAfter: "7" });
    const result = await store.refresh(outside, pointer());
    expect(result.error).toMatchObject({ code: "throttled", retryAfterMs: 7000 });
    expect(store.writes).toBe(0);
  });

  test("a feed that has become something else keeps what it gave", async () => {
    await store.refresh(outside, pointer());
    host.serve({ "/v1/latest.json": "<!doctype html><html><body>Domain for sale" });
    expect((await store.refresh(outside, pointer())).error?.code).toBe("noFeed");
    expect(store.days).toEqual(dates);
  });

  test("a 304 that was not asked for means unchanged, if something is there", async () => {
    await store.refresh(outside, pointer());
    host.behave("/v1/latest.json", { status: 304 });
    expect((await store.refresh(outside, pointer())).error).toBeUndefined();
    expect((await new MemoryFeedStore().refresh(outside, pointer())).error?.code).toBe("broken");
  });
});

describe("digests within the feed's own file", () => {
  test.each([
    ["JSON Feed", embeddedJsonFeed(digests), "/feed.json"],
    ["RSS", rssFeed(digests), "/rss.xml"],
  ])("%s: all of them in one request, and only changed ones are written again", async (_, files, path) => {
    host.serve(files);
    await store.refresh(outside, host.origin + path);
    expect([store.days, paths()]).toEqual([dates, [path]]);
    const writes = store.writes;
    const changed = digests.map((digest) =>
      digest.date === dates[3]
        ? madeDigest(dates[3] ?? "", { papers: 2, generated: "2026-11-20T23:00:00" })
        : digest,
    );
    host.serve(path === "/rss.xml" ? rssFeed(changed) : embeddedJsonFeed(changed));
    const result = await store.refresh(outside, host.origin + path);
    expect(result.days).toEqual([dates[3]]);
    expect(store.writes).toBe(writes + 2);
  });

  test("killed in the middle, the rest comes with the next run", async () => {
    host.serve(embeddedJsonFeed(digests));
    store.diesAt = 2;
    await expect(store.refresh(outside, `${host.origin}/feed.json`)).rejects.toThrow("killed");
    store.diesAt = Infinity;
    const result = await store.refresh(outside, `${host.origin}/feed.json`);
    expect([result.days.length, store.days]).toEqual([19, dates]);
  });
});

test("a single digest is a feed of one, and its next day another", async () => {
  host.serve({ "/today.json": JSON.stringify(digests[1]) });
  await store.refresh(outside, `${host.origin}/today.json`);
  host.serve({ "/today.json": JSON.stringify(digests[0]) });
  await store.refresh(outside, `${host.origin}/today.json`);
  expect(store.days).toEqual([dates[0], dates[1]]);
});

test("a folder without hashes: old days are final, the last week is read again and compared", async () => {
  host.serve(folderFeed(markdownOf(digests), { hashes: false }));
  const address = `${host.origin}/posts/index.json`;
  await store.refresh(outside, address);
  expect(store.days).toEqual(dates);
  const writes = store.writes;
  host.requests.length = 0;
  await store.refresh(outside, address);
  expect(paths()).toHaveLength(1 + 8);
  expect(store.writes).toBe(writes);
});

describe("the archive", () => {
  const days = daysBefore("2022-01-13", 50);
  beforeEach(() => {
    host.serve(folderFeed(markdownOf(days.map((date) => madeDigest(date, { papers: 1 })))));
    store.files = archiveFiles(days, `${host.origin}/posts/`);
  });

  test("is asked for no list: newest month first, then within a budget, nothing once it is whole", async () => {
    const first = await store.refresh(outside, undefined, { olderFiles: 12 });
    expect([first.days.length, first.waiting]).toEqual([43, 7]);
    const second = await store.refresh(outside, undefined, { olderFiles: 12 });
    expect([second.days.length, second.waiting]).toEqual([7, 0]);
    host.requests.length = 0;
    await store.refresh(outside, undefined, { olderFiles: 12 });
    expect(host.requests).toEqual([]);
  });

  test("a month that a page waits for comes whole, a few files at once, and only once", async () => {
    host.behave("*", { slow: 20 });
    let [now, most] = [0, 0];
    const counted = async (url: string, init?: RequestInit) => {
      most = Math.max(most, (now += 1));
      return outside.fetch(url, init).finally(() => (now -= 1));
    };
    const month = days.filter((day) => day.startsWith("2021-12"));
    await store.refresh({ ...outside, fetch: counted }, undefined, { months: ["2021-12"] });
    await store.refresh(outside, undefined, { months: ["2021-12"] });
    expect(paths().toSorted()).toEqual(month.map((day) => `/posts/${day}---Hot-Papers.md`).toSorted());
    expect(store.days).toEqual(month);
    expect(most).toBe(6);
  });
});

test("a feed of more than 200 MB is not taken beyond that", async () => {
  host.serve(pointerFeed(digests));
  store.state = { title: "", done: { old: { stamp: "x", bytes: 200_000_000 - 5000 } } };
  const result = await store.refresh(outside, pointer());
  expect(result.error?.code).toBe("tooLarge");
  expect(store.days.length).toBeLessThan(3);
});
