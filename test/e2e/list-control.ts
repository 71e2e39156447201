/** The control above a list, and what is to be seen of the list's papers. */
import type { ElementHandle, Page } from "puppeteer-core";
import { ours, pressOurs } from "./closed-roots.ts";
import { until } from "./until.ts";

/** Whether the menu below the control's button is open: the state itself, not what is told of it. */
const isMenuOpen = (open: ElementHandle<HTMLElement>) =>
  open.evaluate(
    (button) => (button.getRootNode() as ShadowRoot).querySelector(".bar")?.matches(":popover-open") ?? false,
  );

/** Opens the control's menu, if it is not open. The button moves when its words change: a press that missed it is done again. */
export async function openControl(page: Page): Promise<void> {
  const open = await ours(page, ".open");
  for (let press = 0; press < 5; press++) {
    if (await isMenuOpen(open)) return;
    await open.click();
    await until(() => isMenuOpen(open), 5000);
  }
  if (!(await isMenuOpen(open))) throw new Error("the list control's menu does not open");
}

/** Opens the control and presses a button of it by its words, as a person does. */
export async function pressControl(page: Page, words: string): Promise<void> {
  await openControl(page);
  await pressOurs(page, ".bar button", words);
  await page.keyboard.press("Escape"); // closes it, so that it covers nothing of the list
  const open = await ours(page, ".open");
  if (!(await until(async () => !(await isMenuOpen(open))))) throw new Error("the menu stays open");
}

/** Ids of a list's papers, as it prints them: in the order in which they stand, all and those that are to be seen. */
export const listedIds = (page: Page) =>
  page.$$eval('dt a[title="Abstract"]', (links) => ({
    all: links.map(({ id }) => id),
    shown: links.filter((link) => link.checkVisibility()).map(({ id }) => id),
  }));

/** What the control says. */
export const controlWords = async (page: Page): Promise<string> =>
  (await ours(page, ".open .shape")).evaluate(({ textContent }) => textContent);
