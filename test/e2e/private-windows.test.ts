import type { Page } from "puppeteer-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { archiveWhole, ask } from "./ask.ts";
import { readBadges, settledBadgeIds } from "./badges.ts";
import { hotListItems } from "./hot-list.ts";
import { allowInPrivateWindows, openPrivateTab } from "./private-firefox.ts";
import { useStage } from "./stage.ts";
import { toolbarPopup } from "./toolbar-popup.ts";

const SEED = "2108.04840";
const DAY = "2021-08-12";

/** Goes to a page of the extension in a tab that is there. */
async function goToOwn(page: Page, url: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(url, { waitUntil: [] });
  await page.waitForFunction(
    () => document.readyState === "complete" && location.protocol === "moz-extension:",
  );
}

const shownIds = async (page: Page) => {
  await page.waitForSelector("[data-hot-paper]");
  return (await hotListItems(page)).map(({ id }) => id);
};
const wordsOf = (page: Page) => page.evaluate(() => document.body.innerText);
const stored = (page: Page, area: "local" | "session") =>
  page.evaluate((name) => browser.storage[name].get(null), area);
declare const browser: typeof import("webextension-polyfill");

describe("a private window of Firefox, where pages of extensions get no database", () => {
  const stage = useStage("firefox");
  let page: Page;
  let list: string[];
  beforeAll(async () => {
    if (!stage.there) return;
    const usual = await stage.openOwn(`archive.html#${DAY}`);
    list = await shownIds(usual);
    await usual.close();
    await allowInPrivateWindows(stage.driver);
  });
  beforeEach(async () => {
    if (stage.there) page = await openPrivateTab(stage.driver);
  });

  test("popup and full page show the day's list as in a usual window", async () => {
    for (const path of [`popup.html#${DAY}`, `archive.html#${DAY}`]) {
      await goToOwn(page, stage.driver.extensionUrl(path));
      expect(await shownIds(page)).toEqual(list);
      expect(list.length).toBeGreaterThan(5);
      expect(await wordsOf(page)).not.toMatch(/InvalidState|cannot be read/u);
    }
  });

  test("the full page shows a paper, and the search finds one by a word of its title", async () => {
    await goToOwn(page, stage.driver.extensionUrl(`archive.html#paper/${SEED}`));
    await page.waitForSelector(".side-pane h2");
    expect(await wordsOf(page)).toMatch(/\d+(?:st|nd|rd|th) of \d+/u);
    await page.keyboard.press("/");
    await page.keyboard.type("hypertransformer few-shot");
    await expect.poll(() => wordsOf(page)).toMatch(/\b[01] of [\d,]+ papers/u);
  });

  test("arXiv's page has its badge", async () => {
    await stage.visitIn(page, `/abs/${SEED}`);
    expect(await settledBadgeIds(page, 1)).toEqual([SEED]);
  });

  test("what is saved there is kept until the browser ends, and nowhere else", async () => {
    await goToOwn(page, stage.driver.extensionUrl(`popup.html#${DAY}`));
    await shownIds(page);
    await page.waitForSelector(`[data-hot-paper="${SEED}"] [data-mark=saved]`);
    const before = await stored(page, "local");
    await page.click(`[data-hot-paper="${SEED}"] [data-mark=saved]`);
    await expect.poll(async () => Object.keys(await stored(page, "session"))).toContain("privateMarks");
    const after = await stored(page, "local");
    expect(Object.keys(after).filter((key) => key.startsWith("marks"))).toEqual([]);
    expect(after["visits"]).toEqual(before["visits"]);
    await goToOwn(page, stage.driver.extensionUrl("popup.html#saved"));
    expect(await shownIds(page)).toEqual([SEED]);
    await page.close(); // or the next tab would be one of the private window
    const usual = await stage.openOwn("popup.html#saved");
    await expect.poll(() => wordsOf(usual)).toContain("No paper is saved");
    await usual.close();
  });

  test("the popup over a paper's tab begins with that paper, and nothing of it is kept anywhere", async () => {
    await goToOwn(page, stage.driver.extensionUrl("options.html"));
    const before = await stored(page, "local");
    const tab = await stage.driver.browser.newPage(); // of the same window
    await stage.visitIn(tab, `/abs/${SEED}`);
    const seen = await toolbarPopup(stage, page, tab, true);
    expect(seen.paper).toMatch(/1st of 11 on 12 Aug 2021/u);
    expect(seen.paperFirst).toBe(true);
    await tab.close();
    expect(await stored(page, "local")).toEqual(before);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(SEED);
  });

  test("the options say what the index has", async () => {
    await goToOwn(page, stage.driver.extensionUrl("options.html"));
    await expect.poll(() => wordsOf(page)).toMatch(/Digests\s+\d{3}/u);
  });
});

describe("Firefox that is always private, where nothing of the extension gets a database", () => {
  const stage = useStage("firefox", {
    preferences: { "browser.privatebrowsing.autostart": true },
    before: allowInPrivateWindows,
  });

  test("arXiv's page has its badge, also after the background was stopped", async () => {
    const page = await stage.visit(`/abs/${SEED}`);
    expect(await settledBadgeIds(page, 1)).toEqual([SEED]);
    await stage.driver.stopBackground();
    const again = await stage.visit(`/abs/${SEED}`);
    expect(await settledBadgeIds(again, 1)).toEqual([SEED]);
    expect((await readBadges(again)).map(({ name }) => name).join()).toMatch(
      /^3rd|^1st|^\d+(?:st|nd|rd|th) of/u,
    );
  });

  test("the popup shows the day's list, and no advice to start the browser anew", async () => {
    const popup = await stage.openOwn(`popup.html#${DAY}`);
    expect(await shownIds(popup)).toContain(SEED);
    expect(await wordsOf(popup)).not.toMatch(/InvalidState|cannot be read|restart/iu);
    await popup.close();
  });

  test("what was deleted stays deleted when the background starts again, and can be restored", async () => {
    const options = await stage.openOwn("options.html");
    await ask(options, { type: "deleteEverything" });
    await stage.driver.stopBackground();
    expect(await ask(options, { type: "status" })).toMatchObject({ archive: "deleted", digests: 0 });
    await ask(options, { type: "restoreArchive" });
    expect((await archiveWhole(options)).digests).toBeGreaterThan(200);
    await options.close();
  });
});
