/** A paper as others quote it: pure text, ready for the clipboard. */
import { bibtexKey } from "./bibtex-key.ts";
import { absUrl } from "./links.ts";
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
function yearOf(id: PaperId): string {
  const year = monthOf(id).replace(/^.*\//u, "").slice(0, 2);
  return Number(year) > 90 ? `19${year}` : `20${year}`; // arXiv began in 1991
}

/** BibTeX in the form of arXiv's own export, blanks at line ends included. */
export function bibtex({ id, title, authors, categories }: Citable): string {
  const year = yearOf(id);
  const folded = title.replaceAll(/\s+/gu, " ").trim();
  return [
    `@misc{${bibtexKey(authors, year, folded)},`,
    `      title={${folded}}, `,
    `      author={${authors.join(" and ")}},`,
    `      year={${year}},`,
    `      eprint={${id}},`,
    "      archivePrefix={arXiv},",
    `      primaryClass={${categories[0] ?? "unknown"}},`,
    `      url={${absUrl(id)}}, `,
    "}",
  ].join("\n");
}

/** `[Title](https://arxiv.org/abs/ID), First Author et al., 2021`; TeX in the title stays as it is. */
export function markdownLink({ id, title, authors }: Citable): string {
  const safe = title
    .split(/(\$[^$]*\$)/u)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(/[[\]<>*_`]/gu, (mark) => `\\${mark}`)))
    .join("");
  const [first, second, ...rest] = authors;
  const names = rest.length > 0 ? `${first} et al.` : [first, second].filter(Boolean).join(" and ");
  return [`[${safe}](${absUrl(id)})`, names, yearOf(id)].filter(Boolean).join(", ");
}
