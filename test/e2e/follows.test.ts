import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, test } from "vitest";
import { category, words } from "../follows/made.ts";
import { arxivPages } from "../arxiv-host/arxiv.ts";
import { settledBadgeIds } from "./badges.ts";
import { coveredWords, followInOptions, followMarks } from "./follows.ts";
import { browserNames } from "./harness/browsers.ts";
import { layoutShift } from "./layout-shift.ts";
import { useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";

const LIST = "/list/cs.CL/2021-08";
const KINDS: ReadonlySet<string> = new Set(["list", "catchup", "author", "search"]);
const lists = arxivPages.filter(({ kind, ids }) => KINDS.has(kind) && ids.length > 1);

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

  describe.each([1280, 400])("in a window of %i px", (width) => {
    test.each(lists)(
      "marks on $path cover no words, move nothing and widen nothing",
      async ({ path, ids }) => {
        if (!stage.there) return;
        const plain = await stage.visitPlain(path);
        await plain.setViewport({ width, height: 900 });
        const reaches = await plain.evaluate(() => document.documentElement.scrollWidth);
        const blank = await stage.visit("/");
        await blank.setViewport({ width, height: 900 }); // and it stays so for the tab's next pages
        const page = await stage.visit(path);
        await expect.poll(async () => (await followMarks(page)).length).toBeGreaterThan(0);
        await settledBadgeIds(page, badgesOf(ids).length);
        await expect.poll(() => coveredWords(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(reaches);
        if (name === "chromium") expect(await layoutShift(page)).toBe(0);
      },
    );
  });
});

declare const browser: typeof import("webextension-polyfill");
