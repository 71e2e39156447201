/** Words and phrases that a reader types to find papers, or to leave them out. */
import { comparable } from "./comparable.ts";

/** Chinese, Japanese and Thai write no blanks between words: there a keyword may begin anywhere. */
const UNSPACED = /^ [\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/**
 * A keyword as it is looked for in a comparable text: it begins where a word begins ("RL" is in "RLHF", not in "world"), and
 * may end within one. Empty if nothing of it can be looked for.
 */
export function asKeyword(typed: string): string {
  const word = comparable(typed);
  return UNSPACED.test(word) || word === " " ? word.slice(1) : word;
}

/** Keywords as they are typed, separated by commas or lines; a phrase is one keyword. */
export const readKeywords = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;\n、，]/u)
      .map((word) => word.replaceAll(/\s+/gu, " ").trim())
      .filter((word) => asKeyword(word) !== ""),
  ),
];

/** The words of a search, all of which must be found; text in quotes is one. */
export const searchWords = (typed: string): string[] =>
  [...typed.matchAll(/["“”](?<phrase>[^"“”]+)["“”]?|\S+/gu)]
    .map(({ 0: word, groups }) => asKeyword(groups?.["phrase"] ?? word))
    .filter((word) => word !== "");
