/** Text of strangers within a link of Markdown, so that it is read as it is. The rules: https://spec.commonmark.org/0.31.2/ */
import { splitTex } from "../tex/split-tex.ts";

/** A title with its accents; in formulas only what would not be read as it is gets escaped, so that others can draw them. */
export const markdownTitle = (title: string): string =>
  splitTex(title)
    .map((piece) => (piece.kind === "formula" ? formula(piece.whole) : markdownText(piece.text)))
    .join("");

/** A text with no mark that means anything. */
export const markdownText = (text: string): string =>
  text.replaceAll(/[\\[\]<>*_`~]|&(?=#?\w)/gu, String.raw`\$&`);

/** A backslash counts only before punctuation, `_` where it could begin emphasis. */
const MEANT = /\\(?=[!-/:-@[-`{-~])|[*`]|(?<![\p{L}\p{N}])_|<(?=[a-zA-Z/!?])|&(?=#?\w)/gu;

function formula(whole: string): string {
  const escaped = whole.replaceAll(MEANT, String.raw`\$&`);
  const harmless = fits(whole.replaceAll(/[^[\]]/gu, "")) && !/\]\s*[([]/u.test(whole);
  return harmless ? escaped : escaped.replaceAll(/[[\]]/gu, String.raw`\$&`);
}

/** Whether each bracket has its other half. */
function fits(brackets: string): boolean {
  let open = 0;
  for (const mark of brackets) {
    open += mark === "[" ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}
