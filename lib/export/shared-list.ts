/** A list for people: as HTML and Markdown, with rank, figures and links. For the clipboard, and as a self-contained page. */
import { markdownLink } from "../paper/citation.ts";
import { absUrl, pdfUrl } from "../paper/links.ts";
import { tidyAuthors } from "../paper/author-name.ts";
import { markdownText } from "../paper/markdown-text.ts";
import { plainText } from "../tex/split-tex.ts";
import { figureWords, rankWords } from "../texts/badge-text.ts";
import { shortDate } from "../texts/format.ts";
import { text } from "../texts/text.ts";
import type { ExportList, ExportPaper } from "./export-paper.ts";

/** The number before a paper: a day has its digest's own ranks, any other list counts. */
const numberOf = ({ ofOneDay }: ExportList, { rank }: ExportPaper, at: number) =>
  (ofOneDay ? rank : undefined) ?? at + 1;

/** "3rd of 11 on 12 Aug 2021", unless the whole list says so, then the figures as their network names them. */
function factsOf({ ofOneDay }: ExportList, { date, rank, of, counts = [] }: ExportPaper): string[] {
  const day = text("badgeDay", shortDate(date));
  const place =
    rank !== undefined && of !== undefined ? `${rankWords({ rank, of })} ${day}` : shortDate(date);
  return [...(ofOneDay ? [] : [place]), ...figureWords(counts)];
}

/** Markdown whose numbers are words: a list of its own would count on from the first one. */
export function markdownWithFigures(list: ExportList): string {
  const items = list.papers.map((paper, at) => {
    const facts = factsOf(list, paper).map(markdownText);
    const parts = [markdownLink(paper), ...facts, `[PDF](${pdfUrl(paper.id)})`];
    const note = paper.note === undefined ? "" : ` – ${markdownText(paper.note)}`;
    return `- **${numberOf(list, paper, at)}.** ${parts.join(" · ")}${note}\n`;
  });
  return `# ${markdownText(list.title)}\n\n${items.join("")}`;
}

/** The same as HTML, without anything around it. */
export function htmlFragment(list: ExportList): string {
  const items = list.papers.map((paper, at) => htmlItem(list, paper, at));
  return `<h1>${escaped(list.title)}</h1>\n<ol>\n${items.join("")}</ol>\n`;
}

function htmlItem(list: ExportList, paper: ExportPaper, at: number): string {
  const { id, title, categories, note } = paper;
  const lines = [
    `<a href="${escaped(absUrl(id))}"><b lang="en">${escaped(plainText(title))}</b></a>`,
    escaped(tidyAuthors(paper.authors).join(", ")),
    [
      ...[...factsOf(list, paper), ...categories].map(escaped),
      `<a href="${escaped(pdfUrl(id))}">PDF</a>`,
    ].join(" · "),
    ...(note === undefined ? [] : [`<i dir="auto">${escaped(note)}</i>`]),
  ];
  return `<li value="${numberOf(list, paper, at)}">${lines.filter(Boolean).join("<br>\n")}</li>\n`;
}

const STYLE =
  ":root{color-scheme:light dark}body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}" +
  "h1{font-size:1.4rem}li{margin-block:.8rem;padding-inline-start:.3rem}a{color:LinkText}i{color:GrayText}";

/** A self-contained page: it has no script and loads nothing. */
export const htmlPage = (list: ExportList): string =>
  `<!doctype html>
<html lang="${escaped(text("textsLanguage"))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(list.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${htmlFragment(list)}</main>
</body>
</html>
`;

/** Text in an element or in an attribute's quotation marks, without what no page can have. */
const escaped = (written: string): string =>
  written
    .replaceAll(/\p{Cc}+/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
