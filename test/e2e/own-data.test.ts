import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { author, category, words } from "../follows/made.ts";
import { daysBefore, madeDigest } from "../made-feeds/made-digest.ts";
import { pointerFeed } from "../made-feeds/made-feeds.ts";
import { archiveWhole, ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { settledBadgeIds } from "./badges.ts";
import { downloadFolder } from "./downloads.ts";
import { followInOptions, followMarks } from "./follows.ts";
import { type BrowserName, browserNames } from "./harness/browsers.ts";
import { type Driver, launch } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type World } from "./harness/world.ts";
import { pressButton } from "./options-page.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

const HOST = "feed.example.org";
/** Its feed is off, so it must not be asked. */
const SILENT = "silent.example.org";
const today = new Date().toISOString().slice(0, 10);
const FILE = `hot-papers-data-${today}.json`;
const FEED = { address: `https://${HOST}/v1/latest.json`, title: "News of our own" };
const OFF = { address: `https://${SILENT}/v1/latest.json`, title: "Not now", on: false };

const DAY = "2022-01-20";
const [FIRST, SECOND, THIRD] = ["2201.00001", "2201.00002", "2201.00003"] as const;
const digestOf = (generated: string, ...ids: readonly string[]) =>
  JSON.stringify({
    version: 1,
    date: DAY,
    title: `Hot Papers ${DAY}`,
    generated,
    papers: ids.map((id, at) => ({
      id,
      rank: at + 1,
      title: `A made paper ${id}`,
      authors: ["Ada Author"],
      categories: ["cs.CL"],
      abstract: "What it says.",
      counts: [{ network: "twitter", reposts: 10, likes: 5 }],
      posts: [],
    })),
  });
const FOLLOWED = [author("Andreas Madsen"), words('"graph neural" -survey'), category("cs.RO")];
const facts = { title: "A made paper", authors: ["Ada Author"], categories: ["cs.CL"], date: DAY };

const section = (page: Page, name: string) =>
  page.$eval(`section[aria-labelledby=${name}]`, (part) => part.innerText.replaceAll(/\s+/gu, " "));
const said = (page: Page) =>
  page.$eval(".own-data", (part) => (part as HTMLElement).innerText.replaceAll(/\s+/gu, " "));
const stored = (page: Page) =>
  page.evaluate(() =>
    browser.storage.local.get(["settings", "dayChange", "jumpKeys", "listView", "hotListChoices", "follows"]),
  );
const feedsOf = async (page: Page) =>
  (await ask<"feedsStatus">(page, { type: "feedsStatus" })).feeds.map(({ address, on, title }) => ({
    address,
    title,
    on,
  }));
const papersOf = async (page: Page) => {
  const [digest] = await ask<"digests">(page, {
    type: "digests",
    ranges: [{ from: DAY, to: DAY }],
    words: true,
  });
  return digest?.papers.map(({ id, abstract }) => [id, abstract]);
};
async function choose(page: Page, path: string) {
  const input = (await page.waitForSelector(".own-data-file input")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

/** Each browser's file is read by the other one. */
const WAYS = browserNames.map((from): [BrowserName, BrowserName] => [
  from,
  browserNames.find((name) => name !== from) ?? from,
]);

describe.each(WAYS)("own data goes out of %s in a file, and comes into a fresh %s", (from, to) => {
  const there = [from, to].map((name) => needBrowser(name));
  if (there.includes(false)) return;
  const downloads = downloadFolder();
  const feed = pointerFeed(
    daysBefore(today, 2).map((date) => madeDigest(date, { papers: 3 })),
    FEED.title,
  );
  let world: World;
  const drivers: Driver[] = [];
  let before: Awaited<ReturnType<typeof stored>>;
  let options: Page;

  async function open(name: BrowserName): Promise<Page> {
    const driver = await launch(name, { proxyPort: world.port, preferences: downloads.preferences });
    drivers.push(driver);
    if (name === "chromium") await downloads.accept(driver.browser);
    const page = await driver.open(driver.extensionUrl("options.html"));
    await archiveWhole(page);
    return page;
  }
  const hitsOf = (host: string) => world.hits.filter(({ hostname }) => hostname === host).length;

  beforeAll(async () => {
    world = await openWorld({
      hosts: [...ARXIV_HOSTS, HOST, SILENT],
      reply(url) {
        if (url.hostname !== HOST) return url.hostname === SILENT ? undefined : arxivReply(url);
        const body = feed[url.pathname];
        return {
          ...(body === undefined && { status: 404 }),
          type: "application/json",
          body: body ?? "",
          headers: { "access-control-allow-origin": "*" },
        };
      },
    });
  });
  afterAll(async () => {
    for (const driver of drivers) await driver.close();
    await world?.close();
    downloads.remove();
  });

  test("out of a browser with digests, feeds that are on and off, marks and settings", async () => {
    const page = await open(from);
    await ask(page, {
      type: "importFile",
      name: "mine.json",
      content: digestOf(`${DAY}T20:00:00`, FIRST, SECOND),
    });
    await ask(page, { type: "addFeed", ...FEED });
    await ask(page, { type: "addFeed", ...OFF });
    for (const kind of ["saved", "read"] as const)
      await ask(page, {
        type: "setMark",
        paper: { id: FIRST as never, ...facts },
        kind,
        on: true,
        at: 1_700_000_000_000,
      });
    await page.select("section[aria-labelledby=looks] select", "dark");
    await page.select("section[aria-labelledby=day] select", "8");
    await followInOptions(page, FOLLOWED);
    await page.evaluate(() =>
      browser.storage.local.set({
        jumpKeys: { next: "n", previous: "p" },
        listView: { hotOnly: true, hottestFirst: false },
        hotListChoices: {
          order: "heat",
          filters: {
            categories: ["cs.CL"],
            include: [],
            exclude: ["blockchain"],
            hideRead: true,
            newOnly: false,
          },
        },
      }),
    );
    await expect.poll(() => stored(page)).toMatchObject({ settings: { theme: "dark" }, dayChange: 8 });
    await expect.poll(async () => (await feedsOf(page))[0]?.title).toBe(FEED.title);
    await expect.poll(() => hitsOf(HOST)).toBeGreaterThan(1);
    before = await stored(page);
    await pressButton(page, "Save my data to a file");
    await downloads.read(FILE);
    await drivers.pop()?.close();
    options = await open(to);
  });

  test("asked about first, of which nothing is changed; then all of it is there", async () => {
    const hits = hitsOf(HOST);
    await choose(options, downloads.path(FILE));
    const dialog = await options.waitForSelector("dialog[open]");
    const question = await dialog?.evaluate((element) => (element as HTMLElement).innerText);
    expect(question).toContain(`Add what is in ${FILE}?`);
    expect(question).toMatch(
      /It has \d digests, 2 feeds, 1 saved paper, 1 read paper, 3 follows, and settings\./u,
    );
    expect(question).toContain(`asks ${HOST} for new digests.`);
    expect(await accessibilityProblems(options)).toEqual([]);
    await pressButton(options, "Cancel");
    expect(await feedsOf(options)).toEqual([]);
    expect(await stored(options)).toEqual({});
    expect(hitsOf(HOST)).toBe(hits);

    await choose(options, downloads.path(FILE));
    await pressButton(options, "Add all of it");
    await expect.poll(() => said(options)).toContain("The settings are now those in the file.");
    expect(await said(options)).toMatch(/\d digests added, 0 there already\./u);
    expect(await said(options)).toContain("2 feeds added, 0 there already.");
    expect(await said(options)).toContain("1 saved paper and 1 read paper added, 0 there already.");
    expect(await accessibilityProblems(options)).toEqual([]);

    expect(await stored(options)).toEqual(before);
    expect(await feedsOf(options)).toEqual([{ ...FEED, on: true }, OFF]);
    expect(await papersOf(options)).toEqual([
      [FIRST, "What it says."],
      [SECOND, "What it says."],
    ]);
    await expect.poll(() => section(options, "marks")).toContain("1 saved, 1 read");
    await expect.poll(() => hitsOf(HOST)).toBeGreaterThan(hits);
    expect(hitsOf(SILENT), "a feed that is off is asked by nobody").toBe(0);
  });

  test("what was followed there is marked here, on arXiv's lists, at the next visit", async () => {
    const list = await (drivers.at(-1) as Driver).open("https://arxiv.org/list/cs.CL/2021-08");
    await settledBadgeIds(list, 5);
    await expect
      .poll(async () => (await followMarks(list)).map(({ shown }) => shown))
      .toContain("follows: Andreas Madsen");
    await list.close();
  });

  test("once more, nothing is new, and nothing that came meanwhile is taken away", async () => {
    await ask(options, {
      type: "importFile",
      name: "later.json",
      content: digestOf(`${DAY}T23:00:00`, THIRD, FIRST),
    });
    const papers = [THIRD, FIRST].map((id) => [id, "What it says."]);
    expect(await papersOf(options)).toEqual(papers);
    await choose(options, downloads.path(FILE));
    await pressButton(options, "Add all of it");
    await expect.poll(() => said(options)).toContain("0 feeds added, 2 there already.");
    await expect.poll(() => said(options)).toContain("0 saved papers added, 2 there already.");
    expect(await said(options)).toMatch(/^1 digest added, \d there already\./u);
    expect(await papersOf(options)).toEqual([...papers, [SECOND, "What it says."]]);
  });

  test("cut short it is told, and changes nothing", async () => {
    const whole = await downloads.read(FILE);
    const path = downloads.write("cut.json", whole.slice(0, -20));
    await choose(options, path);
    await expect
      .poll(() => said(options))
      .toBe("cut.json was cut short or is not a file of your data. Nothing was changed.");
    expect(await stored(options)).toEqual(before);
  });
});
