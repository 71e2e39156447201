/**
 * Titles and names as LaTeX reads them in a bibliography. Both come from strangers: anything that would be an error there or swallow
 * the rest is escaped, and nothing in them ends their field, neither for programs that count all braces (BibTeX)
 * nor for those that leave out escaped ones (Zotero).
 */
import { withAccents } from "../tex/accents.ts";
import { splitFormulas } from "../tex/split-formulas.ts";
import { isGroup, personName } from "./author-name.ts";

/** Commands of running text that every LaTeX knows and that have no effect beyond their words. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    "u v c d b k r t aa AA ae AE oe OE o O l L ss i j dh DH dj DJ ng NG th TH P S copyright pounds dag ddag guillemotleft " +
    "guillemotright emph textit textsl textbf textsc texttt textrm textsf mbox ldots dots textendash " +
    "textemdash textquoteright textquoteleft textsuperscript textsubscript textregistered texttrademark LaTeX TeX"
  ).split(" "),
);
const STYLES: ReadonlySet<string> = new Set(["em", "it", "sl", "bf", "sc", "tt", "rm", "sf"]);
const NEEDS_BRACES = /^(?:emph|mbox|url|text(?:it|sl|bf|sc|tt|rm|sf|superscript|subscript)?)$/u;
/** Those that LaTeX knows under another name, or only with a package. */
const RENAMED: Readonly<Record<string, string>> = {
  deg: "\\textdegree{}",
  div: "\\textdiv{}",
  ETH: "{\\DH}",
  eth: "\\dh{}",
  text: "\\mbox",
  url: "\\texttt",
};
const SPECIAL: Readonly<Record<string, string>> = {
  "%": "\\%",
  "&": "\\&",
  _: "\\_",
  "#": "\\#",
  $: "\\$",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
};
/** Commands that reach beyond a formula: files, definitions, addresses. */
const REACHES_OUT =
  /\\(?:input|include|openin|openout|read|write|immediate|special|catcode|directlua|(?:g|x|e)?def|let|futurelet|global|csname|(?:re|provide)?newcommand|usepackage|includegraphics|href|url|verb)(?![a-zA-Z])/u;

/** A piece of the output; braces of the text itself are pieces of their own. */
type Token = { text: string; brace?: 1 | -1 };

/** A title, with its formulas as they are. */
export const bibtexTitle = (title: string): string =>
  joined(
    splitFormulas(title).flatMap((part): Token[] => {
      const formula = part.kind === "formula" ? safeFormula(part.whole) : undefined;
      if (formula !== undefined) return [{ text: formula }];
      return tokens(part.kind === "formula" ? part.whole : part.text);
    }),
  );

/** The names of authors, one of a group in braces, because it has no first name and may have an "and" in it. */
export const bibtexAuthors = (names: readonly string[]): string => names.map(bibtexAuthor).join(" and ");

function bibtexAuthor(name: string): string {
  const tex = (text: string) => joined(tokens(withAccents(text)));
  if (isGroup(name) || /(?:^|\s)(?:and|others)(?:\s|$)/iu.test(name)) return `{${tex(name)}}`;
  const { family, given, suffix } = personName(name);
  if (suffix !== "") return tex([family, suffix, given].filter(Boolean).join(", "));
  return tex(name.includes(",") ? [family, given].filter(Boolean).join(", ") : name);
}

/** Undefined for one that had better be text. */
function safeFormula(whole: string): string | undefined {
  if (REACHES_OUT.test(whole) || !fits(whole.replaceAll(/\\[^]/gu, ""))) return undefined;
  // On its own, as in `[0,\infty\}`, an escaped brace would still be one to BibTeX.
  const [left, right] = fits(whole) ? ["\\{", "\\}"] : ["\\lbrace ", "\\rbrace "];
  const said: Readonly<Record<string, string>> = { "%": "\\%", "\\{": left, "\\}": right };
  return whole.replaceAll(/\\[^]|%/gu, (mark) => said[mark] ?? mark);
}

/** Whether braces fit together, escaped or not. */
function fits(text: string): boolean {
  let open = 0;
  for (const mark of text) {
    if (mark === "{") open += 1;
    if (mark === "}") open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** An accent is one piece with its letter if its name is a capital, which BibTeX would make lower case outside braces. */
const TOKEN = /(?<accent>\\H(?: ?\{\p{L}\}| \p{L}))|\\(?<name>[A-Za-z]+)|\\(?<escaped>[^])|[%&_#$^~{}\\]/gu;

function tokens(text: string): Token[] {
  const made: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    made.push({ text: text.slice(at, match.index) });
    const { accent, name, escaped } = match.groups ?? {};
    const [mark] = match;
    at = match.index + mark.length;
    const before = text[match.index - 1] ?? "";
    if (accent !== undefined) made.push({ text: before === "{" ? accent : `{${accent}}` });
    else if (name !== undefined) {
      made.push({ text: command(name, before, text[at]) });
      if (standsInBraces(name, before) && text[at] === " ") at += 1; // the blank only ended the name
    } else if (escaped !== undefined) made.push({ text: escape(escaped, text.slice(at, at + 3)) });
    else if (mark === "{" || mark === "}") made.push({ text: mark, brace: mark === "{" ? 1 : -1 });
    else if (mark === "~" && /[\p{L}.,;:)\]]/u.test(before) && /[\p{L}\d(]/u.test(text[at] ?? ""))
      made.push({ text: mark });
    else made.push({ text: SPECIAL[mark] ?? mark });
  }
  return [...made, { text: text.slice(at) }];
}

/** BibTeX makes titles lower case, commands too, unless they are in braces. */
const standsInBraces = (name: string, before: string) =>
  KNOWN.has(name) && /[A-Z]/u.test(name) && before !== "{";

function command(name: string, before: string, next = ""): string {
  if (standsInBraces(name, before)) return `{\\${name}}`;
  // Without its letter or braces, a command would swallow the end of the field; one of style would go on in the next entries.
  if (/^[uvcdbkrt]$/u.test(name) && !/[\s{]/u.test(next)) return `${SPECIAL["\\"]}${name}`;
  if (STYLES.has(name)) return before === "{" ? `\\${name}` : "";
  if (NEEDS_BRACES.test(name) && next !== "{") return `${SPECIAL["\\"]}${name}`;
  if (KNOWN.has(name)) return `\\${name}`;
  return RENAMED[name] ?? `${SPECIAL["\\"]}${name}`;
}

/** What a backslash and a mark say: an accent if a letter follows, the mark itself, or nothing that LaTeX knows. */
function escape(mark: string, next: string): string {
  if (/[`'^"~=.]/u.test(mark) && /^ ?(?:\p{L}|\{|\\[ij])/u.test(next)) return `\\${mark}`;
  if (/[%&_#$,\-/@ ]/u.test(mark)) return `\\${mark}`;
  if (mark === "\\") return " ";
  return /[{}]/u.test(mark) ? (SPECIAL[mark] ?? "") : `${SPECIAL["\\"]}${SPECIAL[mark] ?? mark}`;
}

/** All pieces except braces without their other half. */
function joined(pieces: readonly Token[]): string {
  const open: number[] = [];
  const lone = new Set<number>();
  for (const [at, { brace }] of pieces.entries()) {
    if (brace === 1) open.push(at);
    if (brace === -1 && open.pop() === undefined) lone.add(at);
  }
  for (const at of open) lone.add(at);
  const text = pieces.map((piece, at) => (lone.has(at) ? "" : piece.text)).join("");
  return /\\(?:[A-Za-z]+|[`'^"~=.])$/u.test(text) ? `${text}{}` : text;
}
