/** A browser with the extension, the archive in its index, and our arXiv around it: what most tests start from. */
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveWhole } from "./ask.ts";
import type { BrowserName } from "./harness/browsers.ts";
import { type Driver, launch, type LaunchOptions } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type Reply, type World } from "./harness/world.ts";
import { strangeRequests } from "./requests.ts";

/** A host that the extension does not know: arXiv's pages there are as they are without it. */
const PLAIN_HOST = "without.example";
/** A site that has pages of papers too. */
export const OTHER_SITE = "huggingface.co";

/** Real pages name scripts and style sheets which the closed world does not have: the browser need not try. */
const ALL_IN_THE_PAGE = "default-src 'unsafe-inline' data:; connect-src 'self'";

export interface Stage {
  /** False if the browser is missing, so that the tests are skipped. */
  readonly there: boolean;
  readonly world: World;
  driver: Driver;
  /** Goes to a page of arXiv, one tab for each host: new tabs and changes of host take most of the time. */
  visit: (path: string, host?: string) => Promise<Page>;
  /** The same in a tab of the test's own. */
  visitIn: (tab: Page, path: string) => Promise<void>;
  /** The same page where the extension does nothing, in a tab behind the others. */
  visitPlain: (path: string) => Promise<Page>;
  /** Opens a page of the extension: `popup.html`, `options.html`. */
  openOwn: (path: string) => Promise<Page>;
  /** Serves a page at a path of arXiv in place of our own arXiv's; unless it `loads`, what it names of scripts and sheets is not asked for. */
  serve: (path: string, html: string, loads?: boolean) => void;
  /** Serves a page of arXiv that comes piece by piece, so that a browser paints what it has between them. */
  serveInPieces: (path: string, pieces: readonly string[]) => void;
  /** Serves scripts of this folder at an address, to any page that asks. */
  serveScripts: (address: string, folder: string) => void;
}

export interface StageOptions extends LaunchOptions {
  /** Done with the browser before anything else is. */
  before?: (driver: Driver) => Promise<void>;
}

/** Registers the life of a browser for the tests around it. After each test no requests but those of its pages may have been made. */
export function useStage(name: BrowserName, options: StageOptions = {}): Stage {
  const served = new Map<string, Reply>();
  const scripts = new Map<string, string>();
  const expected = new Set<string>();
  let world: World | undefined;
  let driver: Driver | undefined;
  const tabs = new Map<string, Page>();

  const reply = (url: URL): Reply => {
    for (const [address, folder] of scripts) {
      if (!url.href.startsWith(address)) continue;
      expected.add(url.origin + url.pathname);
      const file = `${folder}/${url.pathname.slice(new URL(address).pathname.length)}`;
      return { type: "text/javascript", body: readFileSync(file, "utf8") };
    }
    return served.get(url.pathname + url.search) ?? arxivReply(url);
  };
  /** A page, and whatever its own markup loads. */
  const expectRequests = (url: URL) => {
    expected.add(url.origin + url.pathname).add(`${url.origin}/favicon.ico`);
    for (const [, address = ""] of reply(url).body.matchAll(/(?:\bsrc|<link\b[^>]*\bhref)="([^"]+)"/giu)) {
      const { origin, pathname } = new URL(address.replaceAll("&amp;", "&"), url);
      expected.add(origin + pathname);
    }
  };

  const tabFor = async (host: string): Promise<Page> => {
    const tab = tabs.get(host);
    if (tab && !tab.isClosed()) return tab;
    const fresh = await stage.driver.open("about:blank");
    tabs.set(host, fresh);
    return fresh;
  };

  const goTo = async (path: string, host: string, before?: (tab: Page) => Promise<void>): Promise<Page> => {
    const url = new URL(path, `https://${host}`);
    expectRequests(url);
    const tab = await tabFor(host);
    await before?.(tab);
    // Firefox's viewer of PDFs tells of no load.
    await tab.goto(url.href, name === "firefox" && path.startsWith("/pdf/") ? { waitUntil: [] } : {});
    return tab;
  };

  const stage: Stage = {
    get there() {
      return driver !== undefined;
    },
    get world() {
      if (!world) throw new Error("the world opens in beforeAll");
      return world;
    },
    get driver() {
      if (!driver) throw new Error("the browser starts in beforeAll");
      return driver;
    },
    set driver(next) {
      driver = next;
      tabs.clear(); // they were those of the browser before
    },
    visit: (path, host = "arxiv.org") => goTo(path, host, (tab) => tab.bringToFront()),
    async visitIn(tab, path) {
      const url = new URL(path, "https://arxiv.org");
      expectRequests(url);
      await tab.goto(url.href);
    },
    visitPlain: (path) => goTo(path, PLAIN_HOST),
    openOwn: (path) => stage.driver.open(stage.driver.extensionUrl(path)),
    serve: (path, html, loads = false) =>
      served.set(path, {
        body: html,
        // As arXiv's own, such a page may come back from the back/forward cache.
        headers: {
          "cache-control": "no-cache",
          ...(!loads && { "content-security-policy": ALL_IN_THE_PAGE }),
        },
      }),
    serveInPieces: (path, [body = "", ...later]) => served.set(path, { body, later }),
    serveScripts: (address, folder) => scripts.set(address, folder),
  };

  if (!needBrowser(name)) return stage;

  beforeAll(async () => {
    world = await openWorld({ hosts: [...ARXIV_HOSTS, PLAIN_HOST, OTHER_SITE], reply });
    // A profile of the test's own, another build or other preferences: it is to see how the index comes there.
    const { profile, extension, preferences, language } = options;
    const filled = [profile, extension, preferences, language].every((own) => own === undefined);
    driver = await launch(name, { ...options, filled, proxyPort: world.port });
    await options.before?.(driver);
    const page = await stage.openOwn("popup.html");
    await archiveWhole(page);
    await page.close();
  });

  afterEach(async () => {
    expect(strangeRequests(name, stage.world, expected), "requests that no page of arXiv made").toEqual([]);
    const pages = await stage.driver.browser.pages();
    for (const page of pages.slice(1)) if (![...tabs.values()].includes(page)) await page.close();
  });

  afterAll(async () => {
    await driver?.close();
    await world?.close();
  });

  return stage;
}
