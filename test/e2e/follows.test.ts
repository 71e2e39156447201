import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { category, words } from "../follows/made.ts";
import { arxivPages } from "../arxiv-host/arxiv.ts";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge, settledBadgeIds } from "./badges.ts";
import { ours, pressOurs, untilCounted } from "./closed-roots.ts";
import { coveredWords, followInOptions, followMarks } from "./follows.ts";
import { browserNames } from "./harness/browsers.ts";
import { controlWords } from "./list-control.ts";
import { layoutShifts } from "./layout-shift.ts";
import { useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";

const LIST = "/list/cs.CL/2021-08";
const SEED = "2108.04840";
const KINDS: ReadonlySet<string> = new Set(["list", "catchup", "author", "search"]);
const lists = arxivPages.filter(({ kind, ids }) => KINDS.has(kind) && ids.length > 1);

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);
/** The page's own elements, as scripts of it see them. */
const markupOf = (page: Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const host of copy.querySelectorAll("hot-paper-follows, hot-paper, hot-paper-list")) host.remove();
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

  test("what is followed in the options is marked at once on open lists, and later on every list", async () => {
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

  test("an author is followed, seen on arXiv, found under “Mine” and unfollowed, all by keyboard", async () => {
    if (!stage.there) return;
    const options = await stage.openOwn("options.html");
    await options.bringToFront();
    for (;;) {
      await options.waitForSelector("#follows");
      const stop = await options.$(".follows button");
      if (!stop) break;
      const many = (await options.$$(".follows li")).length;
      await stop.focus();
      await options.keyboard.press("Enter");
      await expect.poll(async () => (await options.$$(".follows li")).length).toBe(many - 1);
    }
    await options.close();

    const popup = await stage.openOwn("popup.html#2021-08-12");
    await popup.bringToFront();
    const author = '[data-hot-paper="2108.04840"] .authors .follow';
    const button = await popup.waitForSelector(author);
    expect(await button?.evaluate(({ textContent }) => textContent)).toBe("Andreas Madsen");
    await button?.focus();
    await popup.keyboard.press("Enter");
    await popup.waitForSelector(`${author}[aria-pressed=true]`);
    await expect
      .poll(() => popup.$$eval(".mine", (marks) => marks.map(({ textContent }) => textContent)))
      .toEqual(["follows: Andreas Madsen"]);
    expect(await accessibilityProblems(popup)).toEqual([]);

    const page = await stage.visit(LIST);
    await expect
      .poll(async () => (await followMarks(page)).map(({ shown }) => shown))
      .toEqual(["follows: Andreas Madsen"]);
    const open = await ours(page, ".open");
    await open.focus();
    await page.keyboard.press("Enter");
    const mine = await ours(page, ".mine-open");
    await mine.focus();
    await untilCounted(mine, () => page.keyboard.press("Enter"));
    await expect.poll(() => mine.evaluate(({ ariaExpanded }) => ariaExpanded)).toBe("true");
    expect(await accessibilityProblems(page, "hot-paper-list")).toEqual([]);
    const go = await ours(page, ".mine li button");
    expect(await go.evaluate(({ textContent }) => textContent)).toBe(
      "Post-hoc Interpretability for Neural NLP: A Survey follows: Andreas Madsen",
    );
    await go.focus();
    await untilCounted(go, () => page.keyboard.press("Enter"));
    await expect
      .poll(() =>
        page.evaluate(
          () => document.activeElement?.closest("dt")?.textContent.includes("2108.04840") ?? false,
        ),
      )
      .toBe(true);

    await popup.bringToFront();
    await (await popup.$(author))?.focus();
    await popup.keyboard.press("Enter");
    await page.bringToFront();
    await expect.poll(() => followMarks(page)).toEqual([]);
    await popup.close();
  });

  test("the conversation follows an author and a category, says so, and no longer follows", async () => {
    if (!stage.there) return;
    const list = await stage.visit(LIST);
    const shown = async () => (await followMarks(list)).map((mark) => mark.shown);
    expect(await shown()).toEqual([]);
    const page = await stage.visit(`/abs/${SEED}`, "www.arxiv.org");
    await pressBadge(page, SEED);
    await pressOurs(page, "summary", "Follow");
    const pressed = async (what: string) =>
      (await ours(page, ".follow button", what)).evaluate(({ ariaPressed }) => ariaPressed);
    const status = async () =>
      (await ours(page, ".follow [role=status]")).evaluate(({ textContent }) => textContent);
    expect([await pressed("Andreas Madsen"), await pressed("cs.NE")]).toEqual(["false", "false"]);
    await pressOurs(page, ".follow button", "Andreas Madsen");
    await expect.poll(status).toBe("You follow Andreas Madsen now.");
    await pressOurs(page, ".follow button", "cs.NE");
    await expect.poll(status).toBe("You follow cs.NE now.");
    expect([await pressed("Andreas Madsen"), await pressed("cs.NE")]).toEqual(["true", "true"]);
    expect(await accessibilityProblems(page, "hot-paper")).toEqual([]);
    await list.bringToFront();
    await expect.poll(shown).toContain("follows: Andreas Madsen · cs.NE");

    await page.bringToFront();
    await page.reload();
    await pressBadge(page, SEED);
    await pressOurs(page, "summary", "Follow");
    await expect.poll(() => pressed("Andreas Madsen")).toBe("true");
    for (const followed of ["Andreas Madsen", "cs.NE"]) {
      await pressOurs(page, ".follow button", followed);
      await expect.poll(status).toBe(`You no longer follow ${followed}.`);
    }
    await list.bringToFront();
    await expect.poll(shown).toEqual([]);
  });

  test("a list without hot papers has the control only for “Mine”", async () => {
    if (!stage.there) return;
    const popup = await stage.openOwn("popup.html#2021-08-12");
    await popup.bringToFront();
    const chip = await popup.waitForSelector('[data-hot-paper="2108.04840"] .categories .follow:last-child');
    expect(await chip?.evaluate(({ textContent }) => textContent)).toBe("cs.NE");
    await popup.close();
    const options = await stage.openOwn("options.html");
    await options.bringToFront();
    await followInOptions(options, [words("a")]);
    await options.close();
    const page = await stage.visit("/list/nlin/2007-03");
    await expect.poll(async () => (await followMarks(page)).length).toBeGreaterThan(0);
    expect(await controlWords(page)).toMatch(/^0 of \d+$/u);
    await pressOurs(page, ".open");
    await pressOurs(page, ".mine-open");
    const titles = await page.evaluate(() => {
      const root = document.querySelector("hot-paper-list")?.shadowRoot;
      return root?.querySelectorAll(".mine li").length;
    });
    expect(titles).toBeGreaterThan(0);
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
        expect(name === "chromium" ? await layoutShifts(page) : []).toEqual([]);
      },
    );
  });
});

declare const browser: typeof import("webextension-polyfill");
