import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { showBundledState } from "../../lib/settings/bundled-state.ts";
import { raiseRevision, watchRevision } from "../../lib/revision.ts";

test("every raise is seen, also when many come at once, and none after the end", async () => {
  const ending = new AbortController();
  const seen = vi.fn();
  watchRevision(seen, ending.signal);
  await Promise.all([raiseRevision(), raiseRevision(), raiseRevision()]);
  expect(seen).toHaveBeenCalledTimes(3);
  ending.abort();
  await raiseRevision();
  expect(seen).toHaveBeenCalledTimes(3);
  expect((await fakeBrowser.storage.local.get("revision"))["revision"]).toBe(4);
});

test("a stored revision that is not a number is begun anew", async () => {
  await fakeBrowser.storage.local.set({ revision: "many" });
  await raiseRevision();
  expect((await fakeBrowser.storage.local.get("revision"))["revision"]).toBe(1);
});

test("a state of the archive is told once, and not again while it stays the same", async () => {
  const told: unknown[] = [];
  fakeBrowser.storage.onChanged.addListener((changes) => told.push(changes["archive"]?.newValue));
  await showBundledState({ state: "importing", progress: 0.5 });
  await showBundledState({ state: "importing", progress: 0.5 });
  await showBundledState({ state: "whole", progress: 1 });
  expect(told).toEqual([
    { state: "importing", progress: 0.5 },
    { state: "whole", progress: 1 },
  ]);
});
