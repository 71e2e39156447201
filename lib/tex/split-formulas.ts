/** Where the formulas of a text are. By hand and in linear time: no regular expression can say which dollar closes a formula. */

export interface Formula {
  kind: "formula";
  /** What to draw: what is between the delimiters. */
  source: string;
  /** With its delimiters, as its author typed it: what is shown if it can't be drawn. */
  whole: string;
  display: boolean;
}
export type Part = { kind: "text"; text: string } | Formula;

/** A longer text is not looked at. In characters. */
export const LONGEST_TEXT = 20_000;
/** A longer formula is text. In characters. */
const LONGEST_FORMULA = 2000;
/** Nested braces; people use four. */
const DEEPEST = 20;

/** What may begin a formula; an escaped dollar and a line break (`\\[2pt]`) begin none. */
const OPENER = /\\\\|\\\$|\\[([]|\\begin\{(?<name>[a-z]+)(?<star>\*?)\}|\$\$?/gu;
/** Environments that are formulas. In the first ones only the contents say something: arXiv numbers no equations. */
const PLAIN_ENVIRONMENTS: ReadonlySet<string> = new Set(["equation", "displaymath", "math"]);
const ENVIRONMENTS: ReadonlySet<string> = new Set(["align", "gather", "multline", "eqnarray", "alignat"]);

/**
 * The text in parts, in order; put together they are all of it. Delimiters as arXiv's MathJax knows them: `$…$`, `$$…$$`,
 * `\(…\)`, `\[…\]` and environments as `\begin{equation}…\end{equation}`. Dollars within braces belong to what is in the braces:
 * `$f=\mbox{1 if $n$ is prime}$` is one formula. Sums of money are text.
 */
export function splitFormulas(text: string): Part[] {
  if (text.length > LONGEST_TEXT || !/[$\\]/u.test(text)) return [{ kind: "text", text }];
  const parts: Part[] = [];
  const next = seeker(text);
  let at = 0;
  OPENER.lastIndex = 0;
  for (let match = OPENER.exec(text); match; match = OPENER.exec(text)) {
    const found = formulaAt(text, match, next);
    if (found === undefined) {
      // Of two dollars that begin nothing together, the second may begin something.
      if (match[0] === "$$") OPENER.lastIndex = match.index + 1;
      continue;
    }
    if (match.index > at) parts.push({ kind: "text", text: text.slice(at, match.index) });
    parts.push(found);
    at = match.index + found.whole.length;
    OPENER.lastIndex = at;
  }
  if (at < text.length || parts.length === 0) parts.push({ kind: "text", text: text.slice(at) });
  return parts;
}

/** The next place of a mark, from a place on. Places are asked for in order, so what was found is kept. */
function seeker(text: string): (mark: string, from: number) => number {
  const found = new Map<string, number>();
  return (mark, from) => {
    let at = found.get(mark);
    if (at === undefined || at < from) {
      at = text.indexOf(mark, from);
      if (at < 0) at = Infinity;
      found.set(mark, at);
    }
    return at;
  };
}

function formulaAt(
  text: string,
  { 0: opener, index, groups }: RegExpExecArray,
  next: ReturnType<typeof seeker>,
): Formula | undefined {
  const { name, star } = groups ?? {};
  const closer = name === undefined ? CLOSERS[opener] : `\\end{${name}${star}}`;
  const known = name === undefined || PLAIN_ENVIRONMENTS.has(name) || ENVIRONMENTS.has(name);
  if (closer === undefined || !known) return undefined;
  const from = index + opener.length;
  if (next(closer, from) > from + LONGEST_FORMULA) return undefined;
  const end = closerAt(text, from, closer);
  if (end === undefined) return undefined;
  const whole = text.slice(index, end + closer.length);
  const source = text.slice(from, end);
  if (opener === "$" && isMoney(source, text[end + 1])) return undefined;
  if (name === undefined)
    return { kind: "formula", source, whole, display: opener !== "$" && opener !== "\\(" };
  const inner = source.replaceAll(/\\(?:label\{[^{}\\]*\}|nonumber(?![a-z])|notag(?![a-z]))/gu, "").trim();
  return { kind: "formula", source: drawable(name, inner), whole, display: name !== "math" };
}

/** An environment as the renderer knows it, without numbers. */
function drawable(name: string, inner: string): string {
  if (PLAIN_ENVIRONMENTS.has(name)) return inner;
  if (name === "eqnarray") return String.raw`\begin{array}{rcl}${inner}\end{array}`;
  return `\\begin{${name}*}${inner}\\end{${name}*}`;
}

const CLOSERS: Readonly<Record<string, string>> = { $: "$", $$: "$$", "\\(": "\\)", "\\[": "\\]" };

/**
 * Where a formula that begins at `from` is closed: outside of all braces, or else at the first place that would close it, because braces
 * may not match. Within dollars there is no blank line, within two of them no single one.
 */
function closerAt(text: string, from: number, closer: string): number | undefined {
  const to = Math.min(text.length, from + LONGEST_FORMULA + closer.length);
  let depth = 0;
  let first: number | undefined;
  for (let at = from; at < to; at += 1) {
    const mark = text[at];
    if (mark === closer[0] && at > from && text.startsWith(closer, at)) {
      if (depth <= 0) return at;
      first ??= at;
    } else if (closer === "$$" && mark === "$" && depth <= 0) return first;
    if (mark === "\\") at += 1;
    else if (mark === "{") depth += 1;
    else if (mark === "}") depth -= 1;
    if (depth > DEEPEST) return first;
    if (mark === "\n" && closer === "$" && /^[^\S\n]*\n/u.test(text.slice(at + 1, at + 20))) return first;
  }
  return first;
}

/**
 * Whether the text between two dollars shows that they are signs of money: "from $5 to $10" (a digit follows), "$4-5 million of
 * compute, only $410" (words follow one another), "$100 per $n$", "$/kW and $/kWh" (the second dollar has a blank before it, not
 * after it, as one that begins something).
 */
function isMoney(source: string, next = ""): boolean {
  if (!/^[\d/]/u.test(source) || /[\\^_={}]/u.test(source.replaceAll(/\\[%&#]/gu, ""))) return false;
  const opensAgain = /[\s(]$/u.test(source) && /\S/u.test(next);
  return /\d/u.test(next) || opensAgain || /\p{L}\p{L}\s+\p{L}\p{L}/u.test(source);
}
