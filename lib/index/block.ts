/**
 * A block: what badges show of the papers of one part of a month, packed. Blocks are read by the dozen for one arXiv
 * page, and most of their rows are not needed, so their size decides how long a lookup takes in a large index (measured with a
 * million entries in Chromium and Firefox: rows of 44 bytes take three times as long as these of 16).
 *
 * A block is a Uint32Array of rows, in order of offset, day, network; no two rows agree in all three. A row is
 *
 * | word   | bits                                                                                    |
 * | ------ | --------------------------------------------------------------------------------------- |
 * | first  | offset in the part: 9, day since 1990-01-01: 15, network: 3, which figures are there: 5 |
 * | second | rank: 14, papers of that day ("of"): 12, posts: 6                                       |
 * | others | the figures that are there, in the order of FIGURES                                     |
 *
 * A row without a network has no figures; if a list of papers named it, the first of them is set and gives the place of that
 * list's name among those of its day (`StoredDay.lists`).
 *
 * A row of Twitter has two figures and so takes 16 bytes. A digest has at most 2,000 papers and a paper 50 posts; what
 * goes beyond the bits is kept as the largest number that fits. When something was counted is not here: no badge
 * shows it.
 */
import { NETWORKS } from "../digest/networks.ts";
import { DAY_MS } from "../digest/dates.ts";
import type { Counts } from "../digest/digest.ts";

/** One entry in one network. */
export interface BlockRow {
  /** Number of the paper within its part of the month, 0 to 511. */
  offset: number;
  /** Digest's day as `dayNumber` gives it. */
  day: number;
  rank: number;
  of: number;
  posts: number;
  /** Absent if a digest lists a paper without any counts. */
  counts?: Counts;
  /** Place among the names of its day's lists of papers; only if there are no counts. */
  list?: number;
}

/** Papers of a month are cut into parts of 2^9 numbers: a month of 25,000 papers has 49 parts. */
export const PART_BITS = 9;

/** Each network's number in a row; 0 is a row without one. */
const NUMBERED = [undefined, ...NETWORKS] as const;
/** In place of Twitter's: its figures as alphaXiv counted them. The last number that there is, because new networks take the next. */
const BY_ALPHAXIV = 7;
const FIGURES = ["reposts", "likes", "points", "upvotes", "comments"] as const satisfies (keyof Counts)[];

const HEAD = 2;
/** Of a row without a network: the place of a list follows. */
const LIST = 1;
const FIGURE_MASK = (1 << FIGURES.length) - 1;
/** How many words a row takes, by its mask of figures. */
const SIZES = Array.from({ length: FIGURE_MASK + 1 }, (_, mask) =>
  FIGURES.reduce((size, __, i) => size + ((mask >> i) & 1), HEAD),
);

const FIRST_DAY = Date.UTC(1990, 0, 1);
const LAST_DAY = 2 ** 15 - 1;

/** `YYYY-MM-DD` as days since 1990-01-01, or undefined for a day that blocks have no room for (after 2079-09-18). */
export function dayNumber(date: string): number | undefined {
  const day = (Date.parse(date) - FIRST_DAY) / DAY_MS;
  return Number.isInteger(day) && day >= 0 && day <= LAST_DAY ? day : undefined;
}

/** Days as texts, each made once: two thousand badges of an arXiv list share some hundred days. At most 2^15. */
const dates: string[] = [];

/** The inverse of `dayNumber`. */
export function dateOf(day: number): string {
  return (dates[day] ??= new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10));
}

/** The number at an index that is known to be there. */
const at = (words: Uint32Array, index: number) => words[index] ?? 0;
const sizeAt = (block: Uint32Array, index: number) => SIZES[at(block, index) & FIGURE_MASK] ?? HEAD;
const offsetAt = (block: Uint32Array, index: number) => at(block, index) >>> 23;
const dayAt = (block: Uint32Array, index: number) => (at(block, index) >>> 8) & LAST_DAY;
/** Offset, day and network of a row as one number, by which rows are sorted. */
const keyAt = (block: Uint32Array, index: number) => at(block, index) >>> FIGURES.length;

const fit = (value: number, bits: number) => Math.max(0, Math.min(value, 2 ** bits - 1));

function encodeRow({ offset, day, rank, of, posts, counts, list }: BlockRow): Uint32Array {
  const figures: number[] = [];
  let mask = 0;
  FIGURES.forEach((name, i) => {
    const figure = counts?.[name];
    if (figure === undefined) return;
    mask |= 1 << i;
    figures.push(figure);
  });
  const network = counts?.by ? BY_ALPHAXIV : NUMBERED.indexOf(counts?.network);
  if (!counts && list !== undefined) {
    mask = LIST;
    figures.push(list);
  }
  return Uint32Array.of(
    (offset << 23) | (day << 8) | (network << 5) | mask,
    (fit(rank, 14) << 18) | (fit(of, 12) << 6) | fit(posts, 6),
    ...figures,
  );
}

function decodeRow(block: Uint32Array, index: number): BlockRow {
  const head = at(block, index);
  const second = at(block, index + 1);
  const row: BlockRow = {
    offset: offsetAt(block, index),
    day: dayAt(block, index),
    rank: second >>> 18,
    of: (second >>> 6) & 0xfff,
    posts: second & 0x3f,
  };
  const number = (head >>> 5) & 7;
  const network = number === BY_ALPHAXIV ? "twitter" : NUMBERED[number];
  if (!network) return head & LIST ? { ...row, list: at(block, index + HEAD) } : row;
  const counts: Counts = { network, ...(number === BY_ALPHAXIV && { by: "alphaxiv" }) };
  let next = index + HEAD;
  FIGURES.forEach((name, i) => {
    if ((head >> i) & 1) counts[name] = at(block, next++);
  });
  return { ...row, counts };
}

/** All rows of a block, in order of offset, day, network. */
export function decodeBlock(block: Uint32Array): BlockRow[] {
  const rows: BlockRow[] = [];
  for (let i = 0; i < block.length; i += sizeAt(block, i)) rows.push(decodeRow(block, i));
  return rows;
}

/** Rows of the papers at these offsets, in order of offset, day, network. `offsets` are ascending. */
export function rowsAt(block: Uint32Array, offsets: readonly number[]): BlockRow[] {
  const rows: BlockRow[] = [];
  let wanted = 0;
  for (let i = 0; i < block.length && wanted < offsets.length; i += sizeAt(block, i)) {
    const offset = offsetAt(block, i);
    while ((offsets[wanted] ?? Infinity) < offset) wanted += 1;
    if (offsets[wanted] === offset) rows.push(decodeRow(block, i));
  }
  return rows;
}

/**
 * A block without its rows of `days`, and with `rows` added. Of rows with the same offset, day and network the added
 * one counts, and of added ones the last.
 */
export function changeBlock(
  block: Uint32Array,
  days: ReadonlySet<number>,
  rows: readonly BlockRow[],
): Uint32Array {
  const added = [...new Map(rows.map(encodeRow).map((row) => [keyAt(row, 0), row])).entries()].toSorted(
    ([a], [b]) => a - b,
  );
  const result = new Uint32Array(block.length + added.reduce((length, [, row]) => length + row.length, 0));
  let end = 0;
  const append = (words: Uint32Array) => {
    result.set(words, end);
    end += words.length;
  };
  let next = 0;
  let kept = 0; // rows from here on are not copied yet
  for (let i = 0; i < block.length; i += sizeAt(block, i)) {
    const key = keyAt(block, i);
    const first = next;
    while ((added[next]?.[0] ?? Infinity) <= key) next += 1;
    const gone = added[next - 1]?.[0] === key || days.has(dayAt(block, i));
    if (next === first && !gone) continue;
    append(block.subarray(kept, i));
    for (const [, row] of added.slice(first, next)) append(row);
    kept = gone ? i + sizeAt(block, i) : i;
  }
  append(block.subarray(kept));
  for (const [, row] of added.slice(next)) append(row);
  return result.slice(0, end);
}

/** How many papers a block has rows of. */
export function papersIn(block: Uint32Array): number {
  let papers = 0;
  let last = -1;
  for (let i = 0; i < block.length; i += sizeAt(block, i)) {
    if (offsetAt(block, i) !== last) papers += 1;
    last = offsetAt(block, i);
  }
  return papers;
}
