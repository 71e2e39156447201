/** What an exported list knows of its papers. */
import type { Entry } from "../digest/digest.ts";
import type { ShownPaper } from "../hot-list/shown-paper.ts";
import type { Marks } from "../marks/marks.ts";
import type { Citable } from "../paper/citation.ts";

/** A paper of a list. What is absent is not known: if a saved paper's digest is gone, only the facts are left. */
export interface ExportPaper
  extends Citable, Partial<Pick<Entry, "rank" | "abstract" | "counts" | "posts" | "ranks">> {
  /** The digest's day, `YYYY-MM-DD`. */
  date: string;
  /** When it was marked, in milliseconds since 1970. */
  saved?: number | undefined;
  read?: number | undefined;
  /** How many papers that digest has. */
  of?: number | undefined;
  /** What the reader wrote about it: one line. */
  note?: string | undefined;
}

/** A list with its name in words, "12 August 2021". */
export interface ExportList {
  title: string;
  papers: readonly ExportPaper[];
  /** It is the list of one day, whose ranks are those of its digest. */
  ofOneDay?: boolean;
}

/** Papers of a list on show as they are exported, each with the times of its marks. */
export const exportPapers = (papers: readonly ShownPaper[], marks: Marks | undefined): ExportPaper[] =>
  papers.map((paper) => {
    const { id, title, authors, categories, date, of } = paper;
    const { saved, read, note } = marks?.get(id) ?? {};
    const facts = { id, title, authors, categories, date, saved, read, note };
    // Its digest is gone: unknown rank, figures and posts are not zeros.
    return of === 0 ? facts : { ...paper, ...facts };
  });
