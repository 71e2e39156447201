/** The forms in which papers are exported: for the clipboard or as a file. Loaded when one is asked for. */
import { bibtex, markdownLink } from "../paper/citation.ts";
import { absUrl } from "../paper/links.ts";
import { markdownText } from "../paper/markdown-text.ts";
import { bibtexList } from "./bibtex-list.ts";
import { csvList } from "./csv-list.ts";
import type { ExportList, ExportPaper } from "./export-paper.ts";
import type { ListFormat, PaperFormat } from "./format-names.ts";
import { jsonList } from "./json-list.ts";
import { htmlPage } from "./shared-list.ts";
import { risList } from "./ris-list.ts";

/** One paper as text. */
export function paperAs(format: PaperFormat, paper: ExportPaper): string {
  switch (format) {
    case "link":
      return absUrl(paper.id);
    case "markdown":
      return markdownLink(paper);
    default:
      return bibtex(paper, undefined, paper.note);
  }
}

/** A list as the content of a file. */
export function listAs(format: ListFormat, list: ExportList): string {
  switch (format) {
    case "bibtex":
      return bibtexList(list.papers);
    case "ris":
      return risList(list.papers);
    case "markdown":
      return `# ${list.title}\n\n${list.papers.map(markdownItem).join("")}`;
    case "csv":
      return csvList(list.papers);
    case "html":
      return htmlPage(list);
    default:
      return jsonList(list);
  }
}

/** An item of a list, the reader's note on the same line: at the start of a line it could be Markdown. */
const markdownItem = (paper: ExportPaper) =>
  `- ${markdownLink(paper)}${paper.note === undefined ? "" : ` – ${markdownText(paper.note)}`}\n`;
