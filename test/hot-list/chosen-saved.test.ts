import { expect, test } from "vitest";
import { chosenSaved } from "../../lib/hot-list/chosen-saved.ts";
import { ALL_SAVED, type SavedChoice } from "../../lib/hot-list/saved-choice.ts";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { Mark } from "../../lib/marks/marks.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { facts } from "../marks/made.ts";
import { entry } from "./made.ts";

const shown = (id: string, place: number, change: Partial<ShownPaper> = {}): ShownPaper => ({
  ...entry({ id: id as PaperId, title: `Paper ${id}` }),
  heat: 1,
  date: "2021-08-12",
  of: 11,
  place,
  also: [],
  ...change,
});
/** As they were saved, the last one first. */
const papers = [
  shown("2108.04840", 1, { categories: ["cs.LG", "cs.CL"], heat: 2 }),
  shown("hep-th/9901001", 2, { categories: ["hep-th"], heat: 5, abstract: "On branes." }),
  shown("2601.00002", 3, { categories: ["cs.LG"], authors: ["Łukasz Kaiser"] }),
];
const marks = new Map<PaperId, Mark>([
  ["2108.04840" as PaperId, { saved: 9, paper: facts(), note: "for the Séminaire" }],
]);
const chosen = (choice: Partial<SavedChoice>) =>
  chosenSaved(papers, { ...ALL_SAVED, ...choice }, marks).papers.map(({ id }) => id);

test.each([
  ["saved", ["2108.04840", "hep-th/9901001", "2601.00002"]],
  ["published", ["2601.00002", "2108.04840", "hep-th/9901001"]],
  ["heat", ["hep-th/9901001", "2108.04840", "2601.00002"]],
] as const)("saved papers can be ordered by %s", (order, ids) => {
  expect(chosen({ order })).toEqual(ids);
});

test.each([
  ["a note", "seminaire", ["2108.04840"]],
  ["note and title together", "2108.04840 seminaire", ["2108.04840"]],
  ["an abstract", "branes", ["hep-th/9901001"]],
  ["an author", "lukasz", ["2601.00002"]],
  ["nothing", "elsewhere", []],
])("the search looks into %s", (_, text, ids) => {
  expect(chosen({ text })).toEqual(ids);
});

test("categories narrow them, and each says how many of those that were found it has", () => {
  const all = chosenSaved(papers, { ...ALL_SAVED, categories: ["hep-th"] }, marks);
  expect(all.papers.map(({ id, place }) => [id, place])).toEqual([["hep-th/9901001", 1]]);
  expect(all.categories).toEqual([
    { category: "cs.LG", papers: 2 },
    { category: "cs.CL", papers: 1 },
    { category: "hep-th", papers: 1 },
  ]);
});

test("numbers are those of the order on show, and a paper that keeps its number stays the same", () => {
  const { papers: some } = chosenSaved(papers, { ...ALL_SAVED, order: "heat" }, marks);
  expect(some.map(({ place }) => place)).toEqual([1, 2, 3]);
  expect(some[2]).toBe(papers[2]);
});
