import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { ARXIV_HOSTS, arxivReply } from "../arxiv/arxiv.ts";
import { archiveMarkdown } from "../feeds/archive-files.ts";
import { embeddedJsonFeed, folderFeed } from "../feeds/made-feeds.ts";
import { archiveWhole, ask } from "./ask.ts";
import { browserNames } from "./harness/browsers.ts";
import { type Driver, launch } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type World } from "./harness/world.ts";
import { until } from "./until.ts";

const HOST = "feed.example.org";
const ADDRESS = `https://${HOST}/posts/index.json`;
const ONE_FILE = `https://${HOST}/feed.json`;
const markdown = archiveMarkdown();
const digests = Object.values(markdown).flatMap((text) => parseMarkdown(text).digests);
const files = { ...folderFeed(markdown), ...embeddedJsonFeed(digests) };
const entries = digests.reduce((sum, { papers }) => sum + papers.length, 0);

/** What the index has of the feed: digests, entries, and those of them that are there twice. */
function contents(page: Page): Promise<{ digests: number; entries: number; twice: number; words: number }> {
  return page.evaluate(async () => {
    const open = indexedDB.open("hot-papers");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.addEventListener("success", () => resolve(open.result));
      open.addEventListener("error", () => reject(open.error ?? new Error("cannot open")));
    });
    const all = (name: string) =>
      new Promise<
        { feed: string; date: string; papers?: { id: string }[]; abstracts?: Map<string, string> }[]
      >((resolve, reject) => {
        const request = db.transaction(name).objectStore(name).getAll();
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("cannot read")));
      });
    const ours = (await all("digests")).filter(({ feed }) => feed.startsWith("feed-"));
    const words = (await all("words")).filter(({ feed }) => feed.startsWith("feed-"));
    db.close();
    const ids = ours.flatMap(({ date, papers = [] }) => papers.map(({ id }) => `${date} ${id}`));
    return {
      digests: ours.length,
      entries: ids.length,
      twice: ids.length - new Set(ids).size,
      words: words.reduce((sum, { abstracts }) => sum + (abstracts?.size ?? 0), 0),
    };
  });
}

const whole = {
  digests: 294,
  entries,
  twice: 0,
  words: digests.flatMap(({ papers }) => papers).filter(({ abstract }) => abstract !== undefined).length,
};
/** Looks now and then: the question takes the worker's time, too. */
const isWhole = async (page: Page) => {
  await pause(200);
  const { feeds } = await ask(page, { type: "feedsStatus" });
  return (
    feeds.length > 0 && feeds.every((feed) => feed.digests === 294 && feed.waiting === 0 && !feed.running)
  );
};
const refresh = (page: Page) => ask(page, { type: "refreshFeeds" });

/** How long bare puts of the same entries take, one transaction for each digest, in ms. */
function barePuts(page: Page): Promise<number> {
  return page.evaluate(async (all) => {
    const open = indexedDB.open("bare", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("entries", { keyPath: ["date", "id"] });
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const start = performance.now();
    for (const { date, papers } of all) {
      const tx = db.transaction("entries", "readwrite");
      for (const paper of papers) tx.objectStore("entries").put({ date, ...paper });
      await new Promise((resolve) => {
        tx.oncomplete = resolve;
      });
    }
    const took = performance.now() - start;
    db.close();
    indexedDB.deleteDatabase("bare");
    return took;
  }, digests);
}

describe.each(browserNames)("%s", (name) => {
  if (!needBrowser(name)) return;
  let world: World;
  beforeAll(async () => {
    world = await openWorld({
      hosts: [...ARXIV_HOSTS, HOST],
      reply: (url) => {
        if (url.hostname !== HOST) return arxivReply(url);
        const body = files[url.pathname];
        return body === undefined
          ? undefined
          : { type: "text/plain", body, headers: { "access-control-allow-origin": "*" } };
      },
    });
  });
  afterAll(() => world?.close());

  const added = async (driver: Driver) => {
    const page = await driver.open(driver.extensionUrl("options.html"));
    await archiveWhole(page);
    return page;
  };

  test("294 digests are imported, parsing included, at 0.3 of the speed of bare puts or more", async () => {
    const driver = await launch(name, { proxyPort: world.port });
    try {
      const page = await added(driver);
      const before = await barePuts(page);
      const imported = async (address: string) => {
        const start = performance.now();
        await ask(page, { type: "addFeed", address, title: "Archive" });
        await refresh(page);
        expect(await until(() => isWhole(page), 90_000)).toBe(true);
        return performance.now() - start;
      };
      let bare = 0;
      const told: string[] = [];
      const tell = (what: string, took: number) =>
        told.push(`${what} ${Math.round(took)} ms (${(bare / took).toFixed(2)}x)`);
      const inOne = await imported(ONE_FILE);
      expect(await contents(page)).toEqual(whole);
      bare = Math.max(before, await barePuts(page)); // before and after, for a machine that has more to do at times
      tell("one JSON file", inOne);
      expect(bare / inOne, "of the speed of bare puts").toBeGreaterThan(0.3);
      // As many requests, one after the other: that takes a while, and one browser is enough to tell how long.
      for (const address of name === "chromium" ? [ADDRESS] : [])
        tell("Markdown files", await imported(address));
      console.info(`${name}: import of 294 digests: bare puts ${Math.round(bare)} ms, ${told.join(", ")}`);
    } finally {
      await driver.close();
    }
  });

  test.runIf(name === "chromium")(
    "the worker killed 20 times at random moments during the import, it ends whole, without duplicate or loss",
    async () => {
      const driver = await launch(name, { proxyPort: world.port });
      try {
        const page = await added(driver);
        await ask(page, { type: "addFeed", address: ADDRESS, title: "Archive" });
        const moments: number[] = [];
        for (let kill = 0; kill < 20; kill++) {
          await refresh(page).catch(() => undefined);
          const moment = Math.round(20 + Math.random() * 280);
          moments.push(moment);
          await pause(moment);
          await driver.stopBackground();
        }
        const before = (await contents(page)).digests;
        await refresh(page);
        expect(await until(() => isWhole(page), 90_000), `killed at ${moments.join(", ")} ms`).toBe(true);
        expect(await contents(page)).toEqual(whole);
        console.info(`${name}: worker killed 20 times, ${before} digests were there after the last`);
      } finally {
        await driver.close();
      }
    },
  );

  test.runIf(name === "chromium")("the browser killed 5 times during the import: the same", async () => {
    const profile = mkdtempSync(join(tmpdir(), "hot-papers-"));
    try {
      let first = true;
      for (let kill = 0; kill < 5; kill++) {
        const driver = await launch(name, { profile, proxyPort: world.port });
        const page = await added(driver);
        if (first) await ask(page, { type: "addFeed", address: ADDRESS, title: "Archive" });
        first = false;
        await refresh(page);
        await pause(Math.round(100 + Math.random() * 500));
        await driver.kill();
      }
      const driver = await launch(name, { profile, proxyPort: world.port });
      try {
        const page = await added(driver);
        await refresh(page);
        expect(await until(() => isWhole(page), 90_000)).toBe(true);
        expect(await contents(page)).toEqual(whole);
      } finally {
        await driver.close();
      }
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
