/** The saved papers as a list: what the index knows of them, or what was kept with the mark if their digest is gone. */
import type { DayRange } from "../period.ts";
import { heatOf, type ScaledDigest } from "../../digest/heat.ts";
import type { ShownPaper } from "../shown-paper.ts";
import { type Marks, type SavedPaper, savedPapers } from "../../marks/marks.ts";

export interface SavedListOptions {
  readDigests: (ranges: readonly DayRange[], words: boolean) => Promise<readonly ScaledDigest[]>;
  /** Called with the papers, the most recently saved first, whenever they change. */
  onPapers: (papers: readonly ShownPaper[]) => void;
}

export interface SavedList {
  show: (marks: Marks) => void;
  /** Digests may have changed. */
  indexChanged: () => void;
}

/** Reads the days that it needs once. What is asked last wins. */
export function createSavedList({ readDigests, onPapers }: SavedListOptions): SavedList {
  let days = new Map<string, ScaledDigest | undefined>();
  let wanted: readonly SavedPaper[] = [];

  async function read(asked: readonly SavedPaper[]) {
    const missing = [...new Set(asked.map(({ date }) => date))].filter((date) => !days.has(date));
    const into = days;
    const ranges = missing.map((date) => ({ from: date, to: date }));
    // Without the index there is still what was kept with the marks.
    const digests = missing.length > 0 ? await readDigests(ranges, true).catch(() => []) : [];
    const found = new Map(digests.map((digest) => [digest.date, digest]));
    for (const date of missing) into.set(date, found.get(date));
    if (asked === wanted && into === days)
      onPapers(asked.map((paper, at) => shownSaved(paper, days.get(paper.date), at)));
  }

  return {
    show(marks) {
      wanted = savedPapers(marks);
      void read(wanted);
    },
    indexChanged() {
      days = new Map();
      void read(wanted);
    },
  };
}

/** `of` is 0 if the digest is gone, and nothing is known of rank and figures. */
function shownSaved(saved: SavedPaper, digest: ScaledDigest | undefined, at: number): ShownPaper {
  const { id, title, authors, categories, date } = saved;
  const place = { date, place: at + 1, also: [] };
  const entry = digest?.papers.find((paper) => paper.id === id);
  if (digest && entry)
    return { ...entry, ...place, of: digest.papers.length, heat: heatOf(entry.counts, date, digest.scale) };
  const kept = { id, title, authors: [...authors], categories: [...categories] };
  return { ...kept, ...place, rank: 0, of: 0, heat: 0, counts: [], posts: [] };
}
