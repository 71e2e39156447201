/**
 * Which parts of a feed are in the index, and what to fetch next. Pure: a worker that is stopped at any moment goes on from the
 * state that was written last, and asks for nothing twice.
 */
import { addDays } from "../digest/dates.ts";
import type { DayFile } from "./read/day-file.ts";
import type { AsideCode } from "./feed-error.ts";
import type { FeedKind, Served } from "./read/recognise.ts";

/** A file that was dealt with. */
export interface Done {
  /** Beginning of the SHA-256 of the content that was read; empty if the file could not be had. */
  stamp: string;
  /** Of the file, unpacked. */
  bytes: number;
  /** Why nothing of it, or not all of it, is in the index. */
  aside?: { code: AsideCode; detail?: string };
  /** How often in a row the file could not be had. */
  tries?: number;
  /** `READER` when it was set aside. */
  reader?: number;
}

/** Kept in the index beside the feed's digests, and written with them. */
export interface FeedState {
  kind?: FeedKind;
  title: string;
  /** SHA-256 of the first file as it was read last; all that it named is known, and all that it held is in the index. */
  head?: string;
  /** By the files' keys. */
  done: Record<string, Done>;
}

export const NEW_FEED: FeedState = { title: "", done: {} };

/** Raised with every release that can read more than the one before, so that what was set aside is looked at again. */
export const READER = 1;

/** A day's digest may still change for this many days. */
const FINAL_AFTER = 7;
/** A file that is missing is asked for at this many checks. */
const MOST_TRIES = 6;
/** Days before the newest that are fetched before anything else, whatever the budget. */
const NEWEST_MONTH = 31;

/** Enough to tell two versions of a file apart. */
export const stampOf = (sha256: string): string => sha256.slice(0, 16);

/** Whether a file is to be fetched. */
export function isWaiting(file: DayFile, done: Done | undefined, today: string): boolean {
  if (file.date !== undefined && file.date > addDays(today, 1)) return false;
  if (!done) return true;
  if (done.aside && done.reader !== READER) return true;
  if (done.stamp === "") return (done.tries ?? 0) < MOST_TRIES;
  if (file.sha256 !== undefined) return stampOf(file.sha256) !== done.stamp;
  return file.date !== undefined && file.date >= addDays(today, -FINAL_AFTER);
}

const newestFirst = (a: DayFile, b: DayFile) =>
  (b.date ?? "").localeCompare(a.date ?? "") || (a.key < b.key ? 1 : -1);

/** Files that are to be fetched, newest first. Files of unknown day come last. */
export function waitingFiles(files: readonly DayFile[], state: FeedState, today: string): DayFile[] {
  return files.filter((file) => isWaiting(file, state.done[file.key], today)).toSorted(newestFirst);
}

/** The same without what goes beyond a budget of older files: the newest month always, `older` files before it. */
export function withinBudget(
  waiting: readonly DayFile[],
  files: readonly DayFile[],
  older: number,
): DayFile[] {
  const newest = files.reduce((latest, { date = "" }) => (date > latest ? date : latest), "");
  const month = newest === "" ? "" : addDays(newest, -NEWEST_MONTH);
  let left = older;
  return waiting.filter(({ date = "" }) => date > month || left-- > 0);
}

/** Files of the newest listing together with those that were known before and have left it (a pointer names 14 days only). */
export function mergeFiles(known: readonly DayFile[], listed: readonly DayFile[]): DayFile[] {
  const all = new Map(known.map((file) => [file.key, file]));
  for (const file of listed) all.set(file.key, file);
  return [...all.values()].toSorted(newestFirst);
}

/** Whether a pointer's list of all days is to be read: by a new reader, or after an absence longer than it reaches back. */
export function needsIndex(known: readonly DayFile[], served: Served): boolean {
  if (served.index === undefined) return false;
  const newestKnown = known.reduce((latest, { date = "" }) => (date > latest ? date : latest), "");
  const oldestListed = served.files.reduce(
    (oldest, { date = "" }) => (date < oldest ? date : oldest),
    "9999",
  );
  return newestKnown === "" || oldestListed > newestKnown;
}

/** The state after a first file that is new to us was read whole: what could not be had before may be there now. */
export function withHead(state: FeedState, { kind, title }: Served, head: string): FeedState {
  const done = Object.fromEntries(Object.entries(state.done).filter(([, { stamp }]) => stamp !== ""));
  return { ...state, kind, title, head, done };
}

/** The state after a file was dealt with. */
export function withDone(state: FeedState, key: string, done: Done): FeedState {
  return { ...state, done: { ...state.done, [key]: done } };
}

/** A file that could not be had this time. What was read of it before stays. */
export function withMissing(state: FeedState, key: string, code: AsideCode): FeedState {
  const before = state.done[key];
  const tries = (before?.stamp === "" ? (before.tries ?? 0) : 0) + 1;
  return withDone(state, key, {
    stamp: "",
    bytes: before?.bytes ?? 0,
    aside: { code },
    tries,
    reader: READER,
  });
}

/** Bytes of all files of a feed. */
export function bytesOf({ done }: FeedState): number {
  return Object.values(done).reduce((sum, { bytes }) => sum + bytes, 0);
}
