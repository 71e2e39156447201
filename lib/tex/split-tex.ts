/** Titles and abstracts as their authors typed them, in pieces: text, emphasised text, formulas. Pure; nothing is rendered. */
import { withAccents } from "./accents.ts";
import { type Formula, LONGEST_TEXT, splitFormulas } from "./split-formulas.ts";

export type Piece = { kind: "text" | "emphasis" | "strong"; text: string } | Formula;

/** Whether a text may have TeX in it; nearly all have none. */
export const hasTex = (text: string): boolean => /[$\\{]|[\p{L}\p{N}.,;:)\]]~/u.test(text);

/** The pieces of a text, in order; together they say all of it. */
export function splitTex(text: string): Piece[] {
  if (!hasTex(text) || text.length > LONGEST_TEXT) return [{ kind: "text", text }];
  return splitFormulas(text).flatMap((part): Piece[] =>
    part.kind === "text" ? splitText(part.text) : [part],
  );
}

/** A text for places that do not draw formulas: letters with their accents, no commands of style; formulas are their source. */
export const plainText = (text: string): string =>
  splitTex(text)
    .map((piece) => (piece.kind === "formula" ? piece.whole : piece.text))
    .join("");

/** What people write into running text: one level, without anything else of TeX in it. */
const STYLED =
  /\\(?<name>emph|textit|textsl|textbf|textsc|texttt|textrm|textsf|text|mbox|url)\{(?<inner>(?:[^{}\\]|\\[%&#_$])*)\}|\{\\(?<old>em|it|sl|bf|sc|tt|rm|sf)\s(?<oldInner>(?:[^{}\\]|\\[%&#_$])*)\}/gu;
const KINDS: Readonly<Record<string, Piece["kind"]>> = {
  emph: "emphasis",
  textit: "emphasis",
  textsl: "emphasis",
  em: "emphasis",
  it: "emphasis",
  sl: "emphasis",
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
    add((KINDS[name ?? old ?? ""] ?? "text") as "text", inner ?? oldInner?.trimStart() ?? "");
    at = match.index + match[0].length;
  }
  add("text", text.slice(at));
  return pieces;
}

/** `\%` is a percent sign; `Theorem~3`, `Fig.~3` and `5~GHz` keep their parts together, but `/~user` and `3~4` are what they look like. */
const plain = (text: string) =>
  text
    .replaceAll(/\\([%&#_$])/gu, "$1")
    .replaceAll(/(?<=[\p{L}.,;:)\]])~(?=[\p{L}\d(])|(?<=\d)~(?=\p{L})/gu, "\u00a0");
