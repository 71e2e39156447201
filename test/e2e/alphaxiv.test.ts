/** Posts on X, through alphaXiv, in both browsers: the switch, its permission, today's badges, and off again. */
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PUBLIC_ADDRESSES } from "../../lib/live/sources/addresses.ts";
import type { Addresses } from "../../lib/live/sources/addresses.ts";
import { type ApiRequest, services } from "../api-host/services.ts";
import { worldAt } from "../api-host/world-at.ts";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveWhole, ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge, readBadges } from "./badges.ts";
import { ours, pressOurs } from "./closed-roots.ts";
import { browserNames } from "./harness/browsers.ts";
import { builds, type Driver, launch } from "./harness/driver.ts";
import { copyExtension } from "./harness/extension-copy.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type Reply, type World } from "./harness/world.ts";
import { until } from "./until.ts";

const PAPER = "1706.03762";
const TITLE = "Posts on X, through alphaXiv";
const ORIGIN = "https://api.alphaxiv.org/*";
const SERVICES = ["huggingface", "hackernews", "bluesky", "blueskyPosts", "arxivApi", "alphaxiv"] as const;
const hostOf = (name: keyof Addresses) => new URL(PUBLIC_ADDRESSES[name]).hostname;

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

describe.each(browserNames)("%s", (name) => {
  if (!needBrowser(name)) return;
  const copy = copyExtension(builds[name]);
  if (name === "chromium") copy.allowHost(ORIGIN);
  const known = services(worldAt(Date.now()), Date.now);
  let world: World;
  let driver: Driver;
  let options: Page;
  let list: Page;

  const serviceReply = (url: URL, headers: ApiRequest["headers"]): Reply | undefined => {
    const service = SERVICES.find((each) => hostOf(each) === url.hostname);
    if (!service || (service === "arxivApi" && !url.pathname.startsWith("/api/"))) return undefined;
    const path = decodeURIComponent(url.pathname);
    const answer = known[service]({ method: "GET", path, query: url.searchParams, headers, body: "" });
    const { "content-type": type = "", ...others } = answer.headers;
    return { status: answer.status, type, headers: others, body: answer.body };
  };
  /** Paths that the services were asked for since `from`; what arXiv's own pages are asked for does not count. */
  const asked = (from: number) =>
    world.hits
      .slice(from)
      .filter(
        ({ hostname, pathname }) =>
          SERVICES.some((each) => hostOf(each) === hostname) &&
          (!ARXIV_HOSTS.includes(hostname) || pathname.startsWith("/api/")),
      )
      .map(({ hostname, pathname }) => `${hostname} ${pathname}`);

  beforeAll(async () => {
    const hosts = [...new Set([...ARXIV_HOSTS, ...SERVICES.map(hostOf)])];
    world = await openWorld({
      hosts,
      reply: (url, headers) => serviceReply(url, headers) ?? arxivReply(url),
    });
    driver = await launch(name, { proxyPort: world.port, extension: copy.folder });
    options = await driver.open(driver.extensionUrl("options.html"));
    await archiveWhole(options);
    await ask(options, { type: "seeToday" });
    const past = async () => (await ask(options, { type: "pastDays", what: "status" })).filling === undefined;
    if (!(await until(past))) throw new Error("the last week is still not there");
    list = await driver.open("https://arxiv.org/list/cs.CL/new");
    await options.evaluate(() => {
      const { permissions } = browser;
      const request = permissions.request.bind(permissions);
      const { dataset } = document.documentElement;
      permissions.request = (these) => {
        dataset["wanted"] = `${dataset["wanted"] ?? ""}${JSON.stringify(these)}`;
        return request(these);
      };
    });
  });
  afterAll(async () => {
    await driver?.close();
    await world?.close();
    copy.remove();
  });

  const nameOf = async () => (await readBadges(list)).find(({ id }) => id === PAPER)?.name ?? "";
  /** Clicks the switch as a person does: otherwise no browser asks for a host. */
  async function pressSwitch(): Promise<void> {
    await options.bringToFront();
    await options.waitForSelector(".live-today input[type=checkbox]");
    const found = await options.evaluateHandle(
      (label) =>
        [...document.querySelectorAll<HTMLInputElement>(".live-today input")].find(
          ({ labels }) => labels?.[0]?.textContent === label,
        ),
      TITLE,
    );
    await (found as ElementHandle<HTMLInputElement>).click();
  }
  /** What the browser was asked for, since the page opened. */
  const wanted = () => options.evaluate(() => document.documentElement.dataset["wanted"]);
  /** Presses "Look now"; whether alphaXiv was asked about the paper. */
  async function looksAtX(from: number): Promise<boolean> {
    await pressOurs(list, ".press");
    await ours(list, ".look .chips");
    return asked(from).includes(`api.alphaxiv.org /papers/v3/legacy/${PAPER}`);
  }
  const isOn = async () => (await ask(options, { type: "feedsStatus" })).live.alphaxiv.on;

  test("on, today's badges carry retweets and likes, after one question for one host; off, they go", async () => {
    await expect.poll(nameOf).toMatch(/Hugging Face 48 upvotes.*Hacker News 143 points/u);
    const before = await nameOf();
    expect(before).not.toContain("X ");
    const from = world.hits.length;
    await pressSwitch();
    await expect.poll(isOn).toBe(true);
    await expect.poll(nameOf).toMatch(/X 1 retweet, 40 likes.*Hugging Face 48 upvotes/u);
    expect(asked(from)[0]).toBe("api.alphaxiv.org /papers/v3/feed");
    expect(asked(from)).toHaveLength(4);
    expect(asked(from).every((each) => each.startsWith("api.alphaxiv.org /papers/v3/"))).toBe(true);
    expect(await wanted()).toBe(JSON.stringify({ origins: [ORIGIN] }));
    await expect.poll(() => accessibilityProblems(options)).toEqual([]);

    // The posts are one press away, and who counted.
    await list.bringToFront();
    await pressBadge(list, PAPER);
    const chips = await ours(list, ".chips");
    expect(await chips.evaluate(({ textContent }) => textContent)).toMatch(/X, as counted by alphaXiv/u);
    await ours(list, "a[href^='https://x.com/reader_4/status/']");
    expect(asked(from)).toHaveLength(4);

    // Firefox asks for consent first (live.test.ts).
    expect(name === "firefox" || (await looksAtX(from))).toBe(true);

    await pressBadge(list, PAPER); // an open conversation is not taken from its reader
    const off = world.hits.length;
    await pressSwitch();
    await expect.poll(nameOf).toBe(before);
    expect(await isOn()).toBe(false);
    expect(asked(off)).toEqual([]);
    expect(await wanted()).toBe(JSON.stringify({ origins: [ORIGIN] }));
  });
});
