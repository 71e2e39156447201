/**
 * What a reader has marked: papers that are saved, and papers that are read. Marks never leave the browser unless the
 * reader writes them to a file. Nothing here knows where they are kept.
 */
import type { PaperId } from "../paper/paper-id.ts";

export type MarkKind = "saved" | "read";

/** The facts of a saved paper: enough to show and to quote it when its digest is gone. */
export interface MarkedPaper {
  id: PaperId;
  title: string;
  authors: readonly string[];
  /** The primary one first. */
  categories: readonly string[];
  /** A digest's day that had it, `YYYY-MM-DD`. */
  date: string;
}

/** The marks of one paper; at least one of the two is there. */
export interface Mark {
  /** When, in milliseconds since 1970. */
  saved?: number;
  read?: number;
  /** There while the paper is saved; of a paper that is only read, nothing but the id is kept. */
  paper?: MarkedPaper;
  /** What the reader wrote about a saved paper: one line, never empty. It goes with the saved mark. */
  note?: string;
}

/** Of a note, in UTF-16 units. */
export const LONGEST_NOTE = 500;

/** A note as it is kept: one line without blanks around it, cut to `LONGEST_NOTE`; empty if nothing is left. */
export const asNote = (typed: string): string =>
  typed
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_NOTE)
    .replace(/\p{Cs}$/u, ""); // half of a character

/** All marks, by paper. */
export type Marks = ReadonlyMap<PaperId, Mark>;

/** A saved paper with the time at which it was saved. */
export interface SavedPaper extends MarkedPaper {
  saved: number;
}

/** One change: a state to set, so that doing it twice does nothing more. */
export interface MarkChange {
  paper: MarkedPaper;
  kind: MarkKind;
  on: boolean;
  /** When it was marked, in milliseconds since 1970. */
  at: number;
  /** Of a paper that is or gets saved: its note from then on, none if empty. Absent: the note stays as it is. */
  note?: string | undefined;
}

/** A paper's marks after a change; undefined if none is left. A mark that is there keeps its time and its facts. */
export function withChange(before: Mark | undefined, change: MarkChange): Mark | undefined {
  const { paper, kind, on, at, note } = change;
  const { [kind]: had, ...other } = before ?? {};
  if (!on) {
    const { paper: _, note: __, ...rest } = other;
    const left: Mark = kind === "saved" ? rest : other;
    return left.saved === undefined && left.read === undefined ? undefined : left;
  }
  if (kind === "read") return { ...before, read: had ?? at };
  const saved: Mark = { ...before, saved: had ?? at, paper: before?.paper ?? paper };
  if (note === undefined) return saved;
  const { note: _, ...rest } = saved;
  return note === "" ? rest : { ...rest, note };
}

/** Two marks of one paper as one: whatever is marked in either stays marked, with the earlier time. Our note stays if there is one. */
export function merged(ours: Mark | undefined, theirs: Mark): Mark {
  const earlier = (kind: MarkKind) => {
    const times = [ours?.[kind], theirs[kind]].filter((time) => time !== undefined);
    return times.length > 0 && { [kind]: Math.min(...times) };
  };
  const paper = ours?.paper ?? theirs.paper;
  const note = ours?.note ?? theirs.note;
  return { ...earlier("saved"), ...earlier("read"), ...(paper && { paper }), ...(note && { note }) };
}

/** The saved papers, the most recently saved first. */
export function savedPapers(marks: Marks): SavedPaper[] {
  return [...marks.values()]
    .flatMap(({ saved, paper }) => (saved !== undefined && paper ? { ...paper, saved } : []))
    .toSorted((a, b) => b.saved - a.saved || (a.id < b.id ? -1 : 1));
}
