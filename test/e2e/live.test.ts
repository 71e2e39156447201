/**
 * Today's list in both browsers, from the services' own addresses, which our closed world serves: once without any publisher, once
 * from a feed that `hot-papers publish` made of the same talk.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hotDay } from "../../lib/day/hot-day.ts";
import { PUBLIC_ADDRESSES } from "../../lib/sources/addresses.ts";
import type { Addresses } from "../../lib/sources/addresses.ts";
import { startApiHost } from "../api-host/host.ts";
import { type ApiRequest, services } from "../api-host/services.ts";
import { worldAt } from "../api-host/world-at.ts";
import { ARXIV_HOSTS, arxivReply } from "../arxiv/arxiv.ts";
import { localAddresses, run } from "../publish/run-cli.ts";
import { archiveWhole, ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge, readBadges } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { type Driver, launch } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type Reply, type World } from "./harness/world.ts";
import { hotListItems } from "./hot-list.ts";
import { until } from "./until.ts";
import { pressButton } from "./options-page.ts";

const PAPER = "1706.03762";
const FEED = "feed.example.org";
const SERVICES = ["huggingface", "hackernews", "bluesky", "blueskyPosts", "arxivApi"] as const;
const hostOf = (name: keyof Addresses) => new URL(PUBLIC_ADDRESSES[name]).hostname;

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

  const serviceReply = (url: URL, headers: ApiRequest["headers"]): Reply | undefined => {
    const service = SERVICES.find((each) => hostOf(each) === url.hostname);
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

  const first = async () => (await hotListItems(popup))[0];
  const badge = async () => (await readBadges(list)).find(({ id }) => id === PAPER);
  const inConversation = (selector: string) => `[data-hot-paper="${PAPER}"] >>> ${selector}`;

  test("a feed that publish made, added by its address, shows today's list and badges, and no network is asked", async () => {
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

  test("today, live makes the same without a publisher, in five requests; Bluesky and one paper only by their own buttons", async () => {
    // Where most readers switch it on.
    const welcome = await driver.open(driver.extensionUrl("welcome.html"));
    await pressButton(welcome, "Show today’s list");
    await welcome.waitForSelector("#welcome section a[href='archive.html'].main");
    await expect.poll(() => accessibilityProblems(welcome)).toEqual([]);
    await welcome.close();
    await popup.bringToFront();
    expect(await until(async () => (await first())?.id === PAPER)).toBe(true);
    const daily = asked();
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
    await expect.poll(() => accessibilityProblems(popup)).toEqual([]);

    // On a list that was open all the time.
    await list.bringToFront();
    expect(await until(async () => (await badge()) !== undefined)).toBe(true);
    await expect
      .poll(async () => (await badge())?.name)
      .toMatch(/Hugging Face 48 upvotes.*Hacker News 143 points/u);

    // The button asks Bluesky too, and says when it can again.
    const before = world.hits.length;
    await options.bringToFront();
    await options.locator(".live-state .button").click();
    const refreshed = async () => (await first())?.text.includes("75 reposts · 305 likes") === true;
    expect(await until(refreshed)).toBe(true);
    expect(asked(before).filter((each) => each.includes("searchPosts"))).toHaveLength(3);
    const state = () => options.$eval(".live-state", (element) => element.textContent ?? "");
    expect(await until(async () => /can be asked again from/u.test(await state()))).toBe(true);
    expect(await state()).not.toContain("error");
    await expect.poll(() => accessibilityProblems(options)).toEqual([]);

    // A conversation asks nobody before its own button is pressed.
    const quiet = world.hits.length;
    await list.bringToFront();
    await pressBadge(list, PAPER);
    await list.waitForSelector(inConversation(".look"));
    expect(asked(quiet)).toEqual([]);
    await (await list.$(inConversation(".press")))?.click();
    await list.waitForSelector(inConversation(".look .chips"));
    expect(asked(quiet)).toContain(`huggingface.co /api/papers/${PAPER}`);
    const words = await list.$eval(inConversation(".look .chips"), (element) => element.textContent ?? "");
    expect(words).toMatch(/48 upvotes.*143 points · 51 comments/u);

    // Stopped and started again it asks nobody before tomorrow.
    const later = world.hits.length;
    await driver.stopBackground();
    expect((await ask(options, { type: "feedsStatus" })).live).toMatchObject({ on: true, newest: today });
    expect(asked(later)).toEqual([]);
  });
});
