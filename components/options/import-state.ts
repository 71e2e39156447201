/** Importing files, step by step. */
import type { ImportReport } from "../../lib/messages/messages.ts";
import type { FileRefusal } from "./read-digest-file.ts";

/** What became of one file. */
export type FileOutcome =
  | { kind: "read"; report: ImportReport }
  | FileRefusal
  /** The worker gave an error; `error` is its own words. */
  | { kind: "failed"; error: string };

export interface FileReport {
  /** Counts up from 1, because two files can have one name. */
  number: number;
  name: string;
  outcome: FileOutcome;
}

export type ImportState =
  | { kind: "idle" }
  /** `reports.length` of `of` files are done; `current` is the name of the one being read. */
  | { kind: "running"; of: number; current: string; reports: FileReport[] }
  | { kind: "done"; reports: FileReport[] };

export const NO_IMPORT: ImportState = { kind: "idle" };

/** More files were given: beside those on their way, or as a new import without the last one's reports. */
export function filesAdded(state: ImportState, names: readonly string[]): ImportState {
  const [first] = names;
  if (first === undefined) return state;
  if (state.kind === "running") return { ...state, of: state.of + names.length };
  return { kind: "running", of: names.length, current: first, reports: [] };
}

/** The next file is being read. */
export function fileStarted(state: ImportState, name: string): ImportState {
  return state.kind === "running" ? { ...state, current: name } : state;
}

/** A file is done; after the last one, all are. */
export function fileDone(state: ImportState, name: string, outcome: FileOutcome): ImportState {
  if (state.kind !== "running") return state;
  const reports = [...state.reports, { number: state.reports.length + 1, name, outcome }];
  return reports.length === state.of ? { kind: "done", reports } : { ...state, reports };
}
