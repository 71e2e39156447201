import { expect, test, vi } from "vitest";
import { encodeMonth, monthKey, STATE_KEY } from "../../lib/mirror/mirror.ts";
import { createPageLookup } from "../../lib/mirror/page-lookup.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

const id = "2108.04840" as PaperId;
const old = "9901.00001" as PaperId;
const entry = { date: "2021-08-12", rank: 1, of: 11, counts: [], posts: 0, heat: 0 };
const badge = { id, entries: [entry] };
const state = { [STATE_KEY]: { whole: true, since: "2020-01" }, [monthKey("2108")]: encodeMonth([badge]) };

const lookupOf = (values: Record<string, unknown>) => {
  const ask = vi.fn(async (ids: PaperId[]) => ids.map((each) => ({ id: each, entries: [entry] })));
  const isWanted = (settings: unknown) => settings !== "off";
  return { ask, ...createPageLookup({ read: async () => values, ask, isWanted }) };
};

test("what the mirror has is answered without a message", async () => {
  const { ask, lookup } = lookupOf(state);
  expect(await lookup([id], "list")).toEqual([badge]);
  expect(ask).not.toHaveBeenCalled();
});

test("only what it does not have is asked of the worker, and never early", async () => {
  const { ask, early, lookup } = lookupOf(state);
  expect(await early([id, old], "list")).toEqual({ badges: [badge], rest: [old] });
  expect(ask).not.toHaveBeenCalled();
  expect(await lookup([id, old], "list")).toEqual([badge, { id: old, entries: [entry] }]);
  expect(ask.mock.calls).toEqual([[[old], "list"]]);
});

test("pages whose badges are switched off ask nobody", async () => {
  const { ask, lookup } = lookupOf({ ...state, settings: "off" });
  expect(await lookup([id, old], "list")).toEqual([]);
  expect(ask).not.toHaveBeenCalled();
});
