/**
 * Marks as they lie in storage. Read by hand, not by schema: the popup reads them when it opens, must not load a library
 * for it, and a schema takes its time for each of what can be thousands.
 */
import { isPaperId, type PaperId } from "../paper/paper-id.ts";
import { LONGEST_NOTE, type Mark, type MarkedPaper } from "./marks.ts";

/** The last millisecond since 1970 that a `Date` can hold. */
export const LAST_TIME = 8.64e15;
export const LONGEST_LINE = 2000;
/** Limits are those of digests. */
export const MOST_AUTHORS = 5000;
export const MOST_CATEGORIES = 50;

/**
 * The marks in one stored value; one that is damaged is dropped, and a saved one without its facts is not a saved one.
 *
 * @param value a text as `toStored` makes it, or the tree that the text holds: versions before it stored that
 */
export function readStored(value: unknown): [PaperId, Mark][] {
  const marks = typeof value === "string" ? parsed(value) : value;
  if (!isObject(marks)) return [];
  return Object.entries(marks).flatMap(([id, each]) => {
    const mark = isPaperId(id) ? readMark(id, each) : undefined;
    return mark ? [[id, mark] as [PaperId, Mark]] : [];
  });
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function readMark(id: PaperId, value: unknown): Mark | undefined {
  if (!isObject(value)) return undefined;
  const { saved, read, paper, note } = value;
  if (![saved, read].every((time) => time === undefined || isTime(time))) return undefined;
  const facts = paper === undefined ? undefined : readFacts(id, paper);
  if (paper !== undefined && !facts) return undefined;
  const mark: Mark = {
    ...(isTime(saved) && facts && { saved, paper: facts, ...(isNote(note) && { note }) }),
    ...(isTime(read) && { read }),
  };
  return mark.saved === undefined && mark.read === undefined ? undefined : mark;
}

function readFacts(id: PaperId, value: unknown): MarkedPaper | undefined {
  if (!isObject(value)) return undefined;
  const { title, authors, categories, date } = value;
  const whole =
    isLine(title) &&
    areLines(authors, MOST_AUTHORS) &&
    areLines(categories, MOST_CATEGORIES) &&
    typeof date === "string" &&
    /^\d{4}-\d{2}-\d{2}$/u.test(date) &&
    !Number.isNaN(Date.parse(date));
  return whole ? { id, title, authors, categories, date } : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** A time that a mark can have: milliseconds since 1970. */
export const isTime = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LAST_TIME;
const isLine = (value: unknown): value is string =>
  typeof value === "string" && value.length >= 1 && value.length <= LONGEST_LINE;
const isNote = (value: unknown): value is string => isLine(value) && value.length <= LONGEST_NOTE;
const areLines = (value: unknown, most: number): value is string[] =>
  Array.isArray(value) && value.length <= most && value.every(isLine);

/**
 * The inverse of `readStored`: one text, because a browser hands a tree over value by value, half a million of them for tens
 * of thousands of marks.
 */
export function toStored(marks: Iterable<[PaperId, Mark]>): string {
  const stored = [...marks].map(([id, { paper, ...others }]) => [
    id,
    { ...others, ...(paper && { paper: factsOf(paper) }) },
  ]);
  return JSON.stringify(Object.fromEntries(stored));
}

const factsOf = ({ title, authors, categories, date }: MarkedPaper) => ({ title, authors, categories, date });
