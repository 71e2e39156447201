import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Mark, Marks } from "../../lib/marks/marks.ts";
import {
  deleteMarks,
  onMarksChanged,
  readMarks,
  storeChanges,
  storeMerged,
  watchMarks,
} from "../../lib/marks/stored-marks.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { change, facts, manyFacts } from "./made.ts";

const id = facts().id;
const all = async () => Object.fromEntries(await readMarks());

test("there are no marks at first", async () => {
  expect(await all()).toEqual({});
});

test("what was marked is there, of old ids too, and only in storage.local", async () => {
  const old = facts({ id: "hep-th/9901001" as PaperId });
  await storeChanges([change()]);
  await storeChanges([change({ paper: old, kind: "read", at: 7 })]);
  expect(await all()).toEqual({
    [id]: { saved: 1_700_000_000_000, paper: facts() },
    "hep-th/9901001": { read: 7 },
  });
  expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
});

test("a mark taken away leaves nothing behind", async () => {
  await storeChanges([change()]);
  await storeChanges([change({ on: false })]);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});

test("one change among thousands of marks writes a small part of them", async () => {
  const papers = manyFacts(3200);
  await storeMerged(new Map(papers.map((paper) => [paper.id, { saved: 1, paper } satisfies Mark])));
  const whole = JSON.stringify(await fakeBrowser.storage.local.get(null)).length;
  const set = vi.spyOn(fakeBrowser.storage.local, "set");
  await storeChanges([change({ kind: "read" })]);
  expect(JSON.stringify(set.mock.calls).length).toBeLessThan(whole / 20);
  expect((await readMarks()).size).toBe(3201);
});

/** How many values a browser copies when it hands this one over. */
const valuesIn = (value: unknown): number =>
  typeof value === "object" && value !== null
    ? Object.values(value).reduce((sum: number, each) => sum + valuesIn(each), 1)
    : 1;

test("26,000 marks are handed to a page as a few texts, not as half a million values", async () => {
  const marks = manyFacts(26_000).map((paper) => [paper.id, { saved: 1, read: 2, paper }] as const);
  await storeMerged(new Map(marks));
  const get = vi.spyOn(fakeBrowser.storage.local, "get");
  expect((await readMarks()).size).toBe(26_000);
  const handed = await Promise.all(get.mock.results.map(({ value }) => value as Promise<unknown>));
  expect(handed.reduce((sum: number, each) => sum + valuesIn(each), 0)).toBeLessThan(100);
});

test("a page that only wants to know that marks changed reads none of them", async () => {
  const [changed, ending] = [vi.fn(), new AbortController()];
  const get = vi.spyOn(fakeBrowser.storage.local, "get");
  onMarksChanged(changed, ending.signal);
  expect(get).not.toHaveBeenCalled();
  await storeChanges([change()]);
  await fakeBrowser.storage.local.set({ settings: {} });
  expect(changed).toHaveBeenCalledTimes(1);
  ending.abort();
  await storeChanges([change({ on: false })]);
  expect(changed).toHaveBeenCalledTimes(1);
});

describe("marks that an older version stored as trees", () => {
  const tree = `marks/${4840 % 32}`;
  const { id: _, ...kept } = facts();
  const keys = async () => Object.keys(await fakeBrowser.storage.local.get(null));
  beforeEach(() => fakeBrowser.storage.local.set({ [tree]: { [id]: { saved: 5, paper: kept } } }));

  test("are there, and become a text with the next change", async () => {
    expect(await all()).toEqual({ [id]: { saved: 5, paper: facts() } });
    await storeChanges([change({ kind: "read", at: 6 })]);
    expect(await all()).toEqual({ [id]: { saved: 5, read: 6, paper: facts() } });
    expect(await keys()).toEqual([tree.replace("marks", "marksText")]);
  });

  test("do not come back when the browser ends before the tree is removed", async () => {
    vi.spyOn(fakeBrowser.storage.local, "remove").mockRejectedValueOnce(new Error("ended"));
    await expect(storeChanges([change({ on: false })])).rejects.toThrow("ended");
    expect(await all()).toEqual({});
  });

  test("after a downgrade are merged with those from before: the older version leaves the texts", async () => {
    await storeChanges([change({ kind: "read", at: 6 })]);
    await fakeBrowser.storage.local.set({ [tree]: { "2108.04872": { read: 8 } } });
    expect(await all()).toEqual({ [id]: { saved: 5, read: 6, paper: facts() }, "2108.04872": { read: 8 } });
    const seen = vi.fn<(marks: Marks) => void>();
    watchMarks(seen, new AbortController().signal);
    await vi.waitFor(() => expect(seen).toHaveBeenCalled());
    expect(seen.mock.lastCall?.[0]).toEqual(await readMarks());
    await deleteMarks();
    expect(await keys()).toEqual([]);
  });
});

describe("damaged storage", () => {
  const part = async () => Object.keys(await fakeBrowser.storage.local.get(null))[0] as string;

  test.each([
    ["a mark that is no mark", { "2108.04872": 5 }],
    ["an id that is none", { constructor: { read: 5 } }],
    ["a time that is none", { "2108.04872": { read: "yesterday" } }],
    ["a time that no clock shows", { "2108.04872": { read: 9e15 } }],
    ["half a millisecond", { "2108.04872": { read: 0.5 } }],
    ["a saved paper without its facts", { "2108.04872": { saved: 5 } }],
    ["facts that are none", { "2108.04872": { saved: 5, paper: { title: 5 } } }],
  ])("%s costs itself and no other", async (_, damaged) => {
    await storeChanges([change()]);
    const key = await part();
    const before = (await fakeBrowser.storage.local.get(key))[key] as string;
    const after = JSON.stringify({ ...(JSON.parse(before) as object), ...damaged });
    await fakeBrowser.storage.local.set({ [key]: after });
    expect(Object.keys(await all())).toEqual([id]);
  });

  test.each([["text"], [""], ["[1]"], ["null"], [5], [null], [[1]]])(
    "%j in place of a part is not a mark",
    async (damaged) => {
      await storeChanges([change()]);
      await fakeBrowser.storage.local.set({ [await part()]: damaged });
      expect(await all()).toEqual({});
    },
  );
});

describe("a note", () => {
  test("is kept with its paper, changed, removed, and gone with the saved mark", async () => {
    await storeChanges([change({ note: "for the seminar" })]);
    expect((await all())[id]?.note).toBe("for the seminar");
    await storeChanges([change({ kind: "read", at: 6 }), change({ note: "later" })]);
    expect(await all()).toEqual({
      [id]: { saved: 1_700_000_000_000, read: 6, paper: facts(), note: "later" },
    });
    await storeChanges([change({ note: "" })]);
    expect((await all())[id]).toEqual({ saved: 1_700_000_000_000, read: 6, paper: facts() });
    await storeChanges([change({ note: "again" }), change({ on: false })]);
    expect((await all())[id]).toEqual({ read: 6 });
  });

  test.each([[5], [""], ["a".repeat(501)], [null]])(
    "that is %j costs itself and not its mark",
    async (note) => {
      await storeChanges([change()]);
      const [key = ""] = Object.keys(await fakeBrowser.storage.local.get(null));
      const stored = { [id]: { saved: 5, paper: facts(), note } };
      await fakeBrowser.storage.local.set({ [key]: JSON.stringify(stored) });
      expect(await all()).toEqual({ [id]: { saved: 5, paper: facts() } });
    },
  );

  test("of ours stays when a file has another one, and one comes in if there is none", async () => {
    const [one, two] = manyFacts(2);
    await storeChanges([change({ paper: one!, note: "ours" }), change({ paper: two! })]);
    await storeMerged(
      new Map([
        [one!.id, { saved: 3, paper: one!, note: "theirs" }],
        [two!.id, { saved: 3, paper: two!, note: "theirs" }],
      ]),
    );
    const marks = await all();
    expect([marks[one!.id]?.note, marks[two!.id]?.note]).toEqual(["ours", "theirs"]);
  });
});

describe("merging", () => {
  test("adds what is new, keeps what is there, and says how much of both", async () => {
    await storeChanges([change({ at: 5 })]);
    await storeChanges([change({ kind: "read", at: 6, paper: facts({ id: "2108.00009" as PaperId }) })]);
    const [one, two] = manyFacts(2);
    const more = new Map<PaperId, Mark>([
      [id, { saved: 3, read: 4, paper: facts() }],
      [one!.id, { saved: 8, paper: one! }],
      [two!.id, { read: 9 }],
    ]);
    expect(await storeMerged(more)).toEqual({ saved: 1, read: 2, known: 1 });
    expect(await all()).toEqual({
      [id]: { saved: 3, read: 4, paper: facts() },
      "2108.00009": { read: 6 },
      [one!.id]: { saved: 8, paper: one },
      [two!.id]: { read: 9 },
    });
    expect(await storeMerged(more)).toEqual({ saved: 0, read: 0, known: 4 });
  });

  test("that cannot be stored changes nothing", async () => {
    await storeChanges([change()]);
    const before = await all();
    vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValueOnce(new Error("no room"));
    await expect(storeMerged(new Map([[manyFacts(1)[0]!.id, { read: 1 }]]))).rejects.toThrow("no room");
    expect(await all()).toEqual(before);
  });
});

test("all marks can be forgotten, and nothing else is", async () => {
  await fakeBrowser.storage.local.set({ settings: { a: 1 } });
  await storeMerged(new Map(manyFacts(50).map((paper) => [paper.id, { read: 1 }])));
  await deleteMarks();
  expect(await fakeBrowser.storage.local.get(null)).toEqual({ settings: { a: 1 } });
});

describe("watching", () => {
  test("tells the marks that are there, then each change of any page, until the end", async () => {
    await storeChanges([change({ at: 5 })]);
    const seen = vi.fn<(marks: Marks) => void>();
    const ending = new AbortController();
    watchMarks(seen, ending.signal);
    await vi.waitFor(() => expect(seen).toHaveBeenCalledTimes(1));
    await storeChanges([change({ kind: "read", at: 6 })]);
    await fakeBrowser.storage.local.set({ settings: {} });
    await storeChanges([change({ kind: "read", on: false })]);
    await storeChanges([change({ on: false })]);
    expect(seen.mock.calls.map(([marks]) => Object.fromEntries(marks))).toEqual([
      { [id]: { saved: 5, paper: facts() } },
      { [id]: { saved: 5, read: 6, paper: facts() } },
      { [id]: { saved: 5, paper: facts() } },
      {},
    ]);
    ending.abort();
    await storeChanges([change()]);
    expect(seen).toHaveBeenCalledTimes(4);
  });

  test("a change that comes while marks are read is not lost", async () => {
    const seen = vi.fn<(marks: Marks) => void>();
    const reading = Promise.withResolvers<Record<string, unknown>>();
    vi.spyOn(fakeBrowser.storage.local, "get").mockReturnValueOnce(reading.promise as never);
    watchMarks(seen, new AbortController().signal);
    await storeChanges([change({ at: 5 })]);
    reading.resolve({}); // as it was before the change
    await vi.waitFor(() => expect(seen).toHaveBeenCalled());
    expect(seen.mock.lastCall?.[0].get(id)?.saved).toBe(5);
  });
});

test.each([-1, Number.NaN, 9e15])(
  "a saved paper stays when an import brings the time %s for it",
  async (time) => {
    await storeChanges([change()]);
    await storeMerged(new Map([[id, { saved: time, paper: facts() }]]));
    await storeChanges([change({ paper: facts({ id: "2108.04872" as PaperId }), kind: "read" })]); // the same part is written again
    expect(await all()).toMatchObject({ [id]: { saved: 1_700_000_000_000, paper: facts() } });
  },
);
