import { describe, expect, test } from "vitest";
import type { Mark } from "../../lib/marks/marks.ts";
import { readMarksFile } from "../../lib/marks/marks-file.ts";
import { writeMarksFile } from "../../lib/marks/write-marks-file.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { facts } from "./made.ts";

const id = (text: string) => text as PaperId;
const marks = new Map<PaperId, Mark>([
  [
    id("2108.04840"),
    {
      saved: Date.UTC(2026, 0, 2),
      read: Date.UTC(2026, 0, 3, 4, 5, 6, 7),
      paper: facts(),
      note: 'for "the" seminar',
    },
  ],
  [id("1901.00001"), { read: Date.UTC(2026, 0, 1) }],
]);
const written = new Date(Date.UTC(2026, 10, 23, 12));
const file = (marksIn: unknown[], head = {}) =>
  JSON.stringify({ format: "hot-papers-marks", version: 1, marks: marksIn, ...head });

test("the file is the same byte for byte wherever it is written", () => {
  expect(writeMarksFile(marks, written)).toBe(`{
 "format": "hot-papers-marks",
 "version": 2,
 "written": "2026-11-23T12:00:00.000Z",
 "marks": [
  {
   "id": "1901.00001",
   "read": "2026-01-01T00:00:00.000Z"
  },
  {
   "id": "2108.04840",
   "saved": "2026-01-02T00:00:00.000Z",
   "read": "2026-01-03T04:05:06.007Z",
   "paper": {
    "title": "A Paper About Something",
    "authors": [
     "Ada One",
     "Bo Two"
    ],
    "categories": [
     "cs.LG",
     "cs.CL"
    ],
    "date": "2021-08-12"
   },
   "note": "for \\"the\\" seminar"
  }
 ]
}
`);
});

test("what was written is read back whole", () => {
  const read = readMarksFile(writeMarksFile(marks, written));
  expect(read).toEqual({ ok: true, marks, unreadable: 0 });
});

test("a file of version 1, which has no notes, is read as it was", () => {
  const version1 = `{
 "format": "hot-papers-marks",
 "version": 1,
 "written": "2026-11-23T12:00:00.000Z",
 "marks": [
  { "id": "1901.00001", "read": "2026-01-01T00:00:00.000Z" },
  {
   "id": "2108.04840",
   "saved": "2026-01-02T00:00:00.000Z",
   "paper": { "title": "A title", "authors": ["Ada One"], "categories": ["cs.LG"], "date": "2021-08-12" }
  }
 ]
}
`;
  const paper = {
    id: id("2108.04840"),
    title: "A title",
    authors: ["Ada One"],
    categories: ["cs.LG"],
    date: "2021-08-12",
  };
  expect(readMarksFile(version1)).toEqual({
    ok: true,
    unreadable: 0,
    marks: new Map<PaperId, Mark>([
      [id("1901.00001"), { read: Date.UTC(2026, 0, 1) }],
      [paper.id, { saved: Date.UTC(2026, 0, 2), paper }],
    ]),
  });
});

test.each([
  ["two lines", "one\r\n\u2028 two", "one two"],
  ["blanks alone", " \t ", undefined],
  ["one that is too long", "a".repeat(600), "a".repeat(500)],
  ["half a character at its end", `${"a".repeat(499)}😀`, "a".repeat(499)],
])("a note of a file is kept as one line: %s", (_, note, kept) => {
  const saved = { id: "2108.04840", saved: "2026-01-02T00:00:00Z", paper: facts(), note };
  const read = readMarksFile(file([saved], { version: 2 }));
  expect(read.ok && read.marks.get(id("2108.04840"))?.note).toBe(kept);
});

describe("a bad file is told from a bad mark", () => {
  test.each([
    ["cut short", writeMarksFile(marks, written).slice(0, 200), "notJson"],
    ["empty", "", "notJson"],
    ["no JSON", "---\ntitle: Hot Papers\n", "notJson"],
    ["a digest", '{"version":1,"date":"2021-08-12","papers":[]}', "notMarks"],
    ["a list", "[]", "notMarks"],
    ["null", "null", "notMarks"],
    ["a later version", file([], { version: 3 }), "newerVersion"],
    ["an earlier version, which there never was", file([], { version: 0 }), "notMarks"],
  ])("%s", (_, text, problem) => {
    expect(readMarksFile(text)).toEqual({ ok: false, problem });
  });

  test("a minor version and unknown fields are read", () => {
    const read = readMarksFile(
      `\uFEFF${file([{ id: "2108.04840", read: "2026-01-01T00:00:00Z", stars: 5 }], { version: 2.1, more: 1 })}`,
    );
    expect(read).toMatchObject({ ok: true, unreadable: 0 });
  });

  test("a bad mark is counted, and the others are read", () => {
    const good = { id: "2108.04840", read: "2026-01-01T00:00:00Z" };
    const { title: _, ...untitled } = facts();
    const read = readMarksFile(
      file([
        good,
        5,
        { ...good, id: "2108.04840v2" },
        { ...good, read: "yesterday" },
        { id: "2108.00001" },
        { id: "2108.00002", saved: "2026-01-01T00:00:00Z" },
        { id: "2108.00003", saved: "2026-01-01T00:00:00Z", paper: untitled },
      ]),
    );
    expect(read).toEqual({
      ok: true,
      marks: new Map([[id("2108.04840"), { read: Date.UTC(2026, 0, 1) }]]),
      unreadable: 6,
    });
  });

  test("a paper that is in it twice has the marks of both", () => {
    const read = readMarksFile(
      file([
        { id: "2108.04840", read: "2026-01-01T00:00:00Z" },
        { id: "2108.04840", saved: "2026-01-02T00:00:00Z", paper: facts() },
      ]),
    );
    expect(read.ok && read.marks.get(id("2108.04840"))).toEqual({
      read: Date.UTC(2026, 0, 1),
      saved: Date.UTC(2026, 0, 2),
      paper: facts(),
    });
  });
});

describe("times that no clock showed", () => {
  const paper = { title: "A title", authors: [], categories: ["cs.LG"], date: "2021-08-12" };
  const now = Date.UTC(2026, 10, 28);

  test.each([
    ["before 1970", "1969-12-31T23:59:59.999Z"],
    ["in the year 1", "0001-01-01T00:00:00Z"],
    ["on a day that is none", "2026-02-30T00:00:00Z"],
  ])("a mark made %s costs itself and is counted", (_, time) => {
    const read = readMarksFile(file([{ id: "2108.04840", saved: time, paper }]), now);
    expect(read).toEqual({ ok: true, marks: new Map(), unreadable: 1 });
  });

  test("a mark that is still to be made is made now", () => {
    const read = readMarksFile(file([{ id: "2108.04840", read: "9999-12-31T00:00:00Z" }]), now);
    expect(read).toMatchObject({ marks: new Map([["2108.04840", { read: now }]]), unreadable: 0 });
  });

  test("a stored time of a far year is written so that it can be read back", () => {
    const text = writeMarksFile(new Map([[id("2108.04840"), { read: 8e15 }]]), written);
    expect(readMarksFile(text, now)).toMatchObject({
      unreadable: 0,
      marks: new Map([["2108.04840", { read: written.getTime() }]]),
    });
  });
});
