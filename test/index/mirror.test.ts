import { describe, expect, test } from "vitest";
import {
  createMirrorReader,
  encodeMonth,
  FORM,
  monthKey,
  monthOrder,
  NEWEST_KEY,
  STATE_KEY,
} from "../../lib/index/mirror/mirror.ts";
import { madeBadge } from "../arxiv/made-badges.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

const id = (text: string) => text as PaperId;

const AUGUST = [
  madeBadge("2108.00007", { rank: 1 }),
  madeBadge("2108.04840", { rank: 2 }, { rank: 4, date: "2021-08-13" }),
];
const OLD = [madeBadge("hep-th/9901001")];
const MONTHS = ["2108", "hep-th/9901"];

/** A storage that remembers what was asked of it. */
function storage(values: Record<string, unknown>) {
  const reads: string[][] = [];
  return {
    reads,
    read: async (keys: string[]) => {
      reads.push(keys);
      return Object.fromEntries(keys.filter((key) => key in values).map((key) => [key, values[key]]));
    },
  };
}

const whole = {
  [STATE_KEY]: { whole: FORM, months: MONTHS, since: "1991-01" },
  [monthKey("2108")]: encodeMonth(AUGUST),
  [monthKey("hep-th/9901")]: encodeMonth(OLD),
};

test("the page reads what the worker wrote, in one read and only what was asked for", async () => {
  const { read, reads } = storage(structuredClone(whole));
  const asked = [id("2108.04840"), id("2108.00001"), id("hep-th/9901001"), id("2107.00001")];
  expect(await createMirrorReader(read).lookup(asked)).toMatchObject({
    badges: [AUGUST[1], OLD[0]],
    rest: [],
  });
  expect(reads).toHaveLength(1);
});

describe("the index is asked", () => {
  test.each([
    ["while the mirror is being written", { ...whole, [STATE_KEY]: { whole: false, since: "1991-01" } }],
    ["before there is a mirror", {}],
    [
      "where the mirror is of another version of the extension",
      { ...whole, [STATE_KEY]: { whole: FORM + 1, months: MONTHS, since: "1991-01" } },
    ],
    ["where the state is damaged", { ...whole, [STATE_KEY]: "yes" }],
    [
      "for months older than what is mirrored",
      { ...whole, [STATE_KEY]: { whole: FORM, months: MONTHS, since: "2021-09" } },
    ],
  ])("%s", async (_when, values) => {
    expect(await createMirrorReader(storage(values).read).lookup([id("2108.04840")])).toMatchObject({
      badges: [],
      rest: ["2108.04840"],
    });
  });
});

test.each([
  ["no text", [1]],
  ["a line that is no row", '4840,"2021'],
  ["a row of other things", "12\n4840,1,2,3x"],
  ["cut short", encodeMonth(AUGUST).slice(0, -200)],
  ["another text", "garbage"],
  ["an empty text", ""],
  ["missing", undefined],
])("a damaged month (%s) is left to the index, without an error", async (_how, value) => {
  const { read } = storage({ ...whole, [monthKey("2108")]: value });
  const asked = [id("2108.04840")];
  expect(await createMirrorReader(read).lookup(asked)).toMatchObject({ badges: [], rest: asked });
});

test("each value is read once in the life of a page, further keys among them", async () => {
  const { read, reads } = storage({ ...whole, settings: { listBadges: false } });
  const mirror = createMirrorReader(read, ["settings"]);
  await mirror.prefetch(["2108"]);
  await mirror.lookup([id("2108.04840")]);
  await mirror.lookup([id("2108.00007"), id("hep-th/9901001")]);
  expect(await mirror.value("settings")).toEqual({ listBadges: false });
  expect(reads).toEqual([[STATE_KEY, "settings", monthKey("2108")], [monthKey("hep-th/9901")]]);
});

test("of many months the first are read firstwith everything else, and the others by themselves", async () => {
  const { read, reads } = storage(whole);
  const mirror = createMirrorReader(read, ["settings"]);
  await mirror.prefetch(["2101", "2102", "2103", "2108"]);
  expect(reads).toEqual([
    [STATE_KEY, "settings", monthKey("2101"), monthKey("2102")],
    [monthKey("2103"), monthKey("2108")],
  ]);
  expect((await mirror.lookup([id("2108.04840")])).badges).toHaveLength(1);
  expect(reads).toHaveLength(2);
});

describe("a page whose address names no month", () => {
  const newest = { since: "2021-01", months: { "2108": encodeMonth(AUGUST) } };
  const asked = [id("2108.04840"), id("2108.00001"), id("2107.00001"), id("hep-th/9901001")];
  const lookUp = async (value: unknown, state: unknown = whole[STATE_KEY]) => {
    const { read, reads } = storage({ ...whole, [STATE_KEY]: state, [NEWEST_KEY]: value });
    const mirror = createMirrorReader(read);
    await mirror.prefetch([]);
    const answer = await mirror.lookup(asked);
    return { reads, ids: answer.badges.map((badge) => badge.id), rest: answer.rest };
  };

  test("reads the newest months at once and, when entries told them, those that are older", async () => {
    const { reads, ...answer } = await lookUp(newest);
    expect(reads).toEqual([[STATE_KEY, NEWEST_KEY], [monthKey("hep-th/9901")]]);
    expect(answer).toEqual({ ids: ["2108.04840", "hep-th/9901001"], rest: [] });
  });

  test.each([["text"], [null], [{}], [{ since: "2021-01" }], [undefined]])(
    "reads each month if the newest are damaged or missing: %j",
    async (value) => {
      const { reads, ...answer } = await lookUp(value);
      expect(reads[1]).toEqual(["2108", "2107", "hep-th/9901"].map(monthKey));
      expect(answer).toEqual({ ids: ["2108.04840", "hep-th/9901001"], rest: [] });
    },
  );

  test("leaves a damaged month to the index, and all of them while the mirror is being written", async () => {
    expect(await lookUp({ since: "2021-01", months: { "2108": 1 } })).toMatchObject({
      ids: ["hep-th/9901001"],
      rest: ["2108.04840", "2108.00001"],
    });
    expect(await lookUp(newest, null)).toMatchObject({ ids: [], rest: asked });
  });
});

test("a read that fails fails the look-up, so that the page can say so", async () => {
  const mirror = createMirrorReader(() => Promise.reject(new Error("gone")));
  await mirror.prefetch(["2108"]); // settled, well or not
  await expect(mirror.lookup([id("2108.04840")])).rejects.toThrow("gone");
});

test("months sort by time over the change of centuries and forms", () => {
  const months = ["2108", "hep-th/9901", "0704", "math/0703", "astro-ph/9204"];
  expect(months.toSorted((a, b) => (monthOrder(a) < monthOrder(b) ? -1 : 1))).toEqual([
    "astro-ph/9204",
    "hep-th/9901",
    "math/0703",
    "0704",
    "2108",
  ]);
});
