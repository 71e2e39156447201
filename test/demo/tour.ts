/** The demo without a screen: visits the pages, prints what badges and hot list say, and takes pictures. */
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { readBadges } from "../e2e/badges.ts";
import type { Driver } from "../e2e/harness/driver.ts";
import { hotListItems } from "../e2e/hot-list.ts";

/** An abstract page, and a list with papers in and out of the archive. */
export const DEMO_PAGES = {
  abstract: "https://arxiv.org/abs/2108.04840",
  list: "https://arxiv.org/list/cs.CL/2021-08",
} as const;

const PICTURES = ".output/demo";

const takePicture = async (page: Page, name: string) => {
  const path = `${PICTURES}/${name}.png` as const;
  await page.screenshot({ path });
  return path;
};

/** Visits everything; throws if a page that should have badges has none. */
export async function tour(driver: Driver): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const pictures: string[] = [];

  // First, because a fresh profile is still reading the archive in, and the hot list shows when that is done.
  const popup = await driver.open(driver.extensionUrl("popup.html"));
  await popup.waitForSelector("[data-hot-paper]", { timeout: 20_000 });

  for (const [name, url] of Object.entries(DEMO_PAGES)) {
    const page = await driver.open(url);
    await page.waitForSelector("[data-hot-paper]", { timeout: 20_000 });
    console.log(`\n${url}`);
    for (const { id, name: spoken } of await readBadges(page))
      console.log(`  arXiv:${id}  ${spoken.split(" – ").at(-1)}`); // the exact sentence, without the words on show
    pictures.push(await takePicture(page, name));
  }

  await popup.bringToFront();
  const heading = await popup.$eval("body", (body) => body.innerText.split("\n").slice(0, 12).join(" · "));
  console.log(`\nThe popup: ${heading}`);
  for (const { id, text } of await hotListItems(popup)) console.log(`  arXiv:${id}  ${text}`);
  pictures.push(await takePicture(popup, "popup"));
  console.log(`\nPictures: ${pictures.join(", ")}`);
}
