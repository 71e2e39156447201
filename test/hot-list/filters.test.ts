import { describe, expect, test } from "vitest";
import {
  activeFilters,
  filterPapers,
  type Filters,
  needWords,
  NO_FILTERS,
  UNKNOWN_CATEGORY,
} from "../../lib/hot-list/filters.ts";
import { shownList } from "../../lib/hot-list/shown-list.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { digest, entry, post } from "./made.ts";

const id = (number: number) => `2108.${String(number).padStart(5, "0")}` as PaperId;
const { papers } = shownList(
  { span: "day", date: "2021-08-12" },
  [
    digest("2021-08-12", [
      entry({
        id: id(1),
        rank: 1,
        title: "Few-Shot Learning of Poincaré maps",
        categories: ["cs.LG", "stat.ML"],
      }),
      entry({
        id: id(2),
        rank: 2,
        title: "A world of graphs",
        categories: ["cs.CL"],
        abstract: "We use RLHF.",
      }),
      entry({
        id: id(3),
        rank: 3,
        title: "言語処理の研究",
        categories: ["cs.CL", "cs.LG"],
        posts: [post({ text: "Diffusions, everywhere!", author: { name: "Bo", handle: "bo_2" } })],
      }),
    ]),
  ],
  "rank",
);
const left = (change: Partial<Filters>, facts = {}) =>
  filterPapers(papers, { ...NO_FILTERS, ...change }, { read: new Set(), ...facts }).papers.map((paper) =>
    papers.indexOf(paper),
  );

test("without filters all papers are there, with how many each category has", () => {
  expect(filterPapers(papers, NO_FILTERS, { read: new Set() })).toEqual({
    papers,
    categories: [
      { category: "cs.CL", papers: 2 },
      { category: "cs.LG", papers: 2 },
      { category: "stat.ML", papers: 1 },
    ],
  });
});

test("several categories mean any of them", () => {
  expect(left({ categories: ["stat.ML"] })).toEqual([0]);
  expect(left({ categories: ["stat.ML", "cs.CL"] })).toEqual([0, 1, 2]);
  expect(left({ categories: ["math.AG"] })).toEqual([]);
});

test("categories are counted without their own filter, and one that was chosen stays with none", () => {
  const { categories } = filterPapers(
    papers,
    { ...NO_FILTERS, categories: ["cs.RO"], include: ["graphs"] },
    { read: new Set() },
  );
  expect(categories).toEqual([
    { category: "cs.CL", papers: 1 },
    { category: "cs.RO", papers: 0 },
  ]);
});

test("papers of unknown categories are counted last, found by that, and in no other category", () => {
  const more = shownList(
    { span: "month", date: "2021-08-12" },
    [
      digest("2021-08-12", [entry({ id: id(1), rank: 1, categories: ["cs.LG"] })]),
      digest(
        "2021-08-13",
        [2, 3].map((at) => entry({ id: id(at), rank: at, categories: [] })),
      ),
    ],
    "rank",
  ).papers;
  const filtered = (categories: string[]) =>
    filterPapers(more, { ...NO_FILTERS, categories }, { read: new Set() });
  expect(filtered([]).categories).toEqual([
    { category: "cs.LG", papers: 1 },
    { category: UNKNOWN_CATEGORY, papers: 2 },
  ]);
  expect(filtered(["cs.LG"]).papers).toHaveLength(1);
  expect(filtered(["cs.LG"]).categories).toContainEqual({ category: UNKNOWN_CATEGORY, papers: 2 });
  expect(filtered([UNKNOWN_CATEGORY]).papers).toHaveLength(2);
  expect(filtered([UNKNOWN_CATEGORY, "cs.LG"]).papers).toHaveLength(3);
});

describe("keywords", () => {
  test.each([
    ["few shot", [0]],
    ["FEW-SHOT", [0]],
    ["poincare", [0]],
    ["graph", [1]],
    ["RL", [1]],
    ["orld", []],
    ["処理", [2]],
    ["diffusion", [2]],
    ["bo_2", [2]],
    ["Ada One", [0, 1, 2]],
  ])(
    "%s is looked for in title, authors, abstract, posts and handles, from where a word begins",
    (word, found) => {
      expect(left({ include: [word] })).toEqual(found);
    },
  );

  test.each([
    ["łukasz", "Lukasz Søren"],
    ["lukasz", "Łukasz Søren"],
    ["soren", "Łukasz Søren"],
    ["gauss", "C. F. Gauß"],
  ])("%s is found in %s: letters with a stroke are as those without", (word, author) => {
    const some = [{ ...papers[0]!, authors: [author] }];
    expect(filterPapers(some, { ...NO_FILTERS, include: [word] }, { read: new Set() }).papers).toHaveLength(
      1,
    );
    expect(filterPapers(some, { ...NO_FILTERS, exclude: [word] }, { read: new Set() }).papers).toHaveLength(
      0,
    );
  });

  test("any of several is enough to stay, any is enough to go", () => {
    expect(left({ include: ["graph", "処理"] })).toEqual([1, 2]);
    expect(left({ exclude: ["graph", "処理"] })).toEqual([0]);
    expect(left({ include: ["Ada"], exclude: ["graph"] })).toEqual([0, 2]);
  });

  test("need the words of papers, other filters do not", () => {
    expect(needWords({ ...NO_FILTERS, include: ["graph"] })).toBe(true);
    expect(needWords({ ...NO_FILTERS, categories: ["cs.LG"], hideRead: true })).toBe(false);
  });
});

test("what was read goes, but only if that is wanted", () => {
  const read = new Set([id(2)]);
  expect(left({ hideRead: true }, { read })).toEqual([0, 2]);
  expect(left({}, { read })).toEqual([0, 1, 2]);
});

test("only what is new since the visit before", () => {
  expect(left({ newOnly: true }, { before: { day: "2021-08-12", ids: [id(1)] } })).toEqual([1, 2]);
  expect(left({ newOnly: true }, { before: { day: "2021-08-13", ids: [] } })).toEqual([]);
  expect(left({ newOnly: true }, { before: { day: "2021-08-11", ids: [id(1)] } })).toEqual([0, 1, 2]);
});

test("a paper that was there on an earlier day is not new when it comes again", () => {
  const before = { day: "2021-08-11", ids: [id(1)] };
  const again = papers.map((paper, at) => ({
    ...paper,
    also: [{ date: at === 0 ? "2021-08-03" : "2021-08-13", rank: 4, of: 9 }],
  }));
  const fresh = filterPapers(again, { ...NO_FILTERS, newOnly: true }, { read: new Set(), before }).papers;
  expect(fresh.map((paper) => paper.id)).toEqual([id(2), id(3)]);
});

test("at the first visit everything is new", () => {
  expect(left({ newOnly: true })).toEqual([0, 1, 2]);
});

test("the search narrows what is left", () => {
  expect(left({ categories: ["cs.CL"] }, { found: new Set([id(1), id(3)]) })).toEqual([2]);
});

test("filters are counted by kind", () => {
  expect(activeFilters(NO_FILTERS)).toBe(0);
  expect(
    activeFilters({
      categories: ["cs.LG", "cs.CL"],
      include: [],
      exclude: ["x"],
      hideRead: true,
      newOnly: false,
    }),
  ).toBe(3);
});
