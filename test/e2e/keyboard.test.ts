import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";

/** Id of the badge that has the focus, if one has. */
const focusedBadge = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const inside = activeElement?.shadowRoot?.activeElement;
    return inside instanceof HTMLButtonElement
      ? (activeElement as HTMLElement).dataset["hotPaper"]
      : undefined;
  });

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

async function pressTab(page: Page, back: boolean): Promise<void> {
  if (back) await page.keyboard.down("Shift");
  await page.keyboard.press("Tab");
  if (back) await page.keyboard.up("Shift");
}

/** Presses Tab until a part of the page has the focus, as a person without a mouse does. */
async function tabTo(page: Page, selector: string, back = false): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await pressTab(page, back);
  }
  throw new Error(`Tab does not reach ${selector}`);
}

const focusedPaper = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-hot-paper]")?.dataset["hotPaper"]);
const shownIds = async (page: Page) => (await hotListItems(page)).map(({ id }) => id);
const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (part) => part.textContent.replaceAll(/\s+/gu, " ").trim());

async function tabToBadge(page: Page): Promise<string | undefined> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const id = await focusedBadge(page);
    if (id) return id;
  }
  return undefined;
}

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test.each([
    ["/abs/2108.04840", "2108.04840"],
    ["/list/cs.CL/2021-08", "2108.01887"],
  ])(
    "on %s: Tab reaches the badge, Enter opens, Escape closes, the focus comes back",
    async (path, first) => {
      const page = await stage.visit(path);
      await settledBadgeIds(page, 1);
      expect(await tabToBadge(page)).toBe(first);

      await page.keyboard.press("Enter");
      const tweets = async () =>
        (await ourLinks(page)).filter(({ href }) => href.startsWith("https://twitter.com/"));
      await expect.poll(async () => (await tweets()).length).toBeGreaterThan(0);

      await page.keyboard.press("Tab"); // into the conversation, from where Escape closes as well
      await page.keyboard.press("Escape");
      await expect.poll(async () => (await tweets()).length).toBe(0);
      expect(await focusedBadge(page)).toBe(first);
    },
  );

  test("a day's list is read, marked, copied, searched, filtered and changed without a mouse", async () => {
    const [first, second] = ["2108.04840", "2108.05036"];
    for (const path of [`/abs/${first}`, `/pdf/${first}`]) await stage.visit(path); // what the keys open is expected
    const page = await stage.openOwn("popup.html#2021-08-12");
    await page.bringToFront();
    await expect.poll(async () => (await shownIds(page)).length).toBe(11);
    const pressed = (id: string, kind: string) =>
      page.$eval(`[data-hot-paper="${id}"] [data-mark=${kind}]`, (button) => button.ariaPressed);
    /** Presses a key that opens a tab; tells its address and comes back from it. Firefox shows such tabs to extensions only. */
    const opens = async (key: "Enter" | "o") => {
      const tabs = () => page.evaluate(() => browser.tabs.query({ currentWindow: true }));
      const before = new Set((await tabs()).map(({ id }) => id));
      const opened = async () =>
        (await tabs()).find(({ id, url }) => !before.has(id) && url?.startsWith("https:"));
      await page.keyboard.press(key);
      await expect.poll(opened).toBeDefined();
      const { id, url } = (await opened()) ?? {};
      await page.evaluate((tab) => browser.tabs.remove(tab), id ?? 0);
      await page.bringToFront();
      return url;
    };

    await page.keyboard.press("j");
    expect(await focusedPaper(page)).toBe(first);
    expect(await opens("Enter")).toBe(`https://arxiv.org/abs/${first}`);
    await expect.poll(() => pressed(first, "read")).toBe("true"); // by being opened
    expect(await focusedPaper(page)).toBe(first);
    expect(await opens("o")).toBe(`https://arxiv.org/pdf/${first}`);

    await page.keyboard.press("s");
    await page.keyboard.press("s");
    await expect.poll(() => pressed(first, "saved")).toBe("true");
    await expect.poll(() => textOf(page, ".keys-said")).toBe("Saved already. Shift+S removes it.");
    await page.keyboard.press("ArrowDown");
    expect(await focusedPaper(page)).toBe(second);
    await page.keyboard.press("r");
    await expect.poll(() => pressed(second, "read")).toBe("true");
    expect(await textOf(page, ".undo-notice")).toBe("Marked as read (press u to undo)Undo u");
    await page.keyboard.press("k");
    await page.keyboard.press("u");
    await expect.poll(() => pressed(second, "read")).toBe("false");
    expect(await focusedPaper(page), "where the mark was").toBe(second);
    await page.keyboard.press("b");
    await expect.poll(() => textOf(page, ".keys-said")).toBe("BibTeX copied");

    await page.keyboard.press("?");
    await page.waitForSelector(".keys-help[open]");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.$(".keys-help[open]")).toBeNull();

    await page.keyboard.press("/");
    await page.waitForSelector("#search input");
    await page.keyboard.type("interpretability");
    await expect.poll(() => shownIds(page)).toEqual([first]);
    await page.keyboard.press("Escape"); // empties it
    await page.keyboard.press("Escape"); // leaves it
    await expect.poll(async () => (await shownIds(page)).length).toBe(11);

    await tabTo(page, "[aria-label^=Filters]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#filters"); // loaded with the first press
    await tabTo(page, "#filters [aria-pressed]");
    await page.keyboard.press(" ");
    await expect.poll(async () => (await shownIds(page)).length).toBeLessThan(11);
    await tabTo(page, "#filters .checks .plain"); // "Clear filters"
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await shownIds(page)).length).toBe(11);

    await page.evaluate(() => (document.activeElement as HTMLElement).blur()); // from the top again
    await page.keyboard.press("j");
    await tabTo(page, "select[aria-label=Order]", true);
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await shownIds(page))[0]).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    await pressTab(page, true);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => textOf(page, "#period")).toContain("August 2021");
    await expect.poll(() => page.url()).toContain("#week/");
  });

  test("saved papers are gone through, given up and brought back by keys; the focus is never lost", async () => {
    const [first, second] = ["2108.04840", "2108.05036"];
    const page = await stage.openOwn("popup.html#2021-08-12");
    await page.bringToFront();
    await page.waitForSelector(`[data-hot-paper="${second}"]`);
    for (const key of ["j", "s", "j", "s"] as const) await page.keyboard.press(key); // one that is saved stays so
    await tabTo(page, 'a[href="#saved"]', true);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await shownIds(page)).toSorted()).toEqual([first, second]);
    const [top, below] = (await shownIds(page)) as [string, string];
    await page.keyboard.press("j");
    expect(await focusedPaper(page)).toBe(top);
    await page.keyboard.down("Shift");
    await page.keyboard.press("S");
    await page.keyboard.up("Shift");
    await expect.poll(() => shownIds(page)).toEqual([below]);
    await expect.poll(() => focusedPaper(page)).toBe(below);
    await page.keyboard.press("u");
    await expect.poll(() => shownIds(page)).toEqual([top, below]);
    await expect.poll(() => focusedPaper(page)).toBe(top);
  });

  test("a paper is read and marked beside the list, and the way back leads to where it was opened", async () => {
    const id = "2108.05036"; // the second
    const page = await stage.openOwn("archive.html#2021-08-12");
    await page.bringToFront();
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 740 });
      await page.waitForSelector(`[data-hot-paper="${id}"]`);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await tabTo(page, `[data-hot-paper="${id}"] a[href="#paper/${id}"]`);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".digest-entry");
      const read = () => page.$eval(".paper-pane [data-mark=read]", (button) => button.ariaPressed);
      await page.keyboard.press("r");
      await expect.poll(read).toBe("true");
      await page.keyboard.press("u");
      await expect.poll(read).toBe("false");
      await page.keyboard.press("?");
      await page.waitForSelector(".keys-help[open]");
      await expect
        .poll(() => page.$eval(".keys-help", (sheet) => sheet.getBoundingClientRect().width))
        .toBeGreaterThan(200);
      await page.keyboard.press("Escape");
      await page.evaluate(() => document.querySelector<HTMLElement>(".paper-pane")?.focus());
      await tabTo(page, ".back a");
      await page.keyboard.press("Enter");
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute("href")))
        .toBe(`#paper/${id}`);
    }
  });
});
