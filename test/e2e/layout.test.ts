import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { arxivPages } from "../arxiv/arxiv.ts";
import { settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { layoutShift } from "./layout-shift.ts";
import { useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";

const lists = arxivPages.filter(({ kind, ids }) => kind === "list" && badgesOf(ids).length > 0);
const withBadges = [...lists, ...arxivPages.filter(({ path }) => path === "/abs/2108.04840")];

/** Sizes of arXiv's parts of a list, and where they stand in their section, in CSS pixels. */
const rectangles = (page: Page) =>
  page.$$eval("dl, dl > h3, dt, dd, .list-title, .list-authors, .list-subjects", (elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const section = element.closest("dl")?.getBoundingClientRect() ?? { x: 0, y: 0 };
      const numbers = [x - section.x, y - section.y, width, height];
      return `${element.tagName} ${numbers.map((each) => each.toFixed(2)).join(" ")}`;
    }),
  );

/** From now on every page notes where its first entry or its abstract stands, with every frame that is painted. */
const notePositions = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const noted: number[] = [];
    Object.assign(globalThis, { noted });
    const note = () => {
      const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
      const entry = document.querySelector("dt, blockquote.abstract");
      if (painted && entry) noted.push(Math.round(entry.getBoundingClientRect().y));
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });

const notedPositions = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { noted: number[] }).noted);

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test.each(withBadges)("on $path nothing moves once it was painted", async ({ path, ids }) => {
    await notePositions(await stage.visit("/"));
    const page = await stage.visit(path);
    await settledBadgeIds(page, badgesOf(ids).length);
    const positions = await notedPositions(page);
    expect(positions.length).toBeGreaterThan(2);
    expect([...new Set(positions)]).toHaveLength(1);
  });

  test.runIf(name === "chromium").each(withBadges)(
    "$path: the browser counts no layout shift",
    async ({ path, ids }) => {
      const page = await stage.visit(path);
      await settledBadgeIds(page, badgesOf(ids).length);
      expect(await layoutShift(page)).toBe(0);
    },
  );

  describe.each([1200, 360])("%i px wide", (width) => {
    test.each(lists)("on $path a badge makes no part of its entry larger", async ({ path, ids }) => {
      const plain = await stage.visitPlain(path);
      await plain.setViewport({ width, height: 900 });
      const before = await rectangles(plain);
      const expected = badgesOf(ids);
      const page = await stage.visit(path);
      await page.setViewport({ width, height: 900 });
      await page.reload();
      expect(await settledBadgeIds(page, expected.length)).toEqual(expected);
      expect(await rectangles(page)).toEqual(before);
    });
  });
});
