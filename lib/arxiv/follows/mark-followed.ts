/** From what is followed to marks on a list: every entry is read, in a digest or not, and those that match are marked. */
import { type IsThere, watchExtension } from "../extension-alive.ts";
import { READABLE, type ReadableLayout } from "../selectors.ts";
import { createFollowMarks, MARKS_HOST } from "./follow-marks.ts";
import type { MineEntry } from "./mine-here.ts";
import { type ReadEntry, readEntry, titleOf } from "./read-entry.ts";

/** What an entry is followed for, as it was typed: nothing for most. */
export type WhyFollowed = (entry: ReadEntry) => readonly { text: string }[];

export interface Following {
  document: Document;
  /** Tells how to know what is followed, now and whenever that changes; undefined if nothing is. */
  watch: (onWhy: (why: WhyFollowed | undefined) => void, signal: AbortSignal) => void;
  /** The words of a mark: `follows: diffusion · cs.CV`. */
  wordsOf: (why: string) => string;
  /** Told what is followed on this page, in its order, and out of how many entries, each time we look at it. */
  onMine: (mine: readonly MineEntry[], all: number) => void;
  isThere: IsThere;
  /** When it ends, the page is again as it was. */
  signal: AbortSignal;
}

/** Marks the entries of a list that has been parsed; does nothing on any other page. */
export function markFollowed({ document, watch, wordsOf, onMine, isThere, signal }: Following): void {
  for (const host of document.querySelectorAll(MARKS_HOST)) host.remove(); // of an older copy
  const gone = new AbortController();
  const either = AbortSignal.any([signal, gone.signal]);
  const layout = READABLE.find(({ entry }) => document.querySelector(entry));
  if (!layout || signal.aborted) return;
  const lineOf = (entry: Element) =>
    (layout.line === undefined ? undefined : entry.querySelector(layout.line)) ?? entry;
  const show = createFollowMarks(document, lineOf, either);
  let watched = false;
  watch((why) => {
    const entries = document.querySelectorAll(layout.entry);
    const mine = why ? mineOf(entries, why, layout) : [];
    show(new Map(mine.map((each) => [each.entry, { shown: wordsOf(each.why), about: `${each.title} ` }])));
    onMine(mine, entries.length);
    if (watched || mine.length === 0) return;
    watched = true;
    watchExtension(document, isThere, either, () => gone.abort());
  }, either);
}

/** The entries that are followed, in the page's order. */
export function mineOf(entries: Iterable<Element>, why: WhyFollowed, layout: ReadableLayout): MineEntry[] {
  const mine: MineEntry[] = [];
  for (const entry of entries) {
    const found = why(readEntry(entry, layout));
    if (found.length > 0)
      mine.push({ entry, title: titleOf(entry, layout), why: found.map((each) => each.text).join(" · ") });
  }
  return mine;
}
