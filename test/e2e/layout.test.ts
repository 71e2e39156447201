import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { arxivPages } from "../arxiv-host/arxiv.ts";
import { settledBadgeIds } from "./badges.ts";
import { ours } from "./closed-roots.ts";
import { browserNames } from "./harness/browsers.ts";
import { listedIds, pressControl } from "./list-control.ts";
import { layoutShifts } from "./layout-shift.ts";
import { useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";

const LISTS: ReadonlySet<string> = new Set(["list", "catchup", "author", "search"]);
const lists = arxivPages.filter(({ kind, ids }) => LISTS.has(kind) && badgesOf(ids).length > 0);
const ABSTRACTS: ReadonlySet<string> = new Set(["/abs/2108.04840", "/abs/2108.04840?layout=next"]);
const withBadges = [...lists, ...arxivPages.filter(({ path }) => ABSTRACTS.has(path))];

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

/** All of arXiv's elements and where they stand, in CSS pixels, and how far the page reaches. */
const rectangles = (page: Page) =>
  page.evaluate(() => [
    `${document.documentElement.scrollWidth} px`,
    ...[...document.body.querySelectorAll(":not(hot-paper, hot-paper-list)")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const numbers = [x, y, width, height].map((each) => each.toFixed(2));
      return `${element.tagName} ${element.className} ${numbers.join(" ")}`;
    }),
  ]);

/**
 * From now on every page notes where its entries or its abstract stand, with every frame that is painted. An abstract page names a style sheet
 * in its body, which Firefox may paint without: what moves with that is arXiv's.
 */
const notePositions = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const noted: string[] = [];
    Object.assign(globalThis, { noted });
    const isStyled = () =>
      [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].every(({ sheet }) => sheet);
    const note = () => {
      const painted = performance.getEntriesByName("first-contentful-paint").length > 0 && isStyled();
      const entries = [
        ...document.querySelectorAll("dt, li.arxiv-result, blockquote.abstract, .abs-abstract"),
      ].filter((each) => each.checkVisibility({ opacityProperty: true }));
      const places = entries.map((entry) => Math.round(entry.getBoundingClientRect().y));
      const links = entries.map((entry) => entry.querySelector("a")?.checkVisibility());
      if (painted && places.length > 0) noted.push(JSON.stringify([places, links]));
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });

/** The different positions of all frames so far; a busy machine paints few of them, so they are waited for. */
async function notedPositions(page: Page): Promise<string[]> {
  const noted = () => page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted);
  await expect.poll(async () => (await noted()).length).toBeGreaterThan(2);
  return [...new Set(await noted())];
}

/** Where the control's button stands, and what of arXiv's words its visible part covers. */
async function controlPlace(page: Page) {
  const shape = await ours(page, ".open .shape");
  return shape.evaluate((each) => {
    const pill = each.getBoundingClientRect();
    const words: string[] = [];
    const texts = document.createTreeWalker(
      document.querySelector("main") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const range = document.createRange();
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (node.nodeValue?.trim() === "" || !node.parentElement?.checkVisibility()) continue;
      range.selectNodeContents(node);
      const covered = [...range.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          left < pill.right && right > pill.left && top < pill.bottom && bottom > pill.top,
      );
      if (covered) words.push(node.nodeValue ?? "");
    }
    const numbers = [pill.right, pill.top].map((number) => Math.round(number));
    return { covered: words, place: numbers.join(" "), inWindow: pill.right <= innerWidth && pill.left >= 0 };
  });
}

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test.each(withBadges)("on $path nothing moves once it was painted", async ({ path, ids }) => {
    await notePositions(await stage.visit("/"));
    const page = await stage.visit(path);
    await settledBadgeIds(page, badgesOf(ids).length);
    expect(await notedPositions(page)).toHaveLength(1);
    expect(name === "chromium" ? await layoutShifts(page) : [], "as the browser itself counts").toEqual([]);
  });

  test("a list with a kept view shows only when it is whole and in that view: nothing seen moves", async () => {
    const list = lists.find((page) => page.path === "/list/cs.CL/2021-08");
    if (!list) throw new Error("our arXiv has no such list");
    const { path, html, ids } = list;
    const half = html.indexOf("<dt>", html.indexOf("</dd>", html.length / 2));
    const body = html.indexOf("<body");
    const end = html.lastIndexOf("<script"); // arXiv's last one, which a browser may wait for when everything else has been painted
    const slowPath = `${path}?skip=0`;
    const cuts = [0, body, half, end];
    stage.serveInPieces(
      slowPath,
      cuts.map((from, at) => html.slice(from, cuts[at + 1])),
    );
    const known = badgesOf(ids);
    const before = await stage.visit(path);
    await notePositions(before);
    await pressControl(before, "Hot only");
    await pressControl(before, "Hottest first");
    const options = await stage.openOwn("options.html");
    const kept = () =>
      options.evaluate(async () => (await browser.storage.local.get("listView"))["listView"]);
    await expect.poll(kept).toEqual({ hotOnly: true, hottestFirst: true }); // a page that is left at once may not get it stored
    const page = await stage.visit(slowPath);
    await settledBadgeIds(page, known.length);
    const positions = await notedPositions(page);
    const { shown } = await listedIds(page);
    const shifts = name === "chromium" ? await layoutShifts(page) : [];
    await pressControl(page, "All");
    await pressControl(page, "arXiv order");
    expect(half).toBeGreaterThan(body);
    expect(end).toBeGreaterThan(half);
    expect(shifts).toEqual([]);
    expect(shown).not.toEqual(known);
    expect(shown.toSorted()).toEqual(known.toSorted());
    expect(positions).toHaveLength(1);
  });

  test.runIf(name === "chromium")(
    "a view that was chosen in another page comes without a layout shift",
    async () => {
      const { path, ids } = lists[0] ?? {};
      if (!path || !ids) throw new Error("our arXiv has no list");
      const options = await stage.openOwn("options.html");
      const choose = (hottestFirst: boolean, hotOnly: boolean) =>
        options.evaluate((listView) => browser.storage.local.set({ listView }), { hottestFirst, hotOnly });
      const page = await stage.visit(path);
      await settledBadgeIds(page, badgesOf(ids).length);
      const before = await listedIds(page);
      await choose(true, true);
      await expect.poll(() => listedIds(page)).not.toEqual(before);
      expect(await layoutShifts(page)).toEqual([]);
      await choose(false, false);
      await expect.poll(() => listedIds(page)).toEqual(before);
      expect(await layoutShifts(page)).toEqual([]);
    },
  );

  /** The window's widths; each page is loaded in each of them, and then the window is made as wide as before. */
  const WIDTHS = [1280, 800, 360];
  /** So low that every page has a scroll bar, which takes width in Firefox and must not come and go. */
  const setWidth = (page: Page, width: number) => page.setViewport({ width, height: 600 });

  test.each(lists)(
    "on $path nothing of ours moves, resizes or covers anything, at any width, load after load",
    async ({ path, ids }) => {
      const expected = badgesOf(ids);
      const plain = await stage.visitPlain(path);
      const before = new Map<number, string[]>();
      for (const width of WIDTHS) {
        await setWidth(plain, width);
        before.set(width, await rectangles(plain));
      }
      const page = await stage.visit(path);
      const places = new Map<number, string>();
      for (const width of WIDTHS) {
        await setWidth(page, width);
        await page.reload();
        expect(await settledBadgeIds(page, expected.length)).toEqual(expected);
        expect(await rectangles(page)).toEqual(before.get(width));
        const { place, ...rest } = await controlPlace(page);
        expect(rest).toEqual({ covered: [], inWindow: true });
        places.set(width, place);
      }
      for (const width of WIDTHS.toReversed()) {
        await setWidth(page, width);
        await settledBadgeIds(page, expected.length); // lets the page paint
        expect(await rectangles(page)).toEqual(before.get(width));
        expect(await controlPlace(page)).toEqual({ covered: [], place: places.get(width), inWindow: true });
      }
    },
  );
});
