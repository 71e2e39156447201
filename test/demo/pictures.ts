/** Makes the pictures of the README from our local arXiv, in both browsers: `node test/demo/pictures.ts` after a build. */
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { ARXIV_HOSTS, arxivReply } from "../arxiv/arxiv.ts";
import { pressBadge } from "../e2e/badges.ts";
import { browserNames } from "../e2e/harness/browsers.ts";
import { type Driver, launch } from "../e2e/harness/driver.ts";
import { openWorld } from "../e2e/harness/world.ts";
import { ourLinks } from "../e2e/page-content.ts";
import { until } from "../e2e/until.ts";
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

async function conversation(driver: Driver, name: string) {
  const page = await driver.open(DEMO_PAGES.abstract);
  await pressBadge(page, SEED);
  await until(async () => (await ourLinks(page)).length > 0);
  await shoot(page, name, 1000, 640);
  await page.close();
}

async function list(driver: Driver, name: string) {
  const page = await driver.open(DEMO_PAGES.list);
  await page.waitForSelector("[data-hot-paper]");
  await shoot(page, name, 1000, 640);
  await page.close();
}

mkdirSync(FOLDER, { recursive: true });
const world = await openWorld({ hosts: ARXIV_HOSTS, reply: arxivReply });
for (const name of browserNames) {
  for (const theme of ["light", "dark"] as const) {
    const driver = await launch(name, { proxyPort: world.port, dark: theme === "dark" });
    await popup(driver, `${name}-popup-${theme}`);
    if (theme === "light") {
      await conversation(driver, `${name}-conversation`);
      await list(driver, `${name}-list`);
    }
    await driver.close();
  }
}
await world.close();
