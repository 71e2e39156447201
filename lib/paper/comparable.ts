/** How texts are compared, wherever words are looked for: in the search, in filters, in what a reader follows. */
import { withAccents } from "../tex/accents.ts";

const ASCII = /^[\n -~]*$/u;

/** Letters that Unicode does not split into a letter and a mark, written as people do who lack a key for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  ß: "ss",
  đ: "d",
  ð: "d",
  ı: "i",
  ȷ: "j",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ĸ: "k",
  ə: "e",
  ɨ: "i",
  ƀ: "b",
  ǥ: "g",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/**
 * Without case, accents, TeX and punctuation, a blank before each word: "poincare" finds "Poincaré" and `Poincar\\'e`, "lukasz"
 * finds "Łukasz" and the other way round, "few-shot" finds "few shot".
 */
export function comparable(text: string): string {
  const shown = text.includes("\\") ? withAccents(text) : text;
  // Most abstracts are plain ASCII, for which the expression of all letters takes five times as long.
  const plain = ASCII.test(shown)
    ? shown.replaceAll(/[^A-Za-z0-9]+/gu, " ").toLowerCase()
    : shown
        .normalize("NFKD")
        .toLowerCase()
        .replaceAll(/\p{M}+/gu, "")
        .replaceAll(LETTER, (letter) => LETTERS[letter] ?? letter)
        .replaceAll(/[^\p{L}\p{N}]+/gu, " ");
  return ` ${plain.trim()}`;
}
