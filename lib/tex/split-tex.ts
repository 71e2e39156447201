/** Titles and abstracts as their authors typed them, in pieces: text, emphasised text, formulas. Pure; nothing is rendered. */
import { withAccents } from "./accents.ts";

export type Piece =
  | { kind: "text" | "emphasis" | "strong"; text: string }
  /** `source` is what stands between the delimiters, `whole` is with them: what is shown where it can't be rendered. */
  | { kind: "formula"; source: string; whole: string; display: boolean };

/** A longer text is not looked at. In characters. */
const LONGEST_TEXT = 20_000;

/** Whether a text may have TeX in it; nearly all have none. */
export const hasTex = (text: string): boolean => /[$\\{]|\p{L}~/u.test(text);

/** Delimiters as arXiv's MathJax knows them. Within dollars there is no blank line; a longer formula is shown as its source. */
const FORMULA = new RegExp(
  [
    String.raw`(?<!\\)\$\$(?<display>(?:[^$\\]|\\[^]){1,2000}?)\$\$`,
    String.raw`\\\[(?<bracket>[^]{1,2000}?)\\\]`,
    String.raw`\\\((?<round>[^]{1,2000}?)\\\)`,
    String.raw`(?<!\\)\$(?<inline>(?:[^$\\\n]|\\[^]|\n(?!\s*\n)){1,2000}?)\$`,
  ].join("|"),
  "gu",
);

/** The pieces of a text, in order; together they say all of it. */
export function splitTex(text: string): Piece[] {
  if (!hasTex(text) || text.length > LONGEST_TEXT) return [{ kind: "text", text }];
  const pieces: Piece[] = [];
  let at = 0;
  FORMULA.lastIndex = 0;
  for (let match = FORMULA.exec(text); match; match = FORMULA.exec(text)) {
    const [whole] = match;
    const { display, bracket, round, inline } = match.groups ?? {};
    const source = display ?? bracket ?? round ?? inline ?? "";
    const end = match.index + whole.length;
    if (isMoney(source, text[end])) {
      FORMULA.lastIndex = match.index + 1; // what closed it may open the next one
      continue;
    }
    pieces.push(...splitText(text.slice(at, match.index)));
    pieces.push({ kind: "formula", source, whole, display: (display ?? bracket) !== undefined });
    at = end;
  }
  pieces.push(...splitText(text.slice(at)));
  return pieces;
}

/** "from $5 to $10", "$4-5 million of compute, only $410": a sum, and what would close it begins the next one or is far away. */
const isMoney = (source: string, next = "") =>
  /^\d/u.test(source) &&
  !/[\\^_={}]/u.test(source) &&
  (/\d/u.test(next) || /\p{L}{2,}\s+\p{L}{2,}/u.test(source));

/** What people write into running text: one level, without anything else of TeX in it. */
const STYLED =
  /\\(?<name>emph|textit|textsl|textbf|textsc|texttt|textrm|text|url)\{(?<inner>[^{}\\]*)\}|\{\\(?<old>em|it|bf)\s+(?<oldInner>[^{}\\]*)\}/gu;
const KINDS: Readonly<Record<string, Piece["kind"]>> = {
  emph: "emphasis",
  textit: "emphasis",
  textsl: "emphasis",
  em: "emphasis",
  it: "emphasis",
  textbf: "strong",
  bf: "strong",
};

function splitText(raw: string): Piece[] {
  const text = withAccents(raw);
  const pieces: Piece[] = [];
  let at = 0;
  const add = (kind: "text" | "emphasis" | "strong", some: string) => {
    if (some !== "") pieces.push({ kind, text: plain(some) });
  };
  for (const match of text.matchAll(STYLED)) {
    const { name, inner, old, oldInner } = match.groups ?? {};
    add("text", text.slice(at, match.index));
    add((KINDS[name ?? old ?? ""] ?? "text") as "text", inner ?? oldInner ?? "");
    at = match.index + match[0].length;
  }
  add("text", text.slice(at));
  return pieces;
}

/** `\%` is a percent sign, `Theorem~3` keeps its parts together. */
const plain = (text: string) =>
  text.replaceAll(/\\([%&#_$])/gu, "$1").replaceAll(/(?<=\p{L})~(?=[\p{L}\d(])/gu, "\u00a0");
