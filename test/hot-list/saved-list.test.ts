import { beforeEach, expect, test, vi } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import type { DayRange } from "../../lib/hot-list/period.ts";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { Mark, Marks } from "../../lib/marks/marks.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { createSavedList, type SavedList } from "../../lib/hot-list/state/saved-list.ts";
import { digest, papers as made } from "./made.ts";
import { facts } from "../marks/made.ts";

const id = (text: string) => text as PaperId;
const saved = (paper: string, at: number, date = "2021-08-12"): [PaperId, Mark] => [
  id(paper),
  { saved: at, paper: facts({ id: id(paper), date }) },
];
const marks = (...some: [PaperId, Mark][]): Marks => new Map(some);

let index: Digest[];
let shown: (readonly ShownPaper[])[];
let list: SavedList;
const readDigests = vi.fn<(ranges: readonly DayRange[], words: boolean) => Promise<Digest[]>>();

beforeEach(() => {
  index = [digest("2021-08-12", made(3))];
  shown = [];
  readDigests
    .mockReset()
    .mockImplementation(async (ranges) =>
      index.filter(({ date }) => ranges.some(({ from, to }) => from <= date && date <= to)),
    );
  list = createSavedList({ readDigests, onPapers: (papers) => shown.push(papers) });
});
const last = () => shown.at(-1)?.map((paper) => [paper.id, paper.rank, paper.of, paper.title]);

test("saved papers are shown as the index knows them, the one saved last first", async () => {
  list.show(marks(saved("2108.00001", 5), saved("2108.00003", 9), [id("2108.00002"), { read: 1 }]));
  await vi.waitFor(() =>
    expect(last()).toEqual([
      ["2108.00003", 3, 3, "Paper 3"],
      ["2108.00001", 1, 3, "Paper 1"],
    ]),
  );
  expect(shown.at(-1)?.map(({ place, heat, date }) => [place, heat > 0, date])).toEqual([
    [1, true, "2021-08-12"],
    [2, true, "2021-08-12"],
  ]);
});

test("those of other networks have the bars of their day's scale", async () => {
  const counts = [{ network: "huggingface" as const, upvotes: 30 }];
  const [first] = made(1);
  const day = digest("2021-08-12", [{ ...first!, counts }]);
  index = [{ ...day, scale: { huggingface: [10, 20, 30, 40] } } as Digest];
  list.show(marks(saved("2108.00001", 5)));
  await vi.waitFor(() => expect(shown.at(-1)?.[0]?.heat).toBe(4));
});

test("one whose digest is gone is shown with what was kept, and nothing is made up", async () => {
  list.show(marks(saved("2108.04840", 5, "2020-01-01")));
  await vi.waitFor(() => expect(last()).toEqual([["2108.04840", 0, 0, "A Paper About Something"]]));
  expect(shown.at(-1)?.[0]).toMatchObject({ counts: [], posts: [], heat: 0, authors: ["Ada One", "Bo Two"] });
});

test("an index that can't be read leaves what was kept", async () => {
  readDigests.mockRejectedValue(new Error("blocked"));
  list.show(marks(saved("2108.00001", 5)));
  await vi.waitFor(() => expect(last()).toEqual([["2108.00001", 0, 0, "A Paper About Something"]]));
});

test("a day is read once, until the index changes", async () => {
  list.show(marks(saved("2108.00001", 5)));
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  list.show(marks(saved("2108.00001", 5), saved("2108.00002", 6)));
  await vi.waitFor(() => expect(shown).toHaveLength(2));
  expect(readDigests).toHaveBeenCalledOnce();
  index = [];
  list.indexChanged();
  await vi.waitFor(() => expect(last()?.map(([, , of]) => of)).toEqual([0, 0]));
  expect(readDigests).toHaveBeenCalledTimes(2);
});

test("what is asked last is shown, however long the first reading took", async () => {
  const slow = Promise.withResolvers<Digest[]>();
  readDigests.mockReturnValueOnce(slow.promise);
  list.show(marks(saved("2108.00001", 5)));
  list.show(marks());
  await vi.waitFor(() => expect(last()).toEqual([]));
  slow.resolve(index);
  await slow.promise;
  expect(last()).toEqual([]);
});
