import { expect, test, vi } from "vitest";
import type { BundledState } from "../../lib/settings/bundled-state.ts";
import type { Digest } from "../../lib/digest/digest.ts";
import type { HotListQuery } from "../../lib/hot-list/read-hot-list.ts";
import type { HotListView } from "../../lib/hot-list/hot-list-view.ts";
import { createListLoader } from "../../lib/hot-list/state/list-loader.ts";
import { digest } from "./made.ts";
import { settled } from "../setup/settled.ts";

const query = (target: HotListQuery["target"]): HotListQuery => ({ target, order: "rank", words: false });
const NEWEST = query({ kind: "newest", span: "day" });
const day = (date: string) => query({ kind: "period", period: { span: "day", date } });

/** An index whose reading of a day ends when the test says so. */
function stage(asked: HotListQuery = NEWEST, first: BundledState = { state: "whole" }) {
  const digests = new Map(["2021-08-12", "2021-08-13"].map((date) => [date, digest(date)]));
  const archive = { now: first };
  const open: (() => void)[] = [];
  const views: HotListView[] = [];
  const ended = new AbortController();
  const readDigests = vi.fn(
    ([range]: readonly { from: string }[]) =>
      new Promise<Digest[]>((resolve) => {
        open.push(() => resolve([digests.get(range?.from ?? "")].filter((each) => each !== undefined)));
      }),
  );
  const reader = createListLoader({
    sources: {
      days: async () => [...digests.keys()].toSorted(),
      readDigests,
      readEntries: async () => new Map(),
      archive: async () => archive.now,
      today: () => "2021-08-14",
    },
    onView: (view) => views.push(view),
    signal: ended.signal,
  });
  reader.show(asked);
  const shown = () =>
    views.map((view) => {
      if (view.kind === "list") return view.list.period.date;
      return view.kind === "importing" ? `importing ${view.progress}` : view.kind;
    });
  /** Lets the read that is going on end. */
  const finish = async () => {
    await vi.waitFor(() => expect(open).not.toEqual([]));
    open.shift()?.();
    await settled();
  };
  return { reader, archive, digests, readDigests, shown, finish, end: () => ended.abort() };
}

test("reads the day that was asked for, then another when told", async () => {
  const { reader, shown, finish } = stage();
  await finish();
  reader.show(day("2021-08-12"));
  await finish();
  expect(shown()).toEqual(["2021-08-13", "2021-08-12"]);
});

test("a day that is no longer wanted when it has been read is not shown", async () => {
  const { reader, shown, finish } = stage();
  reader.show(day("2021-08-12"));
  await finish();
  await finish();
  expect(shown()).toEqual(["2021-08-12"]);
});

test("reads again when the index changed, and shows the new day", async () => {
  const { reader, digests, shown, finish } = stage();
  await finish();
  digests.set("2021-08-14", digest("2021-08-14"));
  reader.readAgain();
  await finish();
  expect(shown()).toEqual(["2021-08-13", "2021-08-14"]);
});

test("many changes during one read are answered by one more", async () => {
  const { reader, readDigests, finish } = stage();
  for (let i = 0; i < 20; i += 1) reader.readAgain();
  await finish();
  await finish();
  expect(readDigests).toHaveBeenCalledTimes(2);
});

test("the day that was asked for is taken once it is there", async () => {
  const { reader, digests, shown, finish } = stage(day("2021-08-01"));
  await finish();
  digests.set("2021-08-01", digest("2021-08-01"));
  reader.readAgain();
  await finish();
  expect(shown()).toEqual(["2021-08-12", "2021-08-01"]);
});

test("after the end nothing is shown", async () => {
  const { shown, finish, end } = stage();
  end();
  await finish();
  expect(shown()).toEqual([]);
});

test("shows the progress of an import that keeps the index from answering, then what it brought", async () => {
  const { reader, archive, shown, finish } = stage(NEWEST, { state: "importing", progress: 0 });
  await vi.waitFor(() => expect(shown()).toEqual(["importing 0"]));
  archive.now = { state: "importing", progress: 0.5 };
  reader.archiveChanged();
  await vi.waitFor(() => expect(shown()).toEqual(["importing 0", "importing 0.5"]));
  archive.now = { state: "whole" };
  await finish();
  await finish();
  expect(shown().slice(2)).toEqual(["2021-08-13", "2021-08-13"]);
});

test("a day on show stays while the archive is imported", async () => {
  const { reader, archive, shown, finish } = stage();
  await finish();
  archive.now = { state: "importing", progress: 0.5 };
  reader.archiveChanged();
  await finish();
  expect(shown()).toEqual(["2021-08-13", "2021-08-13"]);
});
