/**
 * Today's list in both browsers, from the services' own addresses, which our closed world serves: once without any publisher, once
 * from a feed that `hot-papers publish` made of the same talk.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { weekdayOf } from "../../lib/digest/calendar-date.ts";
import { addDays } from "../../lib/digest/dates.ts";
import { hotDay } from "../../lib/live/calendar/hot-day.ts";
import { PUBLIC_ADDRESSES } from "../../lib/live/sources/addresses.ts";
import type { Addresses } from "../../lib/live/sources/addresses.ts";
import { startApiHost } from "../api-host/host.ts";
import { type ApiRequest, services } from "../api-host/services.ts";
import { worldAt } from "../api-host/world-at.ts";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { localAddresses, run } from "../feeds/publish/run-cli.ts";
import { archiveWhole, ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge, readBadges } from "./badges.ts";
import { ours, pressOurs } from "./closed-roots.ts";
import { browserNames } from "./harness/browsers.ts";
import { type Driver, launch } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type Reply, type World } from "./harness/world.ts";
import { consentPage, lookWords, pressLook, takeBackConsent } from "./look-consent.ts";
import { hotListItems } from "./hot-list.ts";
import { until } from "./until.ts";
import { pressButton } from "./options-page.ts";

const PAPER = "1706.03762";
const FEED = "feed.example.org";
const SERVICES = ["huggingface", "hackernews", "bluesky", "blueskyPosts", "arxivApi"] as const;
const hostOf = (name: keyof Addresses) => new URL(PUBLIC_ADDRESSES[name]).hostname;

/** The weekdays of the seven days before one, newest first. */
const lastWeek = (day: string) =>
  [1, 2, 3, 4, 5, 6, 7]
    .map((back) => addDays(day, -back))
    .filter((each) => ![0, 6].includes(weekdayOf(each)));

const now = Date.now();
const today = hotDay(now).date;

/** What a folder has, by path. */
function filesOf(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    found.map((file) => {
      const path = join(file.parentPath, file.name);
      return [path.slice(folder.length), readFileSync(path, "utf8")];
    }),
  );
}

let folder: string;
let published: Record<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hot-papers-"));
  const host = await startApiHost(worldAt(now), () => now);
  const time = new Date(now).toISOString().slice(0, 19);
  const days = join(folder, "days");
  const built = await run(["build", "--out", days, "--now", time, ...localAddresses(host)]);
  await host.close();
  const site = join(folder, "site");
  const made = await run([
    "publish",
    days,
    "--out",
    site,
    "--title",
    "Our own talk",
    "--url",
    `https://${FEED}/`,
  ]);
  if (built.status !== 0 || made.status !== 0) throw new Error(built.err + made.err);
  published = filesOf(site);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(browserNames)("%s", (name) => {
  if (!needBrowser(name)) return;
  const known = services(worldAt(now), Date.now);
  let world: World;

  let reachable = true;
  const serviceReply = (url: URL, headers: ApiRequest["headers"]): Reply | undefined => {
    const service = SERVICES.find((each) => hostOf(each) === url.hostname);
    if (service && service !== "arxivApi" && !reachable) return { status: 503, body: "" };
    if (!service || (service === "arxivApi" && !url.pathname.startsWith("/api/"))) return undefined;
    const {
      status,
      headers: sent,
      body,
    } = known[service]({
      method: "GET",
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers,
      body: "",
    });
    const { "content-type": type = "", ...others } = sent;
    return { status, type, headers: others, body };
  };
  const reply = (url: URL, asked: ApiRequest["headers"]): Reply | undefined => {
    if (url.hostname !== FEED) return serviceReply(url, asked) ?? arxivReply(url);
    const body = published[url.pathname];
    const headers = { "access-control-allow-origin": "*" };
    return body === undefined
      ? { status: 404, body: "", headers }
      : { type: "application/json", body, headers };
  };
  /** Requests to the services since `from`, as `host path`. */
  const asked = (from = 0) =>
    world.hits
      .slice(from)
      .filter(({ hostname, pathname }) =>
        hostname === hostOf("arxivApi")
          ? pathname.startsWith("/api/")
          : SERVICES.some((each) => hostOf(each) === hostname),
      )
      .map(({ hostname, pathname }) => `${hostname} ${pathname}`);

  /** Days that Hugging Face was asked for since `from`. */
  const daysAsked = (from: number) =>
    world.hits
      .slice(from)
      .filter(({ pathname }) => pathname === "/api/daily_papers")
      .map(({ searchParams }) => searchParams.get("date"));

  let driver: Driver;
  let options: Page;
  let popup: Page;
  let list: Page;

  beforeAll(async () => {
    const hosts = [...new Set([...ARXIV_HOSTS, FEED, ...SERVICES.map(hostOf)])];
    world = await openWorld({ hosts, reply });
    driver = await launch(name, { proxyPort: world.port });
    options = await driver.open(driver.extensionUrl("options.html"));
    await archiveWhole(options);
    popup = await driver.open(driver.extensionUrl("popup.html"));
    list = await driver.open("https://arxiv.org/list/cs.CL/new");
  });
  afterAll(async () => {
    await driver?.close();
    await world?.close();
  });

  /** The first press opened our own page, and asked no network; its one button asks for consent, and then the networks. */
  async function consentBeforeLook(quiet: number) {
    await expect.poll(() => consentPage(driver)).toBeDefined();
    await expect
      .poll(async () => (await ours(list, ".look .state")).evaluate(({ textContent }) => textContent))
      .toContain("in the tab that has opened");
    const page = (await consentPage(driver)) as Page;
    expect(asked(quiet)).toEqual([]);
    await pressLook(page);
    await expect.poll(() => lookWords(page)).toMatch(/48 upvotes.*143 points · 51 comments.*Asked/u);
    expect(asked(quiet)).toContain(`huggingface.co /api/papers/${PAPER}`);
    await page.close();
  }

  /** The next press asks for it again, and no network. */
  async function consentTakenBack() {
    expect(await takeBackConsent(options)).toBe(true);
    const again = world.hits.length;
    await list.bringToFront();
    await pressOurs(list, ".press");
    await expect.poll(() => consentPage(driver)).toBeDefined();
    expect(asked(again)).toEqual([]);
  }

  const first = async () => (await hotListItems(popup))[0];
  const badge = async () => (await readBadges(list)).find(({ id }) => id === PAPER);

  test("a published feed, added by its address, shows today's list and badges; no network is asked", async () => {
    const feed = { address: `https://${FEED}/v1/latest.json`, title: "Our own talk" };
    await ask(options, { type: "addFeed", ...feed });
    await popup.bringToFront();
    expect(await until(async () => (await first())?.id === PAPER)).toBe(true);
    await expect
      .poll(async () => (await first())?.text)
      .toMatch(/Bs.*75 reposts · 305 likes.*HF.*48 upvotes.*HN.*143 points/u);
    await list.bringToFront();
    expect(await until(async () => (await badge())?.name.includes("Bluesky 75 reposts") === true)).toBe(true);
    expect(asked()).toEqual([]);
    expect(world.hits.filter(({ hostname }) => hostname === FEED).length).toBeLessThanOrEqual(3);

    const [added] = (await ask(options, { type: "feedsStatus" })).feeds;
    await ask(options, { type: "removeFeed", id: added?.id ?? "" });
    expect(await until(async () => (await badge()) === undefined)).toBe(true);
  });

  test("“Today, live” makes the same in five requests; Bluesky and one paper need their buttons", async () => {
    // A newest digest of August, and a card that leads to today's in one press.
    await popup.bringToFront();
    await popup.waitForSelector(".today-card .button");
    expect(asked()).toEqual([]);
    await expect.poll(() => accessibilityProblems(popup)).toEqual([]);
    const card = () => popup.$eval(".today-card", (element) => element.textContent ?? "").catch(() => "");

    // No network answers: it says so, and the button stays.
    reachable = false;
    await pressButton(popup, "Show today’s list");
    await expect.poll(card).toMatch(/hn\.algolia\.com.*/u);
    await popup.waitForSelector(".today-card .button:not([aria-disabled=true])");
    reachable = true;
    const from = world.hits.length;
    await pressButton(popup, "Try again");
    expect(await until(async () => (await first())?.id === PAPER)).toBe(true);
    const all = asked(from);
    const names = all.findIndex((each) => each.startsWith("export.arxiv.org"));
    const daily = all.slice(0, names + 1);
    expect(daily.length).toBeLessThanOrEqual(5);
    expect(new Set(daily)).toEqual(
      new Set([
        "hn.algolia.com /api/v1/search_by_date",
        "huggingface.co /api/daily_papers",
        "export.arxiv.org /api/query",
      ]),
    );
    await expect
      .poll(async () => (await first())?.text)
      .toMatch(/HF.*48 upvotes.*HN.*143 points · 51 comments/u);

    // The days of the last week follow, one request each; then the gap is offered with what it costs, and can be stopped.
    const week = lastWeek(today);
    const ofToday = daily.filter((each) => each.startsWith("huggingface")).length;
    const before = () => daysAsked(from).slice(ofToday);
    await expect.poll(card).toMatch(/Getting the days before: \d of \d/u);
    await expect.poll(card).toContain("Fill the gap since 7 August 2026");
    expect(before()).toEqual(week);
    expect(await card()).toMatch(
      /Takes \d+ requests to Hugging Face, one every 2 seconds: about \d+ minutes/u,
    );
    await expect.poll(() => accessibilityProblems(popup)).toEqual([]);
    await pressButton(popup, "Fill the gap since 7 August 2026");
    await expect.poll(card).toMatch(/Getting the days before: [1-9]\d* of/u);
    await pressButton(popup, "Stop");
    await expect.poll(card).toContain("Fill the gap since 7 August 2026");
    const stopped = asked().length;
    await ask(popup, { type: "pastDays", what: "status" });
    expect(new Set(before()).size).toBe(before().length);

    const welcome = await driver.open(driver.extensionUrl("welcome.html"));
    await welcome.waitForSelector("#welcome section a[href='archive.html'].main");
    await expect.poll(() => accessibilityProblems(welcome)).toEqual([]);
    await welcome.close();
    expect(asked()).toHaveLength(stopped);
    await popup.bringToFront();

    // On a list that was open all the time.
    await list.bringToFront();
    expect(await until(async () => (await badge()) !== undefined)).toBe(true);
    await expect
      .poll(async () => (await badge())?.name)
      .toMatch(/Hugging Face 48 upvotes.*Hacker News 143 points/u);

    // The button asks Bluesky too, and says when it can again.
    const refreshedFrom = world.hits.length;
    await options.bringToFront();
    await options.locator(".live-state .button").click();
    const refreshed = async () => (await first())?.text.includes("75 reposts · 305 likes") === true;
    expect(await until(refreshed)).toBe(true);
    expect(asked(refreshedFrom).filter((each) => each.includes("searchPosts"))).toHaveLength(3);
    const state = () => options.$eval(".live-state", (element) => element.textContent ?? "");
    expect(await until(async () => /can ask Bluesky’s search again from/u.test(await state()))).toBe(true);
    expect(await state()).not.toContain("error");
    await expect.poll(() => accessibilityProblems(options)).toEqual([]);

    // A conversation asks no network before its own button is pressed.
    const quiet = world.hits.length;
    await list.bringToFront();
    await pressBadge(list, PAPER);
    await ours(list, ".look");
    expect(asked(quiet)).toEqual([]);
    await pressOurs(list, ".press");
    if (name === "firefox") {
      await consentBeforeLook(quiet);
      await list.bringToFront();
      await pressOurs(list, ".press");
    }
    const chips = await ours(list, ".look .chips");
    expect(asked(quiet)).toContain(`huggingface.co /api/papers/${PAPER}`);
    const words = await chips.evaluate(({ textContent }) => textContent);
    expect(words).toMatch(/48 upvotes.*143 points · 51 comments/u);

    if (name === "firefox") await consentTakenBack();

    // Stopped and started again it asks no network before tomorrow.
    const later = world.hits.length;
    await driver.stopBackground();
    expect((await ask(options, { type: "feedsStatus" })).live).toMatchObject({ on: true, newest: today });
    expect(asked(later)).toEqual([]);
  });
});
