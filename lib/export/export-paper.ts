/** What a list that leaves as a file knows of its papers. */
import type { Entry } from "../digest/digest.ts";
import type { Citable } from "../paper/citation.ts";

/** A paper of a list. What is absent is not known: of a saved paper whose digest is gone there are the facts alone. */
export interface ExportPaper
  extends Citable, Partial<Pick<Entry, "rank" | "abstract" | "counts" | "posts" | "ranks">> {
  /** The digest's day, `YYYY-MM-DD`. */
  date: string;
  /** When it was marked, in milliseconds since 1970. */
  saved?: number | undefined;
  read?: number | undefined;
}

/** A list with its name in words, "12 August 2021". */
export interface ExportList {
  title: string;
  papers: readonly ExportPaper[];
}
