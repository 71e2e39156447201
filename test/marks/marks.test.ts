import { expect, test } from "vitest";
import { type Mark, merged, savedPapers, withChange } from "../../lib/marks/marks.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { change, facts } from "./made.ts";

test("a saved paper keeps its facts, a read one nothing but when", () => {
  expect(withChange(undefined, change({ at: 5 }))).toEqual({ saved: 5, paper: facts() });
  expect(withChange(undefined, change({ kind: "read", at: 5 }))).toEqual({ read: 5 });
});

test("saving twice does not unsave, and keeps the first time and facts", () => {
  const once = withChange(undefined, change({ at: 5 }));
  expect(withChange(once, change({ at: 9, paper: facts({ title: "Other" }) }))).toEqual(once);
});

test("the two marks of a paper come and go by themselves, and the facts go with the saving", () => {
  const both = withChange(withChange(undefined, change({ at: 5 })), change({ kind: "read", at: 6 }));
  expect(both).toEqual({ saved: 5, read: 6, paper: facts() });
  expect(withChange(both, change({ on: false }))).toEqual({ read: 6 });
  expect(withChange(both, change({ kind: "read", on: false }))).toEqual({ saved: 5, paper: facts() });
});

test("the last mark taken away leaves nothing, and so does one that was never there", () => {
  expect(withChange({ read: 6 }, change({ kind: "read", on: false }))).toBeUndefined();
  expect(withChange(undefined, change({ on: false }))).toBeUndefined();
});

test("marks of two browsers together are all of them, with the earlier times", () => {
  const ours: Mark = { saved: 5, paper: facts() };
  const theirs: Mark = { saved: 3, read: 9, paper: facts({ title: "Theirs" }) };
  expect(merged(ours, theirs)).toEqual({ saved: 3, read: 9, paper: facts() });
  expect(merged(undefined, theirs)).toEqual(theirs);
  expect(merged({ read: 1 }, theirs)).toEqual({ ...theirs, read: 1 });
});

test("the saved list has the one saved last first, and no paper that is only read", () => {
  const id = (text: string) => text as PaperId;
  const saved = (name: string, at: number): [PaperId, Mark] => [
    id(name),
    { saved: at, paper: facts({ id: id(name) }) },
  ];
  const marks = new Map([
    saved("2108.00002", 5),
    saved("2108.00003", 9),
    saved("2108.00001", 5),
    [id("2108.00004"), { read: 7 }],
  ]);
  expect(savedPapers(marks).map((paper) => [paper.id, paper.saved])).toEqual([
    ["2108.00003", 9],
    ["2108.00001", 5],
    ["2108.00002", 5],
  ]);
});
