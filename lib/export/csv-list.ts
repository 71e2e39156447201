import type { Counts } from "../digest/digest.ts";
import { tidyAuthors } from "../paper/author-name.ts";
import { absUrl, pdfUrl } from "../paper/links.ts";
import { plainText } from "../tex/split-tex.ts";
import type { ExportPaper } from "./export-paper.ts";

/** Names of the columns with their contents. Words and figures are those of the JSON form. */
const COLUMNS: readonly (readonly [
  name: string,
  value: (paper: ExportPaper) => string | number | undefined,
])[] = [
  // A bare id is a number to spreadsheets, which then take 2108.04840 for 2108.0484: another paper.
  ["id", ({ id }) => `arXiv:${id}`],
  ["date", ({ date }) => date],
  ["rank", ({ rank }) => rank],
  ["title", ({ title }) => plainText(title)],
  ["authors", ({ authors }) => tidyAuthors(authors).join("; ")],
  ["categories", ({ categories }) => categories.join("; ")],
  figure("twitter", "reposts"),
  figure("twitter", "likes"),
  figure("bluesky", "reposts"),
  figure("bluesky", "likes"),
  figure("huggingface", "upvotes"),
  figure("huggingface", "comments"),
  figure("hackernews", "points"),
  figure("hackernews", "comments"),
  ["counted", ({ counts }) => counts?.[0]?.at],
  ["posts", ({ posts }) => posts?.length],
  ["saved", ({ saved }) => isoTime(saved)],
  ["read", ({ read }) => isoTime(read)],
  ["note", ({ note }) => note],
  ["abs", ({ id }) => absUrl(id)],
  ["pdf", ({ id }) => pdfUrl(id)],
];

function figure(network: Counts["network"], kind: "reposts" | "likes" | "points" | "upvotes" | "comments") {
  const value = ({ counts }: ExportPaper) => counts?.find((each) => each.network === network)?.[kind];
  return [`${network}_${kind}`, value] as const;
}

const isoTime = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

/**
 * A table as in RFC 4180: CR LF, a field with a comma, a semicolon, a tab, a quotation mark or a line break in quotation marks. It begins
 * with a byte order mark, without which Excel takes names for Latin 1. Text that a spreadsheet would run as a formula gets an apostrophe in
 * front: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvList(papers: readonly ExportPaper[]): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...papers.map((paper) => COLUMNS.map(([, value]) => value(paper))),
  ];
  return `\uFEFF${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}

function field(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = withoutFormulas(value);
  return /[",;\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Guards the beginning of a field and each place where a spreadsheet begins another cell if it divides by semicolons, tabs or
 * lines, as it does in half the world. Spreadsheets skip white space before they look, and may take quotation marks off.
 */
function withoutFormulas(value: string): string {
  const inner = value.replaceAll(
    /([;\t\r\n][;\s"]*)([=+\-@|%＝＋－＠]?)/gu,
    (_, before: string, sign: string) => (sign === "" ? before : `${before}'${sign}`),
  );
  return /^(?:[\t\r]|[\s"]*[=+\-@|%＝＋－＠])/u.test(value) ? `'${inner}` : inner;
}
