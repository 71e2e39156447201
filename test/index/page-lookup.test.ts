import { describe, expect, test, vi } from "vitest";
import { encodeMonth, FORM, monthKey, STATE_KEY } from "../../lib/index/mirror/mirror.ts";
import { createPageLookup } from "../../lib/index/mirror/page-lookup.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { madeBadge } from "../arxiv/made-badges.ts";
import { badgeWishes } from "../../lib/settings/badge-wishes.ts";

const id = "2108.04840" as PaperId;
const old = "9901.00001" as PaperId;
const badge = madeBadge(id);
const state = {
  [STATE_KEY]: { whole: FORM, months: ["2108"], since: "2020-01" },
  [monthKey("2108")]: encodeMonth([badge]),
};

const lookupOf = (values: Record<string, unknown>) => {
  const ask = vi.fn(async (ids: PaperId[]) => ids.map((each) => madeBadge(each)));
  return { ask, ...createPageLookup({ read: async () => values, ask, wishes: badgeWishes }) };
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
  expect(await lookup([id, old], "list")).toEqual([badge, madeBadge(old)]);
  expect(ask.mock.calls).toEqual([[[old], "list"]]);
});

test("pages whose badges are switched off ask nothing", async () => {
  const { ask, lookup } = lookupOf({ ...state, settings: { listBadges: false } });
  expect(await lookup([id, old], "list")).toEqual([]);
  expect(ask).not.toHaveBeenCalled();
});

describe("what the reader wants of badges", () => {
  const heats = [0, 1, 3, 5];
  const ids = heats.map((heat) => `2108.0000${heat}` as PaperId);
  const all = ids.map((each, at) => madeBadge(each, { heat: heats[at] ?? 0 }));
  const values = { [STATE_KEY]: state[STATE_KEY], [monthKey("2108")]: encodeMonth(all) };

  test("the smallest heat holds if heat is known, for answers of the worker too", async () => {
    const { ask, lookup } = lookupOf({ ...values, settings: { leastHeat: 3 } });
    ask.mockResolvedValue([madeBadge(old, { heat: 2 })]);
    expect((await lookup([...ids, old], "list")).map(({ id: each }) => each)).toEqual([
      "2108.00000",
      "2108.00003",
      "2108.00005",
    ]);
  });

  test("a paper of several digests counts with its hottest", async () => {
    const badges = [madeBadge(id, { heat: 1 }, { heat: 4 })];
    const { lookup } = lookupOf({
      [STATE_KEY]: state[STATE_KEY],
      [monthKey("2108")]: encodeMonth(badges),
      settings: { leastHeat: 4 },
    });
    expect(await lookup([id], "list")).toEqual(badges);
  });

  test("without figures every badge is told so, and keeps them for the order of the list", async () => {
    const { lookup } = lookupOf({ ...state, settings: { hideFigures: true } });
    expect(await lookup([id, old], "list")).toEqual([
      { ...badge, quiet: true },
      { ...madeBadge(old), quiet: true },
    ]);
  });

  test.each([["text"], [{ leastHeat: "3" }], [null]])(
    "a damaged value %j costs nothing",
    async (settings) => {
      const { lookup } = lookupOf({ ...state, settings });
      expect(await lookup([id], "list")).toEqual([badge]);
    },
  );
});

test("badges of a background of another version, which this page cannot show, say what to do", async () => {
  const { lookup, ask } = lookupOf({ settings: { leastHeat: 5 } });
  ask.mockResolvedValue([{ id, entries: [] }] as never);
  const [said] = await lookup([id], "list");
  expect(said?.words.sentence).toEqual(["Reload the extension"]);
});
