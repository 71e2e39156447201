import { bibtex, keyOf } from "../paper/citation.ts";
import type { ExportPaper } from "./export-paper.ts";

/**
 * A bibliography: entries as arXiv's own export has them. If papers would share a key, those after the first get a letter, because
 * programs take the second of two such entries for an error.
 */
export function bibtexList(papers: readonly ExportPaper[]): string {
  const used = new Set<string>();
  const entries = papers.map((paper) => {
    const key = freeKey(keyOf(paper), used);
    used.add(key);
    return bibtex(paper, key, paper.note);
  });
  return entries.map((entry) => `${entry}\n`).join("\n");
}

function freeKey(key: string, used: ReadonlySet<string>): string {
  let free = key;
  for (let n = 1; used.has(free); n += 1) free = `${key}${letters(n)}`;
  return free;
}

/** 1 is "b", 25 is "z", 26 is "ba". */
const letters = (n: number): string =>
  (n >= 26 ? letters(Math.floor(n / 26)) : "") + String.fromCharCode(97 + (n % 26));
