import { createHash } from "node:crypto";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { daysBefore, madeDigest } from "../made-feeds/made-digest.ts";
import { embeddedJsonFeed, pointerFeed } from "../made-feeds/made-feeds.ts";
import type { Entry } from "../../lib/digest/digest.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { archiveWhole, ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { badgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { type Driver, launch } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type Reply, type World } from "./harness/world.ts";
import { hotListItems } from "./hot-list.ts";
import { until } from "./until.ts";

/** Not in the archive; our arXiv has its abstract page. */
const PAPER = "1706.03762" as PaperId;
const HOST = "feed.example.org";
/** Sends no CORS header. */
const CLOSED = "closed.example.org";
/** What a repository on GitHub is read by. */
const LISTS = "data.jsdelivr.com";
const FILES = "cdn.jsdelivr.net";

const today = new Date().toISOString().slice(0, 10);
const dates = daysBefore(today, 3);

/** A feed whose newest digest has our paper first. */
function digestsOf(title: string, last = today) {
  return daysBefore(last, 3).map((date, index) => {
    const digest = madeDigest(date, { papers: 3 });
    const [first, ...others] = digest.papers;
    if (index > 0 || !first) return digest;
    return { ...digest, papers: [{ ...first, id: PAPER, title }, ...others] };
  });
}

/** The last days of Hugging Face, 30 papers each; ours has the most upvotes. */
const upvotedDigests = (days: number) =>
  daysBefore(today, days).map((date, index) => {
    const digest = madeDigest(date, { papers: 30 });
    const papers = digest.papers.map((paper): Entry => {
      const counts = [{ network: "huggingface" as const, upvotes: 100 - paper.rank }];
      return { ...paper, ...(index === 0 && paper.rank === 1 && { id: PAPER }), counts, posts: [] };
    });
    return { ...digest, papers };
  });

/** The repository `someone/digests` with a digest of each of our days in its branch `master`. */
function repositoryReply({ hostname, pathname }: URL): Reply | undefined {
  const days = new Map(
    digestsOf("Attention").map((digest) => [`/${digest.date}.json`, JSON.stringify(digest)]),
  );
  const hashOf = (text: string) => createHash("sha256").update(text).digest("base64");
  const list = {
    type: "gh",
    name: "someone/digests",
    files: [...days].map(([file, text]) => ({ name: file, hash: hashOf(text), size: text.length })),
  };
  const body =
    hostname === FILES
      ? days.get(pathname.replace("/gh/someone/digests@master", ""))
      : pathname === "/v1/packages/gh/someone/digests@master"
        ? JSON.stringify(list)
        : undefined;
  const headers = { "access-control-allow-origin": "*" };
  return { ...(body === undefined && { status: 404 }), type: "application/json", body: body ?? "", headers };
}

describe.each(browserNames)("%s", (name) => {
  if (!needBrowser(name)) return;
  let files = pointerFeed(digestsOf("Attention"), "News of our own");
  let world: World;
  let driver: Driver;
  let options: Page;

  const reply = (url: URL): Reply | undefined => {
    if (url.hostname === LISTS || url.hostname === FILES) return repositoryReply(url);
    if (url.hostname !== HOST && url.hostname !== CLOSED) return arxivReply(url);
    const body = files[url.pathname];
    const headers = url.hostname === HOST ? { "access-control-allow-origin": "*" } : {};
    return body === undefined
      ? { status: 404, body: "", headers }
      : { type: "application/json", body, headers };
  };
  const fedHits = () =>
    world.hits.filter(({ hostname }) => hostname === HOST).map(({ pathname }) => pathname);
  const typeAddress = async (address: string) => {
    await options.locator(".add-feed input").fill(address);
    await options.keyboard.press("Enter");
  };
  const textOf = (selector: string) =>
    options.$eval(selector, (element) => (element as HTMLElement).innerText.replaceAll(/\s+/gu, " "));
  const expectText = async (selector: string, words: RegExp) => {
    await until(async () => words.test(await textOf(selector).catch(() => "")));
    expect(await textOf(selector)).toMatch(words);
  };

  beforeAll(async () => {
    world = await openWorld({
      hosts: [...ARXIV_HOSTS, HOST, CLOSED, LISTS, FILES],
      reply: (url) => reply(url),
    });
    driver = await launch(name, { proxyPort: world.port });
    options = await driver.open(driver.extensionUrl("options.html"));
    await archiveWhole(options);
  });
  afterEach(() => {
    files = pointerFeed(digestsOf("Attention"), "News of our own");
  });
  afterAll(async () => {
    await driver?.close();
    await world?.close();
  });

  test("without a feed nothing is asked but by arXiv's own pages", () => {
    expect(fedHits()).toEqual([]);
  });

  test("an address that is not a feed is reported with what to do", async () => {
    await typeAddress(`https://${HOST}/nothing.json`);
    await expectText(".add-feed", /feed\.example\.org has nothing at this address\. Check the address/u);
    await typeAddress("hello");
    await expectText(".add-feed", /This is not a valid address/u);
  });

  test("added by its address, its newest digest is in the open popup and on arXiv without a reload", async () => {
    const popup = await driver.open(driver.extensionUrl("popup.html"));
    const page = await driver.open(`https://arxiv.org/abs/${PAPER}`);
    expect(await badgeIds(page)).toEqual([]);
    await options.bringToFront();
    await typeAddress(HOST);
    await expectText(".add-feed", /News of our own, feed of digests.*with 3 papers.*3 digests in all/u);
    await options.locator(".add-feed .notice .button.main").click();
    await expect.poll(async () => (await hotListItems(popup))[0]?.id).toBe(PAPER);
    await expect.poll(() => badgeIds(page)).toContain(PAPER);
    await expectText(".feed", /News of our own.*3 digests.*Up to date/u);
    await popup.close();
    await page.close();
  });

  test("the section of feeds can be used by everyone", async () => {
    await options.bringToFront();
    expect(await accessibilityProblems(options)).toEqual([]);
  });

  test("refreshed unchanged it costs one small request", async () => {
    const before = fedHits().length;
    await options.locator(".feed-actions .button").click();
    await until(async () => fedHits().length > before);
    await options.locator(".feed-log summary").click();
    await expectText(".feed-log", /feed\.example\.org · not changed/u);
    expect(fedHits().slice(before)).toEqual(["/v1/latest.json"]);
  });

  test("a corrected digest replaces the older one in an open popup", async () => {
    const popup = await driver.open(driver.extensionUrl("popup.html"));
    const corrected = digestsOf("Corrected").map((digest) => ({
      ...digest,
      generated: `${digest.date}T23:59:00`,
    }));
    files = pointerFeed(corrected, "News of our own");
    await ask(popup, { type: "refreshFeeds" });
    const there = await until(
      async () => (await hotListItems(popup))[0]?.text.includes("Corrected") === true,
    );
    expect(there).toBe(true);
    await popup.close();
  });

  test("stopped and started again, the worker knows its feeds and asks none too early", async () => {
    const before = fedHits().length;
    await driver.stopBackground();
    expect((await ask(options, { type: "feedsStatus" })).feeds).toMatchObject([
      { title: "News of our own", digests: 3, newest: dates[0] },
    ]);
    expect(fedHits().length).toBe(before);
  });

  test("removed, its digests are gone at once, and undoing brings them back", async () => {
    const popup = await driver.open(driver.extensionUrl("popup.html"));
    await options.bringToFront();
    await options.locator(".feed-actions .button:last-child").click();
    expect(await until(async () => (await hotListItems(popup))[0]?.id !== PAPER)).toBe(true);
    await expectText(".feed.removed", /News of our own is removed, with its digests/u);
    await options.locator(".feed.removed .button").click();
    expect(await until(async () => (await hotListItems(popup))[0]?.id === PAPER)).toBe(true);
    await popup.close();
  });

  const typeClosed = async () => {
    await options.bringToFront();
    await typeAddress(`https://${CLOSED}/v1/latest.json`);
  };

  // In Chromium the question is a window of the browser's own, which no test can answer.
  test.runIf(name === "chromium")(
    "an unreadable host is told from a missing one, and only the first asks for permission",
    async () => {
      await typeClosed();
      await expectText(
        ".add-feed",
        /closed\.example\.org answers, but lets only its own pages read.*Allow reading from/u,
      );
    },
  );

  // The question is answered with yes by a preference.
  test.runIf(name === "firefox")(
    "the press that checks an address asks for its host, whose feed is then read without CORS",
    async () => {
      await typeClosed();
      await expectText(".add-feed", /News of our own, feed of digests.*3 digests in all/u);
    },
  );

  test("a repository on GitHub is read by way of jsDelivr, and GitHub is not asked", async () => {
    await options.bringToFront();
    await typeAddress("https://github.com/someone/digests");
    await expectText(".add-feed", /someone\/digests.*3 digests in all/u);
    expect(world.refused.filter((host) => host.includes("github"))).toEqual([]);
  });

  test("papers of another network have no bars until there are 50 of them, and all have them then", async () => {
    for (const { id } of (await ask(options, { type: "feedsStatus" })).feeds)
      await ask(options, { type: "removeFeed", id });
    files = embeddedJsonFeed(upvotedDigests(1), "Upvotes");
    await ask(options, { type: "addFeed", address: `https://${HOST}/feed.json`, title: "Upvotes" });
    const [popup, page] = [
      await driver.open(driver.extensionUrl("popup.html")),
      await driver.open(`https://arxiv.org/abs/${PAPER}`),
    ];
    const inBadge = () =>
      page.evaluate(
        (id) =>
          document
            .querySelector(`[data-hot-paper="${id}"]`)
            ?.shadowRoot?.querySelector("button")
            ?.getAttribute("data-heat"),
        PAPER,
      );
    const inPopup = () =>
      popup.$$eval("[data-hot-paper]", (items) =>
        items.slice(0, 30).map((item) => /Heat (\d) of 5/u.exec(item.textContent ?? "")?.[1] ?? "none"),
      );
    await popup.bringToFront(); // a page in the background draws only the head of its list
    await expect.poll(async () => (await hotListItems(popup)).length).toBe(30);
    await expect.poll(inBadge).toBe("0");
    expect(new Set(await inPopup())).toEqual(new Set(["none"]));

    files = embeddedJsonFeed(upvotedDigests(2), "Upvotes");
    await ask(options, { type: "refreshFeeds" });
    const fifths = ["5", "4", "3", "2", "1"].flatMap((bars) => Array.from({ length: 6 }, () => bars));
    await expect.poll(inPopup).toEqual(fifths);
    await page.bringToFront();
    await expect.poll(inBadge).toBe("5");

    const full = await driver.open(driver.extensionUrl(`archive.html#${today}`));
    await full.waitForSelector(`a[href="#${today}"]`);
    await expect
      .poll(() => full.$$eval(`a[href="#${today}"]`, (links) => links.map((link) => link.ariaLabel).join()))
      .toMatch(/30 papers, heat 90/u);
    for (const each of [full, popup, page]) await each.close();
  });
});
