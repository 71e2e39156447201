/** Which papers of a page are marked, and how they get marks. */
import type { MarkKind } from "../../marks/marks.ts";
import type { PageMark } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";

/** What the script of marks needs from outside. */
export interface PageMarks {
  /** Tells the marks of all papers, or of those of the page at least, and again after every change, until the signal ends it. */
  watch: (onMarks: (marks: ReadonlyMap<PaperId, PageMark>) => void, signal: AbortSignal) => void;
  set: (id: PaperId, kind: MarkKind, on: boolean) => Promise<PageMark>;
}
