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
export function yearOf(id: PaperId): string {
  const year = monthOf(id).replace(/^.*\//u, "").slice(0, 2);
  return Number(year) > 90 ? `19${year}` : `20${year}`; // arXiv began in 1991
}

/** The key of its BibTeX entry, as arXiv's own export has it. */
export const keyOf = ({ id, title, authors }: Citable): string =>
  bibtexKey(authors, yearOf(id), folded(title));

const folded = (title: string) => title.replaceAll(/\s+/gu, " ").trim();

/** BibTeX in the form of arXiv's own export, blanks at line ends included. Another key may be given. */
export function bibtex(paper: Citable, key = keyOf(paper)): string {
  const { id, title, authors, categories } = paper;
  const year = yearOf(id);
  return [
    `@misc{${key},`,
    `      title={${balanced(folded(title))}}, `,
    `      author={${balanced(authors.join(" and "))}},`,
    `      year={${year}},`,
    `      eprint={${id}},`,
    "      archivePrefix={arXiv},",
    `      primaryClass={${categories[0] ?? "unknown"}},`,
    `      url={${absUrl(id)}}, `,
    "}",
  ].join("\n");
}

/** A brace without its other half would end the entry, or swallow those behind it: then it goes without braces. */
function balanced(text: string): string {
  let open = 0;
  for (const mark of text) {
    if (mark === "{") open += 1;
    if (mark === "}") open -= 1;
    if (open < 0) break;
  }
  return open === 0 ? text : text.replaceAll(/[{}]/gu, "");
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
