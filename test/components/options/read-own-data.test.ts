import { describe, expect, test } from "vitest";
import { exportData } from "../../../components/options/data-export.ts";
import { type OwnSettings, readOwnData } from "../../../components/options/read-own-data.ts";
import type { Digest } from "../../../lib/digest/digest.ts";
import { MOST_JSON_DEPTH } from "../../../lib/digest/read-json.ts";
import type { Mark } from "../../../lib/marks/marks.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import { DEFAULTS } from "../../../lib/settings/settings.ts";
import { digest, entry } from "../../hot-list/made.ts";
import { author, category, words } from "../../follows/made.ts";
import { facts } from "../../marks/made.ts";

const days = [digest("2021-08-12", [entry()]), digest("2021-08-13", [entry()])];
const marks = new Map<PaperId, Mark>([
  ["2108.04840" as PaperId, { saved: 1_700_000_000_000, read: 1_700_000_000_000, paper: facts() }],
  ["2108.00001" as PaperId, { read: 1_700_000_000_000 }],
]);
const chosen: Required<OwnSettings> = {
  settings: { ...DEFAULTS, theme: "dark", leastHeat: 3 },
  dayChange: 8,
  jumpKeys: { next: "n", previous: "" },
  listView: { hotOnly: true, hottestFirst: false },
  hotListChoices: {
    order: "heat",
    filters: { categories: ["cs.CL"], include: ["a"], exclude: [], hideRead: true, newOnly: false },
  },
  fullTexts: true,
  live: false,
};
const feeds = [
  { address: "https://one.example/feed.json", title: "One", on: true },
  { address: "https://two.example/", title: "Two", on: false },
];

const follows = [words('"graph neural"'), author("Łukasz Kaiser"), category("cs.CV")];

/** What "Save my data to a file" writes. */
async function written(digests: readonly Digest[] = days): Promise<string> {
  const files: string[] = [];
  await exportData({
    digests: async function* all() {
      yield* digests;
    },
    settings: async () => chosen,
    feeds: async () => feeds,
    marks: async () => marks,
    follows: async () => follows,
    now: () => new Date("2026-11-28T12:00:00Z"),
    save: (_name, _type, content) => files.push(content),
  });
  return files.join("");
}

const fileOf = (parts: object) => JSON.stringify({ format: "hot-papers-data", version: 1, ...parts });
function dataOf(parts: object) {
  const read = readOwnData(fileOf(parts));
  if (!read.ok) throw new Error(read.problem);
  return read.data;
}
const settingsOf = (settings: object) =>
  dataOf({ settings, feeds: [{ address: "https://one.example/", title: "", on: true }] }).settings;

describe("a file of own data", () => {
  test("is read whole, as it was written", async () => {
    expect(readOwnData(await written())).toEqual({
      ok: true,
      data: { days: 2, unreadable: 0, feeds, feedsLeft: 0, saved: 1, read: 2, follows, settings: chosen },
    });
  });

  test("with a damaged follow loses that one, and one with only follows is not empty", () => {
    const damaged = [words("diffusion"), { kind: "journal", text: "Nature" }, words("x".repeat(1000)), null];
    expect(dataOf({ follows: damaged }).follows).toEqual([words("diffusion")]);
  });

  test("may have only digests, as the second file of many has", () => {
    expect(dataOf({ digests: days })).toEqual({
      days: 2,
      unreadable: 0,
      feeds: [],
      feedsLeft: 0,
      saved: 0,
      read: 0,
      follows: [],
    });
  });

  test("that was cut short is told, wherever it ends", async () => {
    const text = await written();
    for (let end = 0; end < text.trimEnd().length; end += 97)
      expect(readOwnData(text.slice(0, end))).toEqual({ ok: false, problem: "cut" });
  });

  test.each([
    ["cut", "no JSON"],
    ["cut", "[".repeat(MOST_JSON_DEPTH + 1) + "]".repeat(MOST_JSON_DEPTH + 1)],
    ["notData", "[]"],
    ["notData", JSON.stringify({ format: "hot-papers-marks", version: 1, marks: [] })],
    ["notData", fileOf({ version: 0, digests: days })],
    ["notData", fileOf({ digests: "many" })],
    ["notData", fileOf({ settings: [], digests: days })],
    ["notData", fileOf({ feeds: Array.from({ length: 1001 }, () => 1) })],
    ["notData", fileOf({ marks: { format: "other" }, digests: days })],
    ["newerVersion", fileOf({ version: 2, digests: { of: "another shape" } })],
    ["newerVersion", fileOf({ marks: { format: "hot-papers-marks", version: 3, marks: [] } })],
    ["empty", fileOf({})],
    ["empty", fileOf({ settings: { theme: "dark" }, feeds: [1], digests: [{}] })],
  ])("is refused as %s: %s", (problem, text) => {
    expect(readOwnData(text)).toEqual({ ok: false, problem });
  });

  test("of a minor version, with unknown fields, has all that we know", () => {
    expect(dataOf({ version: 1.4, follows: [1], digests: days })).toMatchObject({ days: 2 });
  });

  test("counts a day once, however many feeds had it, and digests that cannot be read apart", () => {
    expect(dataOf({ digests: [...days, days[0], { date: "2021-08-14" }] })).toMatchObject({
      days: 2,
      unreadable: 1,
    });
  });
});

describe("its feeds", () => {
  const addresses = (...written_: unknown[]) => {
    const read = dataOf({ digests: days, feeds: written_ });
    return [read.feeds.map(({ address }) => address), read.feedsLeft];
  };
  const feed = (address: string) => ({ address, title: "A feed", on: true });

  test("have only https addresses, each once, written as they are kept", () => {
    expect(
      addresses(
        feed("https://One.example"),
        feed("https://one.example/#top"),
        feed("http://plain.example/"),
        feed("http://127.0.0.1:8080/"),
        feed("javascript:alert(1)"),
        feed("https://user:secret@one.example/"),
        feed("nothing"),
        feed(`https://long.example/${"a".repeat(2000)}`),
        { address: "https://two.example/" },
      ),
    ).toEqual([["https://one.example/"], 7]);
  });

  test("have titles of one line that the worker takes", () => {
    const [kept] = dataOf({
      feeds: [{ address: "https://one.example/", title: `A\nfeed ${"x".repeat(1000)}`, on: false }],
    }).feeds;
    expect(kept?.title).toMatch(/^A feed x+$/u);
    expect(kept?.title).toHaveLength(300);
  });
});

describe("its settings", () => {
  test("lose impossible values and unknown fields", () => {
    expect(settingsOf({ settings: { theme: "pink", leastHeat: 9, listBadges: false, more: 1 } })).toEqual({
      settings: { listBadges: false },
    });
    expect(
      settingsOf({
        settings: { theme: "pink" },
        dayChange: 24,
        jumpKeys: { next: "j", previous: "j" },
        listView: { hotOnly: "yes" },
        hotListChoices: { order: "heat" },
        live: "on",
        visits: {},
      }),
    ).toBeUndefined();
  });

  test("keep the calendar's midnight, and keys that are switched off", () => {
    const settings = { dayChange: null, jumpKeys: { next: "", previous: "" } };
    expect(settingsOf(settings)).toEqual(settings);
  });

  test.each([
    { jumpKeys: { next: "Tab", previous: "k" } },
    { jumpKeys: { next: "jj", previous: "k" } },
    {
      hotListChoices: {
        ...chosen.hotListChoices,
        filters: { ...chosen.hotListChoices.filters, include: ["x".repeat(201)] },
      },
    },
    {
      hotListChoices: {
        ...chosen.hotListChoices,
        filters: { ...chosen.hotListChoices.filters, exclude: Array.from({ length: 101 }, () => "x") },
      },
    },
  ])("are bounded: %j", (settings) => {
    expect(settingsOf(settings)).toBeUndefined();
  });
});

test("a file of before version 1.0 names the full texts by their old name", () => {
  expect(settingsOf({ archiveWords: true, live: false })).toEqual({ fullTexts: true, live: false });
});
