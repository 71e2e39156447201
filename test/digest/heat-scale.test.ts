import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../lib/digest/dates.ts";
import type { Counts } from "../../lib/digest/digest.ts";
import { heatOf } from "../../lib/digest/heat.ts";
import { heatFigures, LEAST_ENTRIES, SCALE_DAYS, scalesOf } from "../../lib/digest/heat-scale.ts";

const FIRST = "2026-09-01";
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const day = (date: string, upvotes: number[]) => ({
  date,
  figures: { huggingface: Uint32Array.from(upvotes) },
});
const boundsOf = (upvotes: number[]) => scalesOf([day(FIRST, upvotes)]).get(FIRST)?.huggingface;

describe("the fifths of a network's figures", () => {
  test("split different figures evenly", () => {
    expect(boundsOf(upTo(100))).toEqual([21, 41, 61, 81]);
    const bars = upTo(100).map((upvotes) =>
      heatOf([{ network: "huggingface", upvotes }], FIRST, { huggingface: boundsOf(upTo(100))! }),
    );
    for (const heat of [1, 2, 3, 4, 5]) expect(bars.filter((each) => each === heat)).toHaveLength(20);
  });

  test("are not told by fewer than 50 entries", () => {
    expect(boundsOf(upTo(49))).toBeUndefined();
    expect(boundsOf(upTo(50))).toEqual([11, 21, 31, 41]);
  });

  test("give one bar to entries with none below them, and more only above", () => {
    expect(boundsOf([...Array.from({ length: 70 }, () => 1), ...upTo(31).slice(1)])).toEqual([2, 2, 2, 12]);
    const allEqual = boundsOf(Array.from({ length: 60 }, () => 7))!;
    expect(heatOf([{ network: "huggingface", upvotes: 7 }], FIRST, { huggingface: allEqual })).toBe(1);
  });
});

describe("the 90 days of a scale", () => {
  const half = upTo(25);
  const told = (days: Parameters<typeof scalesOf>[0]) =>
    [...scalesOf(days)].filter(([, { huggingface }]) => huggingface).map(([date]) => date);

  test("end with the entry's own day, so that a digest that comes moves no bars of earlier days", () => {
    const days = [day(FIRST, upTo(50)), day(addDays(FIRST, 1), upTo(50))];
    const later = day(
      addDays(FIRST, 2),
      Array.from({ length: 500 }, () => 999),
    );
    const before = scalesOf(days);
    const after = scalesOf([...days, later]);
    for (const { date } of days) expect(after.get(date)).toEqual(before.get(date));
    expect(after.get(later.date)).toEqual({ huggingface: [1000, 1000, 1000, 1000] });
  });

  test("reach back over 89 days before it, and not over one more", () => {
    const [within, without] = [addDays(FIRST, SCALE_DAYS - 1), addDays(FIRST, SCALE_DAYS)];
    expect(told([day(FIRST, half), day(within, half)])).toEqual([within]);
    expect(told([day(FIRST, half), day(without, half)])).toEqual([]);
  });

  test("are those of one network only", () => {
    const bluesky = { date: addDays(FIRST, 1), figures: { bluesky: Uint32Array.from(half) } };
    expect(told([day(FIRST, half), bluesky])).toEqual([]);
  });
});

test("a day has one figure per network, of papers that it knows; Twitter has no scale of its own", () => {
  const counted = (...counts: Counts[]) => ({ counts }) as Parameters<typeof heatFigures>[0]["papers"][0];
  const figures = heatFigures({
    papers: [
      counted({ network: "twitter", likes: 5 }, { network: "bluesky", likes: 7, reposts: 80 }),
      counted({ network: "hackernews", points: 12, comments: 90 }),
      counted({ network: "hackernews", comments: 3 }),
      counted(),
    ],
  });
  expect(figures).toEqual({ bluesky: Uint32Array.of(7), hackernews: Uint32Array.of(12) });
});

test("a window that moves gives what each day gives by itself", () => {
  const made = fc.uniqueArray(
    fc.record({
      after: fc.integer({ min: 0, max: 200 }),
      upvotes: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 }),
    }),
    { selector: ({ after }) => after, maxLength: 20 },
  );
  fc.assert(
    fc.property(made, (some) => {
      const days = some
        .toSorted((a, b) => a.after - b.after)
        .map(({ after, upvotes }) => day(addDays(FIRST, after), upvotes));
      const scales = scalesOf(days);
      for (const { date } of days) {
        const sorted = days
          .filter((each) => each.date <= date && each.date > addDays(date, -SCALE_DAYS))
          .flatMap(({ figures }) => [...figures.huggingface])
          .toSorted((a, b) => a - b);
        const expected = [1, 2, 3, 4].map((k) => (sorted[Math.ceil((k * sorted.length) / 5) - 1] ?? 0) + 1);
        expect(scales.get(date)?.huggingface).toEqual(sorted.length >= LEAST_ENTRIES ? expected : undefined);
      }
    }),
  );
});

test("X as alphaXiv counts it has a scale of its own, and the archive's Twitter none", () => {
  const papers = upTo(100).map((likes) => ({
    counts: [{ network: "twitter" as const, ...(likes % 2 === 0 && { by: "alphaxiv" as const }), likes }],
  }));
  const figures = heatFigures({ papers } as unknown as Parameters<typeof heatFigures>[0]);
  expect(figures.twitter).toHaveLength(50);
  const scale = scalesOf([{ date: FIRST, figures }]).get(FIRST);
  expect(scale?.twitter).toEqual([21, 41, 61, 81]);
  const by = "alphaxiv";
  expect(heatOf([{ network: "twitter", by, likes: 90 }], FIRST, scale)).toBe(5);
  expect(heatOf([{ network: "twitter", by, likes: 90 }], FIRST, {})).toBe(0);
});
