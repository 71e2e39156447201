/** "Look now" in Firefox, which asks for the reader's consent on a page of ours first. */
import type { Page } from "puppeteer-core";
import { accessibilityProblems } from "./axe.ts";
import type { Driver } from "./harness/driver.ts";

/** The page of ours that a first press on arXiv's page opened; undefined if there is none. */
export async function consentPage({ browser }: Pick<Driver, "browser">): Promise<Page | undefined> {
  const pages = await browser.pages();
  // Firefox tells no addresses of pages that extensions open.
  const hrefs = await Promise.all(pages.map((page) => page.evaluate(() => location.href).catch(() => "")));
  return pages.find((_, at) => hrefs[at]?.endsWith("?look"));
}

/** What its part says. */
export const lookWords = (page: Page): Promise<string> =>
  page.$eval(".paper-pane .look", (element) => element.textContent ?? "").catch(() => "");

/** Presses its one button, as a person does: otherwise the browser does not ask. */
export async function pressLook(page: Page): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector(".paper-pane .look button:focus");
  if ((await accessibilityProblems(page)).length > 0)
    throw new Error("the page with the button is not accessible");
  await page.locator(".paper-pane .look button").click();
}

/** The page script of a page of the extension, as far as this needs it. */
declare const browser: { permissions: { remove: (these: object) => Promise<boolean> } };

/** Takes the consent back, as the add-ons manager does. */
export const takeBackConsent = (ownPage: Page): Promise<boolean> =>
  ownPage.evaluate(() => browser.permissions.remove({ data_collection: ["browsingActivity"] }));
