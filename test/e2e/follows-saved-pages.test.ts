/**
 * What is followed on arXiv's real lists, in real browsers: exactly those entries are marked that a plain loop over the page's HTML finds, and
 * all the rest is as arXiv made it.
 */
import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { type PlainFollows, plainReading } from "../arxiv/follows/plain-reading.ts";
import { author, category, words } from "../follows/made.ts";
import { followInOptions, followMarks } from "./follows.ts";
import { browserNames } from "./harness/browsers.ts";
import { look } from "./look.ts";
import { sharedHtml, sharedPages } from "./shared-pages.ts";
import { describeWithShared } from "../setup/shared.ts";
import { useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";
import { until } from "./until.ts";

const FOLLOWED: PlainFollows = {
  words: ["network", "galax"],
  banned: ["review"],
  authors: ["Wei Wang", "Sergey Levine"],
  categories: ["stat.ML", "hep-th"],
};
/** Marks are made near the window: one so high, in px, has all but those of the longest lists. */
const HEIGHT = 6000;

/** Of arXiv's style sheets, which are not there: what leaves room beside the first line of a search result. */
const IN_LINE = "<style>.is-inline-block { display: inline-block }</style>";

// What MathJax and arXiv's own scripts made of a page has no plain HTML any more.
const lists = sharedPages.filter(
  ({ type, file }) =>
    /^(?:list|catchup$|author|search)/u.test(type) && !/post-mathjax|saved-|-dom-/u.test(file),
);

/** The entries that have marks, by their places among all, and how many are near enough to have one. */
async function markedEntries(page: Page): Promise<{ marked: number[]; near: number }> {
  const marks = await followMarks(page);
  const tops = await page.$$eval("#dlpage > dl > dt, li.arxiv-result", (entries) =>
    entries.map((entry) => entry.getBoundingClientRect().top + scrollY),
  );
  const placeOf = (middle: number) => tops.findLastIndex((top) => top <= middle);
  const marked = marks.map(({ box }) => placeOf((box.top + box.bottom) / 2));
  return { marked: marked.toSorted((a, b) => a - b), near: tops.filter((top) => top < HEIGHT).length };
}

describeWithShared("arxiv-pages", "saved lists", () => {
  describe.each(browserNames)("%s", (name) => {
    const stage = useStage(name);

    test("exactly what a plain loop over the HTML finds is marked, and nothing else is changed", async () => {
      if (!stage.there) return;
      const options = await stage.openOwn("options.html");
      await followInOptions(options, [
        ...FOLLOWED.words.map((word) => words(`"${word}"`)),
        ...FOLLOWED.banned.map((word) => words(`-${word}`)),
        ...FOLLOWED.authors.map(author),
        ...FOLLOWED.categories.map(category),
      ]);
      await options.close();
      const blank = await stage.visit("/");
      await blank.setViewport({ width: 1280, height: HEIGHT }); // and it stays so for the tab's next pages
      const wrong: object[] = [];
      let some = 0;
      for (const list of lists) {
        const html = sharedHtml(list);
        const expected = plainReading(html, FOLLOWED);
        stage.serve(list.url, html.replace("</head>", `${IN_LINE}</head>`));
        const page = await stage.visit(list.url);
        const near = (places: readonly number[], end: number) => places.filter((place) => place < end);
        let seen = await markedEntries(page);
        const isRight = async () => {
          seen = await markedEntries(page);
          return near(seen.marked, seen.near).join() === near(expected, seen.near).join();
        };
        if (!(await until(isRight, 20_000))) wrong.push({ list: list.file, ...seen, expected });
        some += near(expected, seen.near).length;
        const { changed } = await look(page, badgesOf(list.ids).length);
        if (changed) wrong.push({ list: list.file, changed });
      }
      expect(wrong).toEqual([]);
      expect(lists.length).toBeGreaterThan(25);
      expect(some).toBeGreaterThan(150);
    });
  });
});
