import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { accessibilityProblems } from "./axe.ts";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { useStage } from "./stage.ts";

const summary = (page: Page) => page.$eval(".summary output", (output) => output.innerText);
const ids = async (page: Page) => (await hotListItems(page)).map(({ id }) => id);
/** Id of the paper that has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-hot-paper]")?.dataset["hotPaper"]);

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test("with only the keyboard: search the whole archive, go to a paper, save it, and back to all", async () => {
    const popup = await stage.openOwn("popup.html#all");
    await expect.poll(() => summary(popup)).toContain("9,782 papers");
    await popup.keyboard.press("/");
    await popup.keyboard.type("hypertransformer few-shot supervised");
    await expect.poll(() => summary(popup)).toContain("1 of 9,782 papers");
    expect(await ids(popup)).toEqual(["2201.04182"]);
    expect(await accessibilityProblems(popup)).toEqual([]);

    await popup.keyboard.press("Tab"); // out of the field, where j is a letter
    await popup.keyboard.press("j");
    expect(await focused(popup)).toBe("2201.04182");
    await popup.keyboard.press("s");
    await popup.waitForSelector('[data-hot-paper="2201.04182"] [data-mark=saved][aria-pressed=true]');

    await popup.keyboard.press("/");
    await popup.keyboard.press("Escape");
    await expect.poll(() => summary(popup)).toMatch(/^9,782 papers/u);
    await popup.keyboard.press("Escape");
    expect(await popup.$("input[type=search]")).toBeNull();
    await popup.keyboard.press("?");
    await popup.waitForSelector(".keys-help[open]");
    expect(await accessibilityProblems(popup)).toEqual([]);
  });

  test("filters narrow the list at once, say what they leave, and are remembered", async () => {
    const popup = await stage.openOwn("popup.html#2021-08-12");
    await expect.poll(async () => (await ids(popup)).length).toBe(11);
    await popup.click("[aria-label^=Filters]");
    await (await popup.waitForSelector(".category[aria-label^='cs.AI']"))?.click();
    await expect.poll(() => summary(popup)).toContain("5 of 11 papers");
    expect(await accessibilityProblems(popup)).toEqual([]);

    const later = await stage.openOwn("popup.html#2021-08-12");
    await expect.poll(() => summary(later)).toContain("5 of 11 papers");
    expect(await ids(later)).toHaveLength(5);
    await later.click("[aria-label^=Filters]");
    await (await later.waitForSelector("input[name=exclude]"))?.type("language");
    await expect.poll(async () => (await ids(later)).length).toBeLessThan(5);
    await later.$$eval(".checks .plain", ([clear]) => (clear as HTMLElement).click());
    await expect.poll(async () => (await ids(later)).length).toBe(11);
  });
});
