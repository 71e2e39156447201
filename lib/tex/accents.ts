/**
 * TeX's accents, letters and symbols in running text and names, as arXiv's pages show them: `Schr\"odinger`, `{\'A}brego`, `\aa`.
 * Anything else stays as it is. Letters and symbols are those of arXiv/arxiv-base, arxiv/util/tex2utf.py (2026-06).
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
  DH: "Ð",
  dh: "ð",
  ETH: "Ð",
  eth: "ð",
  DJ: "Đ",
  dj: "đ",
  NG: "Ŋ",
  ng: "ŋ",
  TH: "Þ",
  th: "þ",
  P: "¶",
  S: "§",
  copyright: "©",
  guillemotleft: "«",
  guillemotright: "»",
  pounds: "£",
  dag: "†",
  ddag: "‡",
  div: "÷",
  deg: "°",
};

/** `\'e`, `\'{e}`, `\'{\i}`; an accent that is named by a letter needs a brace or a blank after it: `\c{c}`, `\v s`. */
const ACCENT =
  /\\(?:([`'^~=."])\s?|([uvHcdbkr])(?=[ {]) ?)(?:\{(\\?[\p{L}])\}|(\\[ij](?![\p{L}]) ?|[\p{L}]))/gu;
/** `\aa`, `\o{}`, `\L ukasz`: the blank only ends the name. */
const LETTER = /\\([A-Za-z]+)(?:\{\}| |(?![\p{L}_^]))/gu;
/** A brace around what is a letter by now: `{\'A}brego`. */
const BRACED = /\{([^\p{ASCII}])\}/gu;

/** Text with its accents in place. */
export function withAccents(text: string): string {
  if (!text.includes("\\") && !text.includes("{")) return text;
  return text
    .replaceAll(ACCENT, (_, mark?: string, named?: string, braced?: string, bare?: string) => {
      const letter = (braced ?? bare ?? "").replace("\\", "").trimEnd();
      return `${letter}${ACCENTS[mark ?? named ?? ""] ?? ""}`.normalize("NFC");
    })
    .replaceAll(LETTER, (found, name: string) =>
      Object.hasOwn(LETTERS, name) ? (LETTERS[name] ?? "") : found,
    )
    .replaceAll(BRACED, "$1");
}
