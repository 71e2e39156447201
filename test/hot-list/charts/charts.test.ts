import { describe, expect, test } from "vitest";
import { categoryHeat } from "../../../lib/hot-list/charts/category-heat.ts";
import { heatCalendar } from "../../../lib/hot-list/charts/heat-calendar.ts";
import { paperHistory } from "../../../lib/hot-list/charts/paper-history.ts";
import type { Entry } from "../../../lib/digest/digest.ts";
import { HEAT_FIGURES, type ScaledDigest } from "../../../lib/digest/heat.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import { digest, entry } from "../made.ts";

/** A paper with so many favorites that it has these bars in 2020 and 2021. */
const withBars = (bars: 1 | 2 | 3 | 4 | 5, id = "2108.00001"): Entry =>
  entry({ id: id as PaperId, counts: [{ network: "twitter", likes: [0, 40, 60, 100, 500][bars - 1]! }] });

describe("the calendar of days by heat", () => {
  test("is empty without digests", () => {
    expect(heatCalendar([])).toEqual([]);
  });

  test("has every day of a year once, in its week and weekday", () => {
    const [year] = heatCalendar([digest("2021-08-12", [withBars(3)])]);
    expect(year?.year).toBe(2021);
    expect(year?.days).toEqual([
      // 1 January 2021 was a Friday, so that Thursday 12 August is in the 33rd column.
      { date: "2021-08-12", week: 32, weekday: 3, papers: 1, heat: 3, level: 3 },
    ]);
    expect(year?.without).toHaveLength(364);
    expect(year?.without[0]).toEqual({ week: 0, weekday: 4 });
    expect(year?.months).toHaveLength(12);
    expect(year?.months[7]).toEqual({ first: "2021-08-01", week: 30 });
  });

  test("has 366 days in a leap year, and 54 columns if it takes them", () => {
    const [year] = heatCalendar([digest("2028-12-31", [])]);
    expect(year?.without).toHaveLength(365);
    expect(year?.days[0]).toMatchObject({ week: 52, weekday: 6 });
    expect(heatCalendar([digest("2012-12-31", [])])[0]?.days[0]).toMatchObject({ week: 53, weekday: 0 });
  });

  test("tells an empty digest from a day without one, and from papers without bars", () => {
    const [year] = heatCalendar([
      digest("2021-01-04", []),
      digest("2021-01-05", [entry({ counts: [{ network: "hackernews", points: 300 }] })]),
    ]);
    expect(year?.days.map(({ papers, heat, level }) => [papers, heat, level])).toEqual([
      [0, 0, 0],
      [1, 0, 0],
    ]);
    expect(year?.without).toHaveLength(363);
  });

  test("adds up bars and divides the days into fifths over all years, the newest year first", () => {
    const days = [1, 2, 3, 4, 5].map((bars, at) =>
      digest(`202${at < 2 ? 0 : 1}-02-0${at + 1}`, [withBars(bars as 1), withBars(5, "2108.00002")]),
    );
    const years = heatCalendar(days.toReversed());
    expect(years.map(({ year }) => year)).toEqual([2021, 2020]);
    expect(years[0]?.days.map(({ heat, level }) => [heat, level])).toEqual([
      [8, 3],
      [9, 4],
      [10, 5],
    ]);
    expect(years[1]?.days.map(({ level }) => level)).toEqual([1, 2]);
  });

  test("gives equal heat equal levels, and leaves out years without a digest", () => {
    const years = heatCalendar(
      ["2021-02-01", "2021-02-02", "2026-02-02"].map((day) => digest(day, [withBars(5)])),
    );
    expect(years.map(({ year }) => year)).toEqual([2026, 2021]);
    expect(years.flatMap(({ days }) => days.map(({ level }) => level))).toEqual([3, 3, 3]);
  });
});

describe("the months by category", () => {
  const hot = (id: string, bars: 1 | 2 | 3 | 4 | 5, ...categories: string[]) => ({
    ...withBars(bars, id),
    categories,
  });

  test("are none without digests", () => {
    expect(categoryHeat([])).toEqual({ months: [], rows: [], unknown: 0 });
  });

  test("have the bars of their papers for each digest, only under the primary category", () => {
    const { months, rows } = categoryHeat([
      digest("2021-09-01", [hot("1", 5, "cs.LG")]),
      digest("2021-08-12", [hot("2", 5, "cs.LG", "cs.CL"), hot("3", 2, "cs.CL")]),
      digest("2021-08-13", [hot("4", 1, "cs.LG", "cs.CL")]),
    ]);
    expect(months).toEqual([
      { first: "2021-08-01", papers: 3, heat: 4, afterGap: false },
      { first: "2021-09-01", papers: 1, heat: 5, afterGap: false },
    ]);
    expect(rows).toEqual([
      {
        category: "cs.LG",
        parts: [
          { papers: 2, heat: 3 },
          { papers: 1, heat: 5 },
        ],
      },
      {
        category: "cs.CL",
        parts: [
          { papers: 1, heat: 1 },
          { papers: 0, heat: 0 },
        ],
      },
    ]);
  });

  test("are as hot as in the calendar: a paper of two digests counts once, with the bars of both", () => {
    const digests = [
      digest("2021-08-12", [hot("1", 5, "cs.LG"), hot("2", 3, "cs.LG")]),
      digest("2021-08-13", [hot("1", 4, "cs.LG")]),
      digest("2021-08-16", []),
    ];
    const days = heatCalendar(digests).flatMap((year) => year.days);
    const { months } = categoryHeat(digests);
    expect(months[0]?.papers).toBe(2);
    expect(months[0]?.heat).toBe(days.reduce((sum, { heat }) => sum + heat, 0) / days.length);
  });

  test("name the hottest categories, not those of most papers", () => {
    const { rows } = categoryHeat(
      [digest("2021-08-12", [hot("1", 1, "a"), hot("2", 1, "a"), hot("3", 5, "b")])],
      1,
    );
    expect(rows).toEqual([
      { category: "b", parts: [{ papers: 1, heat: 5 }] },
      { parts: [{ papers: 2, heat: 2 }] },
    ]);
  });

  test("put all but the hottest together: the rows add up to the month", () => {
    const { months, rows } = categoryHeat(
      [digest("2021-08-12", [hot("1", 3, "a"), hot("2", 2, "a"), hot("3", 4, "b"), hot("4", 1, "c")])],
      2,
    );
    expect(rows.map(({ category }) => category)).toEqual(["a", "b", undefined]);
    expect(rows.reduce((sum, { parts }) => sum + parts[0]!.heat, 0)).toBe(months[0]?.heat);
    expect(rows.reduce((sum, { parts }) => sum + parts[0]!.papers, 0)).toBe(months[0]?.papers);
  });

  test("count papers whose heat is unknown, which are of no category's heat", () => {
    const unknown = entry({ counts: [], categories: ["cs.LG"] });
    expect(categoryHeat([digest("2021-08-12", [unknown])]).rows).toEqual([
      { category: "cs.LG", parts: [{ papers: 1, heat: 0 }] },
    ]);
  });

  test("know where months without a digest are left out; a year's end is not a gap", () => {
    const { months } = categoryHeat(
      ["2020-12-31", "2021-01-04", "2021-03-01", "2022-03-01"].map((day) => digest(day)),
    );
    expect(months.map(({ afterGap }) => afterGap)).toEqual([false, false, true, true]);
  });

  test("keep a month whose digests are empty", () => {
    expect(categoryHeat([digest("2021-08-12", [])])).toEqual({
      months: [{ first: "2021-08-01", papers: 0, heat: 0, afterGap: false }],
      rows: [],
      unknown: 0,
    });
  });

  test("leave out papers of unknown categories, each counted once, and months with only those", () => {
    const heat = categoryHeat([
      digest("2021-08-12", [hot("1", 3, "a"), hot("2", 5)]),
      digest("2026-08-06", [hot("3", 5)]),
      digest("2026-08-07", [hot("3", 5), hot("4", 5)]),
    ]);
    expect(heat.months).toEqual([{ first: "2021-08-01", papers: 1, heat: 3, afterGap: false }]);
    expect(heat.rows).toEqual([{ category: "a", parts: [{ papers: 1, heat: 3 }] }]);
    expect(heat.unknown).toBe(3);
  });

  test.each(["twitter", "bluesky", "huggingface", "hackernews"] as const)(
    "and the calendar tell the same heat of papers of %s, by the scale of their day",
    (network) => {
      const figure = HEAT_FIGURES[network];
      const day = digest(
        "2021-08-12",
        [500, 40].map((count, at) =>
          entry({
            id: `2108.0000${at}` as PaperId,
            categories: ["cs.LG"],
            counts: [{ network, [figure]: count }],
          }),
        ),
      );
      const scaled = { ...day, scale: { [network]: [33, 50, 71, 134] } } as ScaledDigest;
      const inMonth = categoryHeat([scaled]).months[0]?.heat;
      expect(inMonth).toBe(5 + 2);
      expect(heatCalendar([scaled])[0]?.days[0]?.heat).toBe(inMonth);
    },
  );
});

describe("a paper over time", () => {
  const at = (date: string, rank: number, all: number) => ({ date, rank, of: all, counts: [] });

  test("goes from its oldest entry to its newest, with the days between", () => {
    const points = paperHistory([at("2021-03-01", 1, 9), at("2021-02-27", 9, 9), at("2021-02-26", 2, 3)]);
    expect(points.map(({ date, height, later }) => [date, height, later])).toEqual([
      ["2021-02-26", 0.5, undefined],
      ["2021-02-27", 0, 1],
      ["2021-03-01", 1, 2],
    ]);
  });

  test("is at the top if it was alone, or if the number of papers is unknown", () => {
    expect(paperHistory([at("2021-03-01", 1, 1), at("2021-03-02", 4, 0)]).map((each) => each.height)).toEqual(
      [1, 1],
    );
  });
});
