import { beforeEach, describe, expect, test, vi } from "vitest";
import { PlainError } from "../../lib/texts/plain-error.ts";
import type { MarkChange, Marks } from "../../lib/marks/marks.ts";
import { createMarking, type MarkingModel, UNDO_FOR } from "../../lib/marks/marking.ts";
import { facts } from "./made.ts";

const paper = facts();
let model: MarkingModel;
let onMarks: (marks: Marks) => void;
const store = vi.fn<(change: MarkChange) => Promise<unknown>>();
const storeAll = vi.fn<(changes: MarkChange[]) => Promise<unknown>>();
const mark = () => model.marks.get(paper.id);

function start(keepsOpened = true, signal = new AbortController().signal) {
  createMarking({
    store,
    storeAll,
    watch: (tell) => {
      onMarks = tell;
    },
    now: () => 100,
    keepsOpened: () => keepsOpened,
    onModel: (next) => {
      model = next;
    },
    signal,
  });
  onMarks(new Map());
}

beforeEach(() => {
  vi.useFakeTimers();
  store.mockReset().mockResolvedValue(null);
  storeAll.mockReset().mockResolvedValue(null);
  start();
  return () => vi.useRealTimers();
});

test("a press counts at once, before it is stored, and the worker is told within the press", () => {
  store.mockReturnValue(new Promise(() => undefined));
  model.onMark(paper, "saved", true);
  expect(store.mock.calls).toEqual([[{ paper, kind: "saved", on: true, at: 100 }]]);
  expect(mark()).toEqual({ saved: 100, paper });
});

test("setting what is set already does nothing, not even to undo", async () => {
  model.onMark(paper, "saved", true);
  await vi.advanceTimersByTimeAsync(UNDO_FOR + 1);
  model.onMark(paper, "saved", true);
  expect(store).toHaveBeenCalledOnce();
  expect(model.last).toBeUndefined();
});

test("a change of another page that comes in between is not lost", async () => {
  const storing = Promise.withResolvers<null>();
  store.mockReturnValue(storing.promise);
  model.onMark(paper, "saved", true);
  const other = facts({ id: "2108.00001" as never });
  onMarks(new Map([[other.id, { read: 5 }]]));
  expect([...model.marks.keys()].toSorted()).toEqual([other.id, paper.id]);
  storing.resolve(null);
  await vi.advanceTimersByTimeAsync(0);
  expect([...model.marks.keys()].toSorted()).toEqual([other.id, paper.id]);
});

describe("undo", () => {
  test("is offered for at least ten seconds, only for the last change, and then no more", async () => {
    model.onMark(paper, "saved", true);
    await vi.advanceTimersByTimeAsync(9000);
    model.onMark(paper, "read", true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(model.last?.kind).toBe("read");
    await vi.advanceTimersByTimeAsync(UNDO_FOR);
    expect(model.last).toBeUndefined();
    model.onUndo();
    expect(mark()).toEqual({ saved: 100, read: 100, paper });
  });

  test("takes a new mark away", async () => {
    model.onMark(paper, "saved", true);
    model.onUndo();
    await vi.advanceTimersByTimeAsync(0);
    expect(mark()).toBeUndefined();
    expect(model.last).toBeUndefined();
    expect(store.mock.lastCall?.[0]).toMatchObject({ kind: "saved", on: false });
  });

  test("brings a mark back as it was, with its time and its facts", async () => {
    const first = facts({ title: "As it was when it was saved" });
    onMarks(new Map([[paper.id, { saved: 7, paper: first }]]));
    model.onMark(paper, "saved", false);
    expect(mark()).toBeUndefined();
    model.onUndo();
    expect(mark()).toEqual({ saved: 7, paper: first });
  });
});

test("following a link marks the paper as read once, and offers nothing to undo", () => {
  model.onOpen(paper);
  model.onOpen(paper);
  expect(mark()).toEqual({ read: 100 });
  expect(store).toHaveBeenCalledOnce();
  expect(model.last).toBeUndefined();
});

test("in a private window nothing is kept of followed links, but what is pressed is", () => {
  start(false);
  model.onOpen(paper);
  expect(store).not.toHaveBeenCalled();
  model.onMark(paper, "read", true);
  expect(mark()).toEqual({ read: 100 });
});

describe("a note", () => {
  test("saves its paper, is one line, and is undone with what it did", async () => {
    model.onNote(paper, " for \n the seminar ");
    expect(store.mock.lastCall).toEqual([
      { paper, kind: "saved", on: true, at: 100, note: "for the seminar" },
    ]);
    expect(mark()).toEqual({ saved: 100, paper, note: "for the seminar" });
    model.onUndo();
    await vi.advanceTimersByTimeAsync(0);
    expect(mark()).toBeUndefined();
  });

  test("that is changed or removed comes back by undo, and the same again is not a change", async () => {
    onMarks(new Map([[paper.id, { saved: 5, read: 6, paper, note: "before" }]]));
    model.onNote(paper, "before");
    expect(store).not.toHaveBeenCalled();
    for (const typed of ["after", ""]) {
      model.onNote(paper, typed);
      expect(mark()?.note ?? "").toBe(typed);
      model.onUndo();
      await vi.advanceTimersByTimeAsync(0);
      expect(mark()).toEqual({ saved: 5, read: 6, paper, note: "before" });
    }
  });

  test("of a paper that is removed from the saved ones comes back with it", async () => {
    onMarks(new Map([[paper.id, { saved: 5, paper, note: "mine" }]]));
    model.onMark(paper, "saved", false);
    expect(mark()).toBeUndefined();
    model.onUndo();
    await vi.advanceTimersByTimeAsync(0);
    expect(mark()).toEqual({ saved: 5, paper, note: "mine" });
  });
});

test("many papers are removed from the saved ones in one message, and come back in one", async () => {
  const [one, two] = [facts({ id: "2108.00001" as never }), facts({ id: "2108.00002" as never })];
  const before: Marks = new Map([
    [one.id, { saved: 5, read: 1, paper: one, note: "mine" }],
    [two.id, { saved: 6, read: 2, paper: two }],
  ]);
  onMarks(before);
  model.onUnsave([one, two]);
  expect(store).not.toHaveBeenCalled();
  expect(storeAll.mock.lastCall?.[0].map(({ paper: { id }, on }) => [id, on])).toEqual([
    [one.id, false],
    [two.id, false],
  ]);
  expect(model.last).toMatchObject({ papers: 2, on: false });
  expect([...model.marks.values()]).toEqual([{ read: 1 }, { read: 2 }]);
  model.onUndo();
  await vi.advanceTimersByTimeAsync(0);
  expect(storeAll).toHaveBeenCalledTimes(2);
  expect(model.marks).toEqual(before);
});

test("a mark that could not be stored is gone again, and it is said why", async () => {
  store.mockRejectedValueOnce(new PlainError("no room"));
  model.onMark(paper, "saved", true);
  await vi.advanceTimersByTimeAsync(0);
  expect(mark()).toBeUndefined();
  expect(model.trouble).toBe("no room");
  expect(model.last).toBeUndefined();
  model.onMark(paper, "saved", true);
  expect(model.trouble).toBeUndefined();
});
