/**
 * Where the two scripts for marks on a page meet: both run in the same world, which scripts of the page do not see. The first one
 * (entrypoints/marks-start.ts) comes with the page, loads the second one (entrypoints/marks.ts) when that is wanted, and keeps the last jump.
 */
interface MarksDoor {
  /** The badge that was jumped to last. */
  hotPapersJumped?: HTMLElement;
  /** Loads what shows and sets marks, once. */
  hotPapersLoadMarks?: () => void;
  /** Ends the copy that runs. */
  hotPapersMarks?: AbortController;
}

export const door = globalThis as MarksDoor;

/** A key jumped to a badge: the keys of marks are for that one from now on. */
export function jumpedTo(host: HTMLElement): void {
  door.hotPapersJumped = host;
  door.hotPapersLoadMarks?.();
}
