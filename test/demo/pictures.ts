/**
 * Makes the pictures of the README, in both browsers, and those for the stores, all from our local arXiv: `node test/demo/pictures.ts` after a build.
 * `readme` or `store` makes only these.
 */
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveWhole } from "../e2e/ask.ts";
import { pressBadge } from "../e2e/badges.ts";
import { type Driver, launch } from "../e2e/harness/driver.ts";
import { openWorld } from "../e2e/harness/world.ts";
import { ourLinks } from "../e2e/page-content.ts";
import { until } from "../e2e/until.ts";
import { takeStorePictures } from "./store-pictures.ts";
import { DEMO_PAGES } from "./tour.ts";

const FOLDER = "assets/pictures";
const SEED = "2108.04840";

async function shoot(page: Page, name: string, width: number, height: number) {
  await page.setViewport({ width, height });
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
}

async function popup(driver: Driver, name: string) {
  const page = await driver.open(driver.extensionUrl("popup.html#2021-08-12"));
  await page.waitForSelector("[data-hot-paper]");
  await shoot(page, name, 420, 600);
  await page.close();
}

/** The list, and pictures of all digests beside it. */
async function fullPage(driver: Driver, name: string) {
  const page = await driver.open(driver.extensionUrl("archive.html#2021-08-12"));
  await page.setViewport({ width: 1280, height: 760 });
  await page.waitForSelector("[data-hot-paper]");
  await page.waitForSelector(".category-heat li");
  await shoot(page, name, 1280, 760);
  await page.close();
}

async function conversation(driver: Driver, name: string) {
  const page = await driver.open(DEMO_PAGES.abstract);
  await pressBadge(page, SEED);
  await until(async () => (await ourLinks(page)).length > 0);
  await shoot(page, name, 1000, 640);
  await page.close();
}

async function list(driver: Driver, name: string) {
  const page = await driver.open(DEMO_PAGES.list);
  await page.waitForSelector("hot-paper-list");
  await shoot(page, name, 1000, 640);
  await page.close();
}

/** What the README shows: one picture of each thing, both browsers and both themes among them. */
const PICTURES = [
  { browser: "chromium", dark: false, take: { conversation, popup, "full-page": fullPage } },
  { browser: "firefox", dark: false, take: { list } },
  { browser: "firefox", dark: true, take: { popup } },
] as const;

const [only] = process.argv.slice(2);
const world = await openWorld({ hosts: ARXIV_HOSTS, reply: arxivReply });
if (only !== "store") {
  mkdirSync(FOLDER, { recursive: true });
  for (const { browser, dark, take } of PICTURES) {
    const driver = await launch(browser, { proxyPort: world.port, dark });
    const first = await driver.open(driver.extensionUrl("options.html"));
    await archiveWhole(first); // until then the newest list is not the newest
    await first.close();
    for (const [what, picture] of Object.entries(take))
      await picture(driver, `${browser}-${what}${dark ? "-dark" : ""}`);
    await driver.close();
  }
}
if (only !== "readme") {
  const driver = await launch("chromium", { proxyPort: world.port });
  await takeStorePictures(driver);
  await driver.close();
}
await world.close();
