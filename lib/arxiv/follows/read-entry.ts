/** What an entry of a list says of its paper, as far as something can be followed of it. */
import type { ReadableLayout } from "../selectors.ts";

/** Read from the page; a name is looked up when it is asked for. */
export interface ReadEntry {
  /** Title, and the abstract if it is there. */
  text: string;
  names: string;
  authors: () => string[];
  categories: string[];
}

/** `Machine Learning (cs.LG)` on lists, only `cs.LG` on searches. */
const CATEGORY = /^[a-z-]+(?:\.[A-Za-z-]+)?$/u;
const IN_BRACKETS = /\([a-z-]+(?:\.[A-Za-z-]+)?\)/gu;

/** Reads an entry, with the `dd` after it if it is a `dt`. Changes nothing in the page, and forces no layout. */
export function readEntry(entry: Element, layout: ReadableLayout): ReadEntry {
  const box = contentsOf(entry);
  const part = (selector: string) => box.querySelector(selector);
  const authors = part(layout.authors);
  const subjects = part(layout.subjects)?.textContent ?? "";
  return {
    text: `${wordsOf(part(layout.title), layout)}\n${wordsOf(part(layout.abstract), layout)}`,
    names: authors?.textContent ?? "",
    authors: () => [...(authors?.querySelectorAll("a") ?? [])].map((name) => name.textContent),
    categories: subjects.includes("(")
      ? (subjects.match(IN_BRACKETS) ?? []).map((code) => code.slice(1, -1))
      : subjects.split(/\s+/u).filter((code) => CATEGORY.test(code)),
  };
}

/** The title of an entry, in one line. */
export const titleOf = (entry: Element, layout: ReadableLayout): string =>
  wordsOf(contentsOf(entry).querySelector(layout.title), layout).replaceAll(/\s+/gu, " ").trim();

/** A `dt` has its contents in the `dd` after it; a search result has them itself. */
export const contentsOf = (entry: Element): Element =>
  entry.nextElementSibling?.localName === "dd" ? entry.nextElementSibling : entry;

function wordsOf(part: Element | null, { notOurs }: ReadableLayout): string {
  let words = "";
  for (const node of part?.childNodes ?? [])
    if (node instanceof Text || (node instanceof Element && !node.matches(notOurs)))
      words += node.textContent;
  return words;
}
