import { oneLine } from "../digest/tidy-text.ts";
import { personName, tidyAuthors } from "../paper/author-name.ts";
import { yearOf } from "../paper/citation.ts";
import { absUrl, pdfUrl } from "../paper/links.ts";
import { plainText } from "../tex/split-tex.ts";
import type { ExportPaper } from "./export-paper.ts";

/**
 * RIS, which reference managers read: `TAG  - value`, one a line, CR LF at the end of each. An arXiv paper is of the type
 * UNPB, "unpublished work". The form: https://en.wikipedia.org/wiki/RIS_(file_format); DOIs of all papers since 1991:
 * https://info.arxiv.org/help/doi.html
 */
export const risList = (papers: readonly ExportPaper[]): string => papers.map(record).join("\r\n");

function record({ id, title, authors, categories, abstract, note }: ExportPaper): string {
  const fields: [tag: string, value: string][] = [
    ["TY", "UNPB"],
    ["TI", plainText(title)],
    ...tidyAuthors(authors).map((name): [string, string] => ["AU", risName(name)]),
    ["PY", yearOf(id)],
    ["PB", "arXiv"],
    ["AN", `arXiv:${id}`],
    ["DO", `10.48550/arXiv.${id}`],
    ...categories.map((category): [string, string] => ["KW", category]),
    ...(abstract === undefined ? [] : [["AB", plainText(abstract)] as [string, string]]),
    ...(note === undefined ? [] : [["N1", note] as [string, string]]),
    ["UR", absUrl(id)],
    ["L1", pdfUrl(id)],
    ["ER", ""],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join("");
}

/** "van der Maaten, Laurens, Jr."; a name of one word stays as it is, and so does a group's. */
function risName(name: string): string {
  const { family, given, suffix } = personName(name);
  return [family, given, suffix].filter(Boolean).join(", ");
}
