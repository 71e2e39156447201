import { describe, expect, test, vi } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import type { BundledState } from "../../lib/settings/bundled-state.ts";
import type { Span } from "../../lib/hot-list/period.ts";
import { type HotListQuery, readHotList } from "../../lib/hot-list/read-hot-list.ts";
import { StoreError } from "../../lib/index/store-error.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { digest, papers } from "./made.ts";

const archive: Digest[] = [
  digest("2020-06-29"),
  digest("2021-08-12", papers(11)),
  digest("2021-08-13"),
  digest("2022-01-13", papers(5)),
];

const sources = (digests = archive, state: BundledState = { state: "whole" }, today = "2026-11-23") => ({
  days: async () => digests.map(({ date }) => date),
  readDigests: async (ranges: readonly { from: string; to: string }[]) =>
    digests.filter(({ date }) => ranges.some(({ from, to }) => from <= date && date <= to)),
  readEntries: async (ids: readonly PaperId[]) =>
    new Map(
      ids.map((id) => [
        id,
        digests
          .flatMap(({ date, papers: some }) =>
            some.filter((paper) => paper.id === id).map(({ rank }) => ({ date, rank, of: some.length })),
          )
          .toReversed(),
      ]),
    ),
  archive: async () => state,
  today: () => today,
});

const query = (target: HotListQuery["target"]): HotListQuery => ({ target, order: "rank", words: false });
const NEWEST = query({ kind: "newest", span: "day" });
const asked = (span: Span, date: string) => query({ kind: "period", period: { span, date } });

describe("with digests in the index", () => {
  test("shows the newest first, and that badges end there because it is old", async () => {
    expect(await readHotList(NEWEST, sources())).toMatchObject({
      kind: "list",
      list: { period: { span: "day", date: "2022-01-13" } },
      previous: "2021-08-13",
      oldest: "2020-06-29",
      newest: "2022-01-13",
      covered: [
        { from: "2020-06-29", to: "2020-06-29" },
        { from: "2021-08-12", to: "2021-08-13" },
        { from: "2022-01-13", to: "2022-01-13" },
      ],
      badgeRange: { example: "2108.00001" },
    });
  });

  test("shows of a day's paper on which other days it was, and where it stood there", async () => {
    const view = await readHotList(asked("day", "2021-08-12"), sources());
    const also = view.kind === "list" ? view.list.papers.map((paper) => paper.also) : [];
    expect(also[2]).toEqual([
      { date: "2022-01-13", rank: 3, of: 5 },
      { date: "2021-08-13", rank: 3, of: 3 },
      { date: "2020-06-29", rank: 3, of: 3 },
    ]);
    expect(also[10]).toEqual([]);
  });

  test("knows of a longer period's papers the days outside of it if that decides what is shown", async () => {
    const month = asked("month", "2021-08-12");
    const dates = async (days: boolean) => {
      const view = await readHotList({ ...month, days }, sources());
      const first = view.kind === "list" ? view.list.papers.find(({ rank }) => rank === 1) : undefined;
      return new Set([first?.date, ...(first?.also ?? []).map(({ date }) => date)]);
    };
    expect(await dates(false)).toEqual(new Set(["2021-08-12", "2021-08-13"]));
    expect(await dates(true)).toEqual(new Set(["2020-06-29", "2021-08-12", "2021-08-13", "2022-01-13"]));
  });

  test("says nothing of badges if the newest digest is recent", async () => {
    const view = await readHotList(NEWEST, sources(archive, { state: "whole" }, "2022-01-20"));
    expect(view).not.toHaveProperty("badgeRange");
  });

  test("names no example if the newest digest is empty", async () => {
    const view = await readHotList(NEWEST, sources([digest("2020-12-07", [])]));
    expect(view).toMatchObject({ badgeRange: {} });
    expect(view).not.toHaveProperty("badgeRange.example");
  });

  test("shows a day that was asked for with its neighbours, and says nothing of badges there", async () => {
    const view = await readHotList(asked("day", "2021-08-12"), sources());
    expect(view).toMatchObject({ kind: "list", previous: "2020-06-29", next: "2021-08-13" });
    expect(view).toHaveProperty("list.papers.length", 11);
    expect(view).not.toHaveProperty("badgeRange");
    expect(view).not.toHaveProperty("note");
  });

  test("leads from a day without a digest to the nearest, with a note", async () => {
    expect(await readHotList(asked("day", "2021-08-15"), sources())).toMatchObject({
      list: { period: { span: "day", date: "2021-08-13" } },
      note: { kind: "noDigest", asked: { span: "day", date: "2021-08-15" } },
    });
  });

  test("tells beside them that the archive could not be read in", async () => {
    expect(await readHotList(NEWEST, sources(archive, { state: "failed", failure: "disk" }))).toMatchObject({
      kind: "list",
      archiveFailed: true,
    });
  });

  test.each<BundledState>([{ state: "whole" }, { state: "deleted" }, { state: "importing", progress: 0.9 }])(
    "says nothing of an archive that is $state: there, gone by the reader's wish, or coming",
    async (state) => {
      expect(await readHotList(NEWEST, sources(archive, state))).not.toHaveProperty("archiveFailed");
    },
  );

  test("reads a longer period in one go, and leaves out words that are not searched", async () => {
    const readDigests = vi.fn(sources().readDigests);
    const view = await readHotList(asked("month", "2021-08-01"), { ...sources(), readDigests });
    expect(readDigests).toHaveBeenCalledExactlyOnceWith([{ from: "2021-08-01", to: "2021-08-31" }], false);
    expect(view).toMatchObject({ kind: "list", previous: "2020-06-29", next: "2022-01-13" });
    expect(view).toHaveProperty("list.digests", 2);
  });

  test("of on this day reads only its days, and the nearest that has a list if it has none", async () => {
    const readDigests = vi.fn(sources().readDigests);
    await readHotList(asked("onThisDay", "2026-08-12"), { ...sources(), readDigests });
    expect(readDigests).toHaveBeenCalledExactlyOnceWith([{ from: "2021-08-12", to: "2021-08-12" }], false);
    expect(await readHotList(asked("onThisDay", "2026-08-01"), sources())).toMatchObject({
      kind: "list",
      list: { period: { date: "2021-08-12" }, digests: 1 },
      note: { kind: "noDigest", asked: { span: "onThisDay", date: "2026-08-01" } },
    });
  });

  test("passes over days that cannot be read, and waits for none of them", async () => {
    const view = await readHotList(NEWEST, { ...sources(), readDigests: async () => [] });
    expect(view).toEqual({ kind: "nothing" });
  });
});

describe("with an empty index", () => {
  test.each<[BundledState, unknown]>([
    [
      { state: "importing", progress: 0.3 },
      { kind: "importing", progress: 0.3 },
    ],
    [
      { state: "failed", failure: "disk" },
      { kind: "importFailed", failure: "disk" },
    ],
    [{ state: "failed" }, { kind: "importFailed" }],
    [{ state: "deleted" }, { kind: "deleted" }],
    [{ state: "whole" }, { kind: "nothing" }],
  ])("%j is %j", async (state, view) => {
    expect(await readHotList(NEWEST, sources([], state))).toEqual(view);
  });
});

describe("with an index that cannot be read", () => {
  const failing = (cause: unknown) => ({
    ...sources(),
    days: async () => {
      throw cause;
    },
  });

  test.each(["newerVersion", "blocked"] as const)("%s has its own words", async (code) => {
    expect(await readHotList(NEWEST, failing(new StoreError(code)))).toMatchObject({
      kind: "failed",
      failure: code,
    });
  });

  test.each([new StoreError("failed", new Error("gone")), new StoreError("full"), new Error("gone"), "gone"])(
    "%s is a failure that says what the browser said",
    async (cause) => {
      expect(await readHotList(NEWEST, failing(cause))).toMatchObject({
        kind: "failed",
        failure: "failed",
      });
    },
  );
});
