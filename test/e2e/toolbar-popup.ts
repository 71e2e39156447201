/** The real popup of the toolbar button, over the tab that is active: read from another page of the extension, in both browsers alike. */
import type { Page } from "puppeteer-core";
import { pressButtonOver } from "./firefox-button.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

/** What such a popup shows. */
export interface SeenPopup {
  /** Of the paper of the tab; absent if it shows none. */
  paper?: string | undefined;
  /** Papers of the list below. */
  papers: number;
  /** Whether the paper is above all of the list and what is said of that. */
  paperFirst: boolean;
}

/** What a popup or panel of this path shows; undefined until its list is there as a whole. */
export const seenIn = (own: Page, path: string): Promise<SeenPopup | undefined> =>
  own.evaluate((shown) => {
    const views = browser.extension.getViews().filter(({ location }) => location.pathname === `/${shown}`);
    // This page may be of the same path.
    const document = views.find((view) => view !== window)?.document;
    const papers = document?.querySelectorAll("[data-hot-paper]").length ?? 0;
    if (!document || papers === 0 || document.querySelector(".later")) return undefined;
    const section = document.querySelector(".this-paper");
    const paper = section?.textContent?.replaceAll(/\s+/gu, " ");
    const list = document.querySelector(".list-head");
    const below = section && list ? section.compareDocumentPosition(list) : 0;
    return { paper, papers, paperFirst: (below & Node.DOCUMENT_POSITION_FOLLOWING) > 0 };
  }, path);

/**
 * Presses the toolbar button over a page, gives what the popup shows, and closes it.
 *
 * @param withPaper waits until it shows a paper
 * @param atRest what else is waited for
 */
export async function toolbarPopup(
  stage: Stage,
  own: Page,
  page: Page,
  withPaper: boolean,
  atRest: () => Promise<void> = async () => undefined,
): Promise<SeenPopup> {
  await page.bringToFront();
  if (stage.driver.name === "firefox") await pressButtonOver(stage.driver, page);
  else {
    const [extension] = (await stage.driver.browser.extensions()).values();
    await extension?.triggerAction(page);
  }
  let seen: SeenPopup | undefined;
  await until(async () => {
    seen = await seenIn(own, "popup.html");
    return seen !== undefined && (!withPaper || seen.paper !== undefined);
  });
  if (!seen) throw new Error("no popup has opened");
  await atRest();
  await own.evaluate(() => {
    for (const view of browser.extension.getViews({ type: "popup" })) view.close();
  });
  return seen;
}

/** What is on the toolbar button over the tab of this address. */
export const buttonText = (own: Page, address: string): Promise<string | undefined> =>
  own.evaluate(async (url) => {
    const [tab] = await browser.tabs.query({ url });
    return tab?.id === undefined ? undefined : browser.action.getBadgeText({ tabId: tab.id });
  }, address);
