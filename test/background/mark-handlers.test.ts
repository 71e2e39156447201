import { expect, test } from "vitest";
import { readMarks } from "../../lib/marks/stored-marks.ts";
import { writeMarksFile } from "../../lib/marks/write-marks-file.ts";
import { createMarkAnswers } from "../../lib/background/mark-handlers.ts";
import { change, manyFacts } from "../marks/made.ts";

const papers = manyFacts(200);

test("marks set by many pages at once are all kept", async () => {
  const answers = createMarkAnswers();
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
  const answers = createMarkAnswers();
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
  const answers = createMarkAnswers();
  await answers.setMark(change());
  expect(await answers.importMarks({ content: "{}" })).toEqual({ ok: false, problem: "notMarks" });
  expect((await readMarks()).size).toBe(1);
});
