import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, test } from "vitest";
import { author, category, words } from "../follows/made.ts";
import { settledBadgeIds } from "./badges.ts";
import { coveredWords, followInOptions, followMarks } from "./follows.ts";
import { browserNames } from "./harness/browsers.ts";
import { layoutShift } from "./layout-shift.ts";
import { useStage } from "./stage.ts";

const LIST = "/list/cs.CL/2021-08";
const PAGES = [
  LIST,
  "/list/cs.LG/new",
  "/search/?query=graph&searchtype=all",
  "/a/one_a_1",
  "/catchup/cs.CL/2021-08-12",
];

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);
/** The page's own elements, as scripts of it see them. */
const markupOf = (page: Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const ours of copy.querySelectorAll("hot-paper-follows, hot-paper, hot-paper-list")) ours.remove();
    return copy.innerHTML;
  });

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);
  let before: { text: string; markup: string };

  test("nothing is loaded while nothing is followed", async () => {
    if (!stage.there) return;
    const page = await stage.visit(LIST);
    await settledBadgeIds(page, 1);
    before = { text: await textOf(page), markup: await markupOf(page) };
    const options = await stage.openOwn("options.html");
    const scripts = await options.evaluate(() => browser.scripting.getRegisteredContentScripts());
    expect(scripts).toEqual([]);
    await options.close();
  });

  test("what is followed in the options is marked at once on a list that is open, and on every list from then on", async () => {
    if (!stage.there) return;
    const page = await stage.visit(LIST);
    const options = await stage.openOwn("options.html");
    await options.bringToFront();
    await followInOptions(options, [category("cs.CL")]);
    await page.bringToFront();
    await expect.poll(async () => (await followMarks(page)).length).toBeGreaterThan(2);
    await options.bringToFront();
    await followInOptions(options, [words("a")]);
    await options.close();

    const again = await stage.visit(LIST);
    await expect
      .poll(async () => (await followMarks(again))[0]?.shown)
      .toMatch(/^follows: (?:cs\.CL|a · cs\.CL|cs\.CL · a)$/u);
    expect(await textOf(again)).toBe(before.text);
    expect(await markupOf(again)).toBe(before.markup);
  });
});

declare const browser: typeof import("webextension-polyfill");
