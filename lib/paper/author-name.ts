/**
 * Names of authors: told apart in the forms in which they come, and taken apart for references. What arXiv does is in its
 * own code: arXiv/arxiv-base, arxiv/authors (2026-06).
 */
import { withAccents } from "../tex/accents.ts";

/** Words that belong to a family name though they are separate: "van der Maaten". */
export const PREFIX = /^(?:van|der|de|la|von|del|della|da|mac|ter|dem|di|vaziri)$/iu;
const JUNIOR = /^(?:Jr|Sr)\.?$/u;
const NUMERAL = /^(?:I{1,3}|IV|V)$/u;
/** What may follow a name after a comma: a lone "I" or "V" may as well be an initial. */
const SUFFIX_ALONE = /^(?:(?:Jr|Sr)\.?|I{2,3}|IV)$/u;
/** Words that make a name a group's or a company's. */
const GROUP =
  /(?:^|[^\p{L}])(?:collaborations?|teams?|(?:sub|working)?groups?|consortium|committee|initiative|project|laboratory|labs|institute|university|foundation|inc|ltd|llc|gmbh|corp)(?![\p{L}])/iu;

export interface PersonName {
  /** With its prefixes; the whole name for a group. */
  family: string;
  /** Empty if there is only one name, as with a collaboration. */
  given: string;
  suffix: string;
}

/** Whether this names a collaboration, a team or a company, which has neither first nor family name. */
export const isGroup = (name: string): boolean => GROUP.test(name);

/**
 * The parts of one name: "Laurens van der Maaten Jr." is family "van der Maaten", given "Laurens", suffix "Jr.", and so are
 * "Laurens van der Maaten, Jr." and "van der Maaten, Laurens, Jr.".
 */
export function personName(name: string): PersonName {
  if (isGroup(name)) return { family: name, given: "", suffix: "" };
  const parts = name.split(",").map(wordsOf);
  const suffix = parts.length > 1 && isSuffix(parts.at(-1)) ? (parts.pop() ?? []) : [];
  const [words = [], ...givenAfter] = parts;
  // "V" may be an initial: it is a suffix only after two other names.
  while (
    suffix.length === 0 &&
    words.length > 1 &&
    (JUNIOR.test(words.at(-1) ?? "") || (words.length > 2 && NUMERAL.test(words.at(-1) ?? "")))
  )
    suffix.push(words.pop() ?? "");
  let from = givenAfter.length > 0 ? 0 : words.length - 1;
  while (from > 1 && PREFIX.test(words[from - 1] ?? "")) from -= 1;
  return {
    family: words.slice(from).join(" "),
    given: [...words.slice(0, from), ...givenAfter.flat()].join(" "),
    suffix: suffix.join(" "),
  };
}

const wordsOf = (text: string) => text.split(/\s/u).filter((word) => word !== "");
const isSuffix = (words: readonly string[] = []) => words.length === 1 && SUFFIX_ALONE.test(words[0] ?? "");

/** The names of authors in one line, divided by commas, with affiliations in brackets, as in arXiv's RSS. */
export const splitAuthors = (line: string): string[] => tidyAuthors(withoutBrackets(line).split(/[,:]/u));

/**
 * Names of authors as they are shown: accents in place of TeX, no affiliations in brackets, "Jr." with the name before it. Anything
 * that is not a name (a lone ":" as in arXiv's API after a collaboration, "et al.", nothing at all) is left out.
 */
export function tidyAuthors(names: readonly string[]): string[] {
  const tidy: string[] = [];
  for (const raw of names) {
    const parts = withAccents(withoutBrackets(raw)).split(",").map(wordsOf);
    const suffix = isSuffix(parts.at(-1)) ? parts.pop()?.[0] : undefined;
    const name = parts
      .map((words) => words.join(" "))
      .filter((part) => part !== "")
      .join(", ");
    const cleaned = withoutMarks(name);
    if (/[\p{L}\p{N}]/u.test(cleaned) && !/^et\.? al\.?$/iu.test(cleaned))
      tidy.push(suffix === undefined ? cleaned : `${cleaned} ${suffix}`);
    else if (suffix !== undefined && cleaned === "" && tidy.length > 0) tidy.push(`${tidy.pop()} ${suffix}`);
  }
  return tidy;
}

/** Without the text in brackets; for one that is never closed, without the bracket and what follows up to the next comma. */
function withoutBrackets(text: string): string {
  if (!text.includes("(")) return text;
  const open: number[] = [];
  /** Where a bracket opens, where it closes. */
  const closes = new Map<number, number>();
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") open.push(at);
    const from = text[at] === ")" ? open.pop() : undefined;
    if (from !== undefined) closes.set(from, at);
  }
  let kept = "";
  let at = 0;
  while (at < text.length) {
    if (text[at] !== "(") kept += text[at];
    else at = closes.get(at) ?? text.indexOf(",", at) - 1;
    if (at < 0) break;
    at += 1;
  }
  return kept;
}

/** Without marks that divide names, at either end. */
function withoutMarks(name: string): string {
  let from = 0;
  let to = name.length;
  while (from < to && DIVIDES.has(name[from] ?? "")) from += 1;
  while (to > from && DIVIDES.has(name[to - 1] ?? "")) to -= 1;
  return name.slice(from, to);
}
const DIVIDES = new Set(" ,;:");
