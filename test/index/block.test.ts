import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Counts, Network } from "../../lib/digest/digest.ts";
import {
  type BlockRow,
  changeBlock,
  dateOf,
  dayNumber,
  decodeBlock,
  papersIn,
  rowsAt,
} from "../../lib/index/block.ts";

/** The block of these rows. */
const encodeBlock = (rows: readonly BlockRow[]) => changeBlock(new Uint32Array(), new Set(), rows);

const networks: Network[] = ["twitter", "bluesky", "huggingface", "hackernews"];
const figure = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const anyCounts: fc.Arbitrary<Counts> = fc.record(
  {
    network: fc.constantFrom(...networks),
    reposts: figure,
    likes: figure,
    points: figure,
    upvotes: figure,
    comments: figure,
  },
  { requiredKeys: ["network"] },
);

/** Few offsets and days, so that rows meet. */
const anyRow: fc.Arbitrary<BlockRow> = fc.record(
  {
    offset: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 511 })),
    day: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(2 ** 15 - 1)),
    rank: fc.integer({ min: 1, max: 16_383 }),
    of: fc.integer({ min: 1, max: 4095 }),
    posts: fc.integer({ min: 0, max: 63 }),
    counts: anyCounts,
  },
  { requiredKeys: ["offset", "day", "rank", "of", "posts"] },
);

const anyChange = fc.record({
  days: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
  rows: fc.array(anyRow, { maxLength: 12 }),
});

const networkNumber = (row: BlockRow) => (row.counts ? networks.indexOf(row.counts.network) + 1 : 0);
const keyOf = (row: BlockRow) => `${row.offset}/${row.day}/${networkNumber(row)}`;
const inOrder = (rows: Iterable<BlockRow>) =>
  [...rows].toSorted((a, b) => a.offset - b.offset || a.day - b.day || networkNumber(a) - networkNumber(b));

/** What a block is, said without any packing. */
function changeMap(map: Map<string, BlockRow>, { days, rows }: { days: number[]; rows: BlockRow[] }) {
  for (const [key, row] of map) if (days.includes(row.day)) map.delete(key);
  for (const row of rows) map.set(keyOf(row), row);
}

describe("a block", () => {
  test("holds what a plain map would hold after any changes, and finds the same", () => {
    fc.assert(
      fc.property(
        fc.array(anyChange, { maxLength: 8 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 511 }), { maxLength: 10 }),
        (changes, some) => {
          const map = new Map<string, BlockRow>();
          let block: Uint32Array = new Uint32Array();
          for (const change of changes) {
            changeMap(map, change);
            block = changeBlock(block, new Set(change.days), change.rows);
          }
          const rows = inOrder(map.values());
          expect(decodeBlock(block)).toEqual(rows);
          expect(papersIn(block)).toBe(new Set(rows.map(({ offset }) => offset)).size);
          const offsets = some.concat(rows.slice(0, 3).map(({ offset }) => offset));
          const asked = [...new Set(offsets)].toSorted((a, b) => a - b);
          expect(rowsAt(block, asked)).toEqual(rows.filter(({ offset }) => asked.includes(offset)));
        },
      ),
    );
  });

  test("does not depend on the order in which its rows came", () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(anyRow, { selector: keyOf })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
        ([rows, shuffled]) => {
          expect(encodeBlock(shuffled)).toEqual(encodeBlock(rows));
        },
      ),
    );
  });

  test("takes 16 bytes for an entry of the archive, because lookups read many rows in vain", () => {
    const counts: Counts = { network: "twitter", reposts: 3135, likes: 247 };
    expect(encodeBlock([{ offset: 232, day: 11546, rank: 1, of: 11, posts: 1, counts }]).byteLength).toBe(16);
  });

  test("keeps what is too large for its bits as the largest number, and touches no other", () => {
    const row = { offset: 511, day: 2, rank: 70_000, of: 5000, posts: 100 };
    expect(decodeBlock(encodeBlock([row]))).toEqual([{ ...row, rank: 16_383, of: 4095, posts: 63 }]);
  });

  test("keeps who counted, because that decides in whose words a badge tells it", () => {
    const counts: Counts = { network: "twitter", by: "alphaxiv", reposts: 120, likes: 1340 };
    const row = { offset: 3, day: 13_481, rank: 2, of: 38, posts: 14, counts };
    expect(decodeBlock(encodeBlock([row]))).toEqual([row]);
  });

  test("does not take an unknown figure for zero", () => {
    const counts: Counts = { network: "hackernews", points: 0 };
    const [row] = decodeBlock(encodeBlock([{ offset: 0, day: 0, rank: 1, of: 1, posts: 0, counts }]));
    expect(row?.counts).toEqual({ network: "hackernews", points: 0 });
  });
});

describe("days of a block", () => {
  test.each(["1990-01-01", "2021-08-12", "2020-02-29", "2079-09-18"])("%s comes back as it was", (date) => {
    expect(dateOf(dayNumber(date) ?? -1)).toBe(date);
  });

  test.each(["1989-12-31", "2079-09-19", "9999-01-01", "no day"])("%s has no number", (date) => {
    expect(dayNumber(date)).toBeUndefined();
  });
});
