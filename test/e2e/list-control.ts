/** The control above a list, and what is to be seen of the list's papers. */
import type { Page } from "puppeteer-core";

/** Presses a button of the control by its words, as a person does. */
export async function pressControl(page: Page, words: string): Promise<void> {
  await page.waitForSelector("hot-paper-list >>> .count");
  for (const button of await page.$$("hot-paper-list >>> button"))
    if ((await button.evaluate((each) => each.textContent)) === words) return button.click();
  throw new Error(`no button "${words}"`);
}

/** Ids of a list's papers, as it prints them: in the order in which they stand, all and those that are to be seen. */
export const listedIds = (page: Page) =>
  page.$$eval('dt a[title="Abstract"]', (links) => ({
    all: links.map(({ id }) => id),
    shown: links.filter((link) => link.checkVisibility()).map(({ id }) => id),
  }));

/** What the control says. */
export const controlWords = (page: Page) =>
  page.$eval("hot-paper-list", ({ shadowRoot }) => shadowRoot?.querySelector(".count")?.textContent);
