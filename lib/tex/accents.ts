/**
 * TeX's accents and letters in running text and names, as arXiv's pages show them: `Schr\"odinger`, `{\'A}brego`, `\aa`.
 * What is no accent stays as it is.
 */

/** Combining characters, by TeX's name of the accent. */
const ACCENTS: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  u: "\u0306",
  ".": "\u0307",
  '"': "\u0308",
  r: "\u030a",
  H: "\u030b",
  v: "\u030c",
  d: "\u0323",
  c: "\u0327",
  k: "\u0328",
  b: "\u0331",
};
const LETTERS: Readonly<Record<string, string>> = {
  aa: "å",
  AA: "Å",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  OE: "Œ",
  o: "ø",
  O: "Ø",
  l: "ł",
  L: "Ł",
  ss: "ß",
  i: "ı",
  j: "ȷ",
};

/** `\'e`, `\'{e}`, `\'{\i}`; an accent that is named by a letter needs a brace or a blank behind it: `\c{c}`, `\v s`. */
const ACCENT =
  /\\(?:([`'^~=."])\s?|([uvHcdbkr])(?=[ {]) ?)(?:\{(\\?[\p{L}])\}|(\\[ij](?![\p{L}])|[\p{L}]))/gu;
/** `\aa`, `\o{}`, `\L ukasz`: the blank only ends the name. */
const LETTER = /\\(aa|AA|ae|AE|oe|OE|o|O|l|L|ss|i|j)(?:\{\}| |(?![\p{L}_^]))/gu;
/** A brace around what is a letter by now: `{\'A}brego`. */
const BRACED = /\{([^\p{ASCII}])\}/gu;

/** Text with its accents in place. */
export function withAccents(text: string): string {
  if (!text.includes("\\") && !text.includes("{")) return text;
  return text
    .replaceAll(ACCENT, (_, mark?: string, named?: string, braced?: string, bare?: string) => {
      const letter = (braced ?? bare ?? "").replace("\\", "");
      return `${letter}${ACCENTS[mark ?? named ?? ""] ?? ""}`.normalize("NFC");
    })
    .replaceAll(LETTER, (_, name: string) => LETTERS[name] ?? "")
    .replaceAll(BRACED, "$1");
}
