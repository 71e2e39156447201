/** A paper as others quote it: pure text, ready for the clipboard. */
import { tidyAuthors } from "./author-name.ts";
import { bibtexKey } from "./bibtex-key.ts";
import { bibtexAuthors, bibtexTitle } from "./bibtex-text.ts";
import { absUrl } from "./links.ts";
import { markdownText, markdownTitle } from "./markdown-text.ts";
import { monthOf, type PaperId } from "./paper-id.ts";

/** What a citation needs to know of a paper; titles may hold TeX, names are as people write them. */
export interface Citable {
  id: PaperId;
  title: string;
  authors: readonly string[];
  /** The primary one first. */
  categories: readonly string[];
}

/**
 * Year of the first version, four digits, as the id tells. arXiv's own export gives the year of the newest version, which
 * a digest does not know.
 */
export function yearOf(id: PaperId): string {
  const year = monthOf(id).replace(/^.*\//u, "").slice(0, 2);
  return Number(year) > 90 ? `19${year}` : `20${year}`; // arXiv began in 1991
}

/** The key of its BibTeX entry, as in arXiv's own export. */
export const keyOf = ({ id, title, authors }: Citable): string =>
  bibtexKey(authors, yearOf(id), folded(title));

const folded = (title: string) => title.replaceAll(/\s+/gu, " ").trim();

/** The form of arXiv's categories: anything else is left out. */
const CATEGORY = /^[A-Za-z-]+(?:\.[A-Za-z-]+)?$/u;

/**
 * BibTeX in the form of arXiv's own export, blanks at line ends included. Another key may be given, and the reader's own words, which go
 * into `annote`: no usual style prints that. Unknown facts have no line.
 */
export function bibtex(paper: Citable, key = keyOf(paper), note?: string): string {
  const { id, title, authors, categories } = paper;
  const primary = categories.find((category) => CATEGORY.test(category));
  return [
    `@misc{${key},`,
    `      title={${bibtexTitle(folded(title))}}, `,
    `      author={${bibtexAuthors(tidyAuthors(authors))}},`,
    `      year={${yearOf(id)}},`,
    `      eprint={${id}},`,
    "      archivePrefix={arXiv},",
    ...(primary === undefined ? [] : [`      primaryClass={${primary}},`]),
    `      url={${absUrl(id)}}, `,
    ...(note === undefined ? [] : [`      annote={${bibtexTitle(note)}},`]),
    "}",
  ].join("\n");
}

/** `[Title](https://arxiv.org/abs/ID), First Author et al., 2021`; formulas in the title stay TeX. */
export function markdownLink({ id, title, authors }: Citable): string {
  const [first, second, ...rest] = tidyAuthors(authors).map(markdownText);
  const names = rest.length > 0 ? `${first} et al.` : [first, second].filter(Boolean).join(" and ");
  return [`[${markdownTitle(folded(title))}](${absUrl(id)})`, names, yearOf(id)].filter(Boolean).join(", ");
}
