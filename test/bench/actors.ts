/** The browsers of the bench: one with our extension, one with the plain one, alike in everything else. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveWhole, ask } from "../e2e/ask.ts";
import type { BrowserName } from "../e2e/harness/browsers.ts";
import { builds, type Driver, launch, type LaunchOptions } from "../e2e/harness/driver.ts";
import { openWorld, type Reply, type World } from "../e2e/harness/world.ts";
import { until } from "../e2e/until.ts";
import { BENCH_PAGES, measured, NEW_DIGEST, PLAIN_HITS } from "./pages.ts";
import { load } from "./measuring-script.ts";
import { writePlainExtension } from "./plain-extension.ts";

/** No extension knows it: pages there are as they are without one. */
export const PLAIN_HOST = "without.example";
/** A host of arXiv where pages come without the measuring script. */
export const BARE_HOST = "export.arxiv.org";

/** A browser with an extension and a tab for its pages. */
export interface Actor {
  driver: Driver;
  tab: Page;
}

export interface Actors {
  ours: Actor;
  plain: Actor;
  /** Starts one more of the same kind, with the extension in a folder. */
  start: (extension: string) => Promise<Actor>;
  close: () => Promise<void>;
}

function reply(url: URL): Reply {
  const page = BENCH_PAGES.find(({ path }) => path === url.pathname + url.search);
  if (!page) return arxivReply(url);
  return { body: url.hostname === "arxiv.org" ? measured(page.html) : page.html };
}

/** In Firefox: a clock finer than 1 ms, and a background that stays through a round of loads but not through a stop. */
export const PREFERENCES: NonNullable<LaunchOptions["preferences"]> = {
  "privacy.reduceTimerPrecision": false,
  "extensions.background.idle.timeout": 2000,
};

/** Starts both, each with everything in its index, and closes what it started if one of them fails. */
export async function openActors(name: BrowserName): Promise<Actors> {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-plain-"));
  const closing: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const end of closing.toReversed()) await end();
  };
  try {
    const world: World = await openWorld({ hosts: [...ARXIV_HOSTS, PLAIN_HOST], reply });
    closing.push(() => world.close());
    const start = async (extension: string): Promise<Actor> => {
      const driver = await launch(name, { extension, proxyPort: world.port, preferences: PREFERENCES });
      closing.push(() => driver.close());
      return { driver, tab: await driver.open("about:blank") };
    };
    writePlainExtension(folder, name, PLAIN_HITS);
    const plain = await start(folder);
    const ours = await start(builds[name]);
    const popup = await ours.driver.open(ours.driver.extensionUrl("popup.html"));
    await archiveWhole(popup);
    const { problems } = await ask<"importFile">(popup, { type: "importFile", ...NEW_DIGEST });
    if (problems.length > 0) throw new Error(problems.join("\n"));
    await mirrorWhole(popup);
    await popup.close();
    for (const { tab } of [ours, plain]) {
      await tab.bringToFront();
      await warmUp(tab);
    }
    return { ours, plain, start, close };
  } catch (error) {
    await close();
    throw error;
  }
}

declare const browser: typeof import("webextension-polyfill");

/** Waits until page scripts may read badges without asking. */
async function mirrorWhole(page: Page): Promise<void> {
  const isWhole = () =>
    page.evaluate(async () => {
      const { mirror } = (await browser.storage.local.get("mirror")) as { mirror?: { whole?: number } };
      return (mirror?.whole ?? 0) > 0;
    });
  if (!(await until(isWhole, 60_000))) throw new Error("the mirror did not become whole");
}

/** Opens each page, until its badges come: a fresh extension may still be busy with its index. */
async function warmUp(tab: Page): Promise<void> {
  for (const page of BENCH_PAGES) {
    if (page.badges === 0) continue;
    let problem: unknown;
    const came = await until(
      () =>
        load(tab, page).then(
          () => true,
          (error: unknown) => {
            problem = error;
            return false;
          },
        ),
      30_000,
    );
    if (!came) throw problem;
  }
}
