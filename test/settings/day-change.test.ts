import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { followDayChange, keepDayChange, readDayChange } from "../../lib/settings/day-change.ts";

test("is no hour until one was chosen, and again when it is given up", async () => {
  expect(await readDayChange()).toBeUndefined();
  await keepDayChange(0);
  expect(await readDayChange(), "midnight is an hour").toBe(0);
  await keepDayChange(undefined);
  expect(await readDayChange()).toBeUndefined();
});

test.each([24, -1, 1.5, "8", null, {}])("a damaged value (%j) counts as none", async (dayChange) => {
  await fakeBrowser.storage.local.set({ dayChange });
  expect(await readDayChange()).toBeUndefined();
});

test("a watcher is told the hour in force, and each later one", async () => {
  await keepDayChange(5);
  const onHour = vi.fn<(hour: number | undefined) => void>();
  await followDayChange(onHour, new AbortController().signal);
  await keepDayChange(8);
  await keepDayChange(undefined);
  expect(onHour.mock.calls).toEqual([[5], [8], [undefined]]);
});
