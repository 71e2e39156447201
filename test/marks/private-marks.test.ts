import { expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { MarkChange, Marks } from "../../lib/marks/marks.ts";
import {
  deletePrivateMarks,
  storePrivateChanges,
  watchPrivateChanges,
  withChanges,
} from "../../lib/marks/private-marks.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { change, facts } from "./made.ts";

const id = facts().id;
const kept: Marks = new Map([[id, { saved: 5, paper: facts() }]]);

async function shown(): Promise<Record<string, unknown>> {
  const end = new AbortController();
  const changes = await new Promise<readonly MarkChange[]>((resolve) =>
    watchPrivateChanges(resolve, end.signal),
  );
  end.abort();
  return Object.fromEntries(withChanges(kept, changes));
}

test("what is marked in a private window is shown beside what is kept, and nothing of it is kept", async () => {
  const other = facts({ id: "2108.00001" as PaperId });
  await storePrivateChanges([change({ paper: other, at: 7 })]);
  await storePrivateChanges([change({ on: false })]);
  expect(await shown()).toEqual({ "2108.00001": { saved: 7, paper: other } });
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});

test("of changes that undo each other the last one counts, and they do not pile up", async () => {
  for (const on of [true, false, true, false]) await storePrivateChanges([change({ on })]);
  expect(await shown()).toEqual({});
  const { privateMarks } = await fakeBrowser.storage.session.get("privateMarks");
  expect(privateMarks).toHaveLength(1);
});

test("they are told while they come, and are gone when marks are deleted", async () => {
  const end = new AbortController();
  const told: (readonly MarkChange[])[] = [];
  watchPrivateChanges((changes) => void told.push(changes), end.signal);
  await storePrivateChanges([change()]);
  await deletePrivateMarks();
  end.abort();
  await storePrivateChanges([change()]);
  expect(told.map((changes) => changes.length).slice(-2)).toEqual([1, 0]);
});
