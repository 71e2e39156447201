import { describe, expect, test } from "vitest";
import { mineOf } from "../../../lib/arxiv/follows/mark-followed.ts";
import { pageOf } from "../../../lib/arxiv/page-kind.ts";
import { READABLE } from "../../../lib/arxiv/selectors.ts";
import { createMatcher } from "../../../lib/follows/matcher.ts";
import { author, category, words } from "../../follows/made.ts";
import { describeWithShared } from "../../setup/shared.ts";
import { openPage, ownPage, ownPages, type SavedPage, sharedPages } from "../saved-pages.ts";
import { type PlainFollows, plainReading } from "./plain-reading.ts";

const isList = ({ url }: SavedPage) => pageOf(url)?.group === "list";

/** What the code under test finds: the places of the entries among all. */
function found(document: Document, follows: PlainFollows): number[] {
  const layout = READABLE.find(({ entry }) => document.querySelector(entry));
  if (!layout) return [];
  const matcher = createMatcher([
    ...follows.words.map((word) => words(`"${word}"`)),
    ...follows.banned.map((word) => words(`-${word}`)),
    ...follows.authors.map(author),
    ...follows.categories.map(category),
  ]);
  const entries = [...document.querySelectorAll(layout.entry)];
  return mineOf(entries, matcher, layout).map(({ entry }) => entries.indexOf(entry));
}

const NOTHING: PlainFollows = { words: [], banned: [], authors: [], categories: [] };
const FOLLOWED: Record<string, PlainFollows> = {
  words: { ...NOTHING, words: ["transformer", "graph neural", "galax", "quantum field", "a survey"] },
  "words but for some": {
    ...NOTHING,
    words: ["learning", "star", "group"],
    banned: ["deep", "dark", "finite"],
  },
  authors: { ...NOTHING, authors: ["Sergey Levine", "Wei Wang", "Yang Li", "Michael Kramer"] },
  categories: { ...NOTHING, categories: ["cs.CV", "astro-ph.GA", "hep-th", "math.OA"] },
  "all of them": { words: ["network"], banned: ["review"], authors: ["Jian Zhang"], categories: ["stat.ML"] },
};

describeWithShared(
  "arxiv-pages",
  "on a saved list what is found is what a plain loop over the HTML finds",
  () => {
    // What MathJax and arXiv's own scripts made of a page has no plain HTML any more.
    const lists = sharedPages.filter((page) => isList(page) && !/post-mathjax|saved-|-dom-/u.test(page.name));
    let some = 0;
    test.each(lists.map((page) => [page.name, page] as const))("%s", (_, page) => {
      const html = page.html();
      const document = openPage(page);
      for (const [what, follows] of Object.entries(FOLLOWED)) {
        const expected = plainReading(html, follows);
        expect(found(document, follows), what).toEqual(expected);
        some += expected.length;
      }
    });

    test("of which something is found on many", () => {
      expect(lists.length).toBeGreaterThan(25);
      expect(some).toBeGreaterThan(500);
    });
  },
);

describe("on our own pages", () => {
  test.each([
    ["list-new", { ...NOTHING, words: ["pages that we wrote"] }],
    ["list-new", { ...NOTHING, words: ["made up"] }],
    ["list-new", { ...NOTHING, authors: ["Ada Example"] }],
    ["list-month", { ...NOTHING, categories: ["cs.AG"] }],
    ["catchup", { ...NOTHING, categories: ["cs.AG"] }],
    ["author", { ...NOTHING, authors: ["Ada Example"] }],
    ["search", { ...NOTHING, authors: ["Ada Example"] }],
    ["search", { ...NOTHING, words: ["a"], categories: ["cs.AG"] }],
  ] as [string, PlainFollows][])("%s: %j", (name, follows) => {
    const page = ownPage(name);
    const expected = plainReading(page.html(), follows);
    expect(found(openPage(page), follows)).toEqual(expected);
  });

  test("arXiv's labels are left out: no title has “Title”, no abstract “Less”", () => {
    for (const page of ownPages.filter(isList))
      for (const word of ["title", "less", "authors", "subjects"])
        expect(found(openPage(page), { ...NOTHING, words: [word] }), page.name).toEqual([]);
  });
});
