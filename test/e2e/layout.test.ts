import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { arxivPages } from "../arxiv/arxiv.ts";
import { settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";

const lists = arxivPages.filter(({ kind, ids }) => kind === "list" && badgesOf(ids).length > 0);

/** Where arXiv's parts of a list stand, in CSS pixels. */
const rectangles = (page: Page) =>
  page.$$eval(
    "#dlpage, #dlpage h1, #dlpage h3, dl, dt, dd, .list-title, .list-authors, .list-subjects",
    (elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.tagName} ${[x, y, width, height].map((each) => each.toFixed(2)).join(" ")}`;
      }),
  );

/** The layout shift of a page since it was opened, as the browser itself counts it. */
const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  describe.each([1200, 360])("%i px wide", (width) => {
    test.each(lists)(
      "on $path nothing of arXiv's stands elsewhere because of a badge",
      async ({ path, ids }) => {
        const plain = await stage.visitPlain(path);
        await plain.setViewport({ width, height: 900 });
        const before = await rectangles(plain);
        const page = await stage.visit(path);
        const expected = badgesOf(ids);
        expect(await settledBadgeIds(page, expected.length)).toEqual(expected);
        expect(await rectangles(page)).toEqual(before);
      },
    );
  });

  test.runIf(name === "chromium").each(lists)(
    "$path: the browser counts no layout shift",
    async ({ path, ids }) => {
      const page = await stage.visit(path);
      await settledBadgeIds(page, badgesOf(ids).length);
      expect(await layoutShift(page)).toBe(0);
    },
  );
});
