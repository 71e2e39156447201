import type { Counts } from "../digest/digest.ts";
import { absUrl, pdfUrl } from "../paper/links.ts";
import type { ExportPaper } from "./export-paper.ts";

/** Names of the columns with what stands in them. Words and figures are those of the JSON form. */
const COLUMNS: readonly (readonly [
  name: string,
  value: (paper: ExportPaper) => string | number | undefined,
])[] = [
  ["id", ({ id }) => id],
  ["date", ({ date }) => date],
  ["rank", ({ rank }) => rank],
  ["title", ({ title }) => title],
  ["authors", ({ authors }) => authors.join("; ")],
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
  ["abs", ({ id }) => absUrl(id)],
  ["pdf", ({ id }) => pdfUrl(id)],
];

function figure(network: Counts["network"], kind: "reposts" | "likes" | "points" | "upvotes" | "comments") {
  const value = ({ counts }: ExportPaper) => counts?.find((each) => each.network === network)?.[kind];
  return [`${network}_${kind}`, value] as const;
}

const isoTime = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

/**
 * A table after RFC 4180: CR LF, a field with a comma, a quotation mark or a line break in quotation marks. It begins with a byte
 * order mark, without which Excel takes names for Latin 1. Text that a spreadsheet would run as a formula gets an apostrophe
 * in front: https://owasp.org/www-community/attacks/CSV_Injection
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
  // Spreadsheets skip white space before they look.
  const safe = /^\s*[=+\-@\t\r|%]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
