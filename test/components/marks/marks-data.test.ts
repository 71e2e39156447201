import { beforeEach, expect, test, vi } from "vitest";
import { PlainError } from "../../../lib/texts/plain-error.ts";
import type { Marks } from "../../../lib/marks/marks.ts";
import { readMarksFile } from "../../../lib/marks/marks-file.ts";
import type { MarksImport } from "../../../lib/messages/messages.ts";
import {
  createMarksData,
  type MarksData,
  type MarksDataActions,
} from "../../../components/marks/marks-data.ts";
import { facts } from "../../marks/made.ts";

const marks: Marks = new Map([[facts().id, { saved: 5, paper: facts() }]]);
const importMarks = vi.fn<(content: string) => Promise<MarksImport>>();
const deleteMarks = vi.fn<() => Promise<unknown>>();
const save = vi.fn<(name: string, type: string, content: string) => void>();
let data: MarksData;
let actions: MarksDataActions;

beforeEach(() => {
  importMarks.mockReset();
  deleteMarks.mockReset().mockResolvedValue(null);
  save.mockReset();
  createMarksData({
    importMarks,
    deleteMarks,
    watch: (tell) => tell(marks),
    save,
    now: () => new Date(Date.UTC(2026, 10, 23)),
    onData(...next) {
      [data, actions] = next;
    },
    signal: new AbortController().signal,
  });
});

test("all marks go into a file that says its day", () => {
  actions.onSaveFile();
  const [name, type, content] = save.mock.calls[0] ?? [];
  expect([name, type]).toEqual(["hot-papers-marks-2026-11-23.json", "application/json"]);
  expect(readMarksFile(content ?? "")).toEqual({ ok: true, marks, unreadable: 0 });
});

test("a file's text goes to the worker, and its report is shown", async () => {
  const report: MarksImport = { ok: true, saved: 1, read: 0, known: 0, unreadable: 0 };
  importMarks.mockResolvedValue(report);
  actions.onReadFile(new File(["the text"], "m.json"));
  await vi.waitFor(() => expect(data.outcome).toEqual({ kind: "imported", name: "m.json", report }));
  expect(importMarks.mock.calls).toEqual([["the text"]]);
});

test("a file that is not text never reaches the worker", async () => {
  actions.onReadFile(new File([new Uint8Array([0xff, 0xfe, 0])], "a.png"));
  await vi.waitFor(() => expect(data.outcome).toEqual({ kind: "refused", name: "a.png", problem: "binary" }));
  expect(importMarks).not.toHaveBeenCalled();
});

test("a refused file says why", async () => {
  importMarks.mockResolvedValue({ ok: false, problem: "notMarks" });
  actions.onReadFile(new File(["{}"], "m.json"));
  await vi.waitFor(() =>
    expect(data.outcome).toEqual({ kind: "refused", name: "m.json", problem: "notMarks" }),
  );
});

test("what goes wrong is said", async () => {
  deleteMarks.mockRejectedValue(new PlainError("the disk is full"));
  actions.onDelete();
  await vi.waitFor(() => expect(data.outcome).toEqual({ kind: "failed", error: "the disk is full" }));
});
