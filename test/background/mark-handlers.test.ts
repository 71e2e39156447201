import { describe, expect, test } from "vitest";
import { readPrivateChanges } from "../../lib/marks/private-marks.ts";
import type { MarkedPaper } from "../../lib/marks/marks.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { readMarks } from "../../lib/marks/stored-marks.ts";
import { writeMarksFile } from "../../lib/marks/write-marks-file.ts";
import { createMarkAnswers } from "../../lib/background/mark-handlers.ts";
import { change, manyFacts } from "../marks/made.ts";

const papers = manyFacts(200);
const unknown = () => Promise.resolve(undefined);

test("marks set by many pages at once are all kept", async () => {
  const answers = createMarkAnswers(unknown);
  await Promise.all(
    papers.flatMap((paper) => [
      answers.setMark(change({ paper })),
      answers.setMark(change({ paper, kind: "read" })),
    ]),
  );
  const marks = await readMarks();
  expect(marks.size).toBe(200);
  expect([...marks.values()].every(({ saved, read }) => saved && read)).toBe(true);
});

test("marks set while a file comes in are kept beside its own", async () => {
  const answers = createMarkAnswers(unknown);
  await Promise.all(papers.map((paper) => answers.setMark(change({ paper }))));
  const content = writeMarksFile(await readMarks(), new Date());
  await answers.deleteMarks({});
  const [imported] = await Promise.all([
    answers.importMarks({ content }),
    ...papers.map((paper) => answers.setMark(change({ paper, kind: "read" }))),
  ]);
  expect(imported).toEqual({ ok: true, saved: 200, read: 0, known: 0, unreadable: 0 });
  expect([...(await readMarks()).values()].every(({ saved, read }) => saved && read)).toBe(true);
});

test("a bad file changes nothing and says what it is", async () => {
  const answers = createMarkAnswers(unknown);
  await answers.setMark(change());
  expect(await answers.importMarks({ content: "{}" })).toEqual({ ok: false, problem: "notMarks" });
  expect((await readMarks()).size).toBe(1);
});

describe("a page of arXiv", () => {
  const [one, two] = manyFacts(2) as [MarkedPaper, MarkedPaper];
  const known = async (id: PaperId) =>
    id === one.id ? { ...one, abstract: "Words that are no facts of a mark." } : undefined;

  test("is told which of its papers are marked, and neither when nor what was written", async () => {
    const answers = createMarkAnswers(known);
    await answers.setMark(change({ paper: one, note: "mine" }));
    await answers.setMark(change({ paper: two, kind: "read" }));
    expect(await answers.pageMarks({ ids: [one.id, two.id, papers[5]!.id] })).toEqual([
      { id: one.id, saved: true, read: false },
      { id: two.id, saved: false, read: true },
    ]);
  });

  test("marks a paper with what the index knows of it, and none that the index does not know", async () => {
    const answers = createMarkAnswers(known);
    const on = { kind: "saved", on: true } as const;
    expect(await answers.pageMarks({ ids: [one.id], change: on })).toEqual([
      { id: one.id, saved: true, read: false },
    ]);
    expect(await answers.pageMarks({ ids: [two.id], change: on })).toEqual([]);
    expect([...(await readMarks()).values()].map(({ paper }) => paper)).toEqual([one]);
    expect(await answers.pageMarks({ ids: [one.id], change: { kind: "saved", on: false } })).toEqual([]);
  });

  test("of a private window marks for as long as the browser runs, with only facts", async () => {
    const answers = createMarkAnswers(known);
    const asked = { ids: [one.id], privately: true };
    await answers.pageMarks({ ...asked, change: { kind: "saved", on: true } });
    expect(await answers.pageMarks(asked)).toEqual([{ id: one.id, saved: true, read: false }]);
    expect(await answers.pageMarks({ ids: [one.id] })).toEqual([]);
    expect((await readPrivateChanges()).map(({ paper }) => paper)).toEqual([one]);
  });
});
