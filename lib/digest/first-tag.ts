/**
 * The tag with which a text begins. Any number of comments, instructions and DOCTYPEs may precede it: each is skipped by
 * looking for its end, so that the work grows with the length of the text and no faster.
 */

/** What HTML or XML begins with. */
export interface FirstTag {
  /** Of the first element, as written; empty if there is only a DOCTYPE. */
  name: string;
  /** The name in `<!DOCTYPE name …>` in lower case, if there is one. */
  doctype?: string;
}

const TAG = /<([A-Za-z][\w:.-]*)/uy;
const DOCTYPE = /<!doctype\s+([A-Za-z][\w:.-]*)/iuy;
const DECLARATIONS_END = /\]\s*>/gu;
const BLANKS = /\s*/uy;

/** The name that an expression finds right at a place. */
function nameAt(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at;
  return expression.exec(text)?.[1];
}

/** The place after the white space at a place, a byte order mark included. */
function afterBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  return at + (BLANKS.exec(text)?.[0].length ?? 0);
}

/** The place after the first `end` from a place on; undefined if there is none. */
function after(text: string, end: string, from: number): number | undefined {
  const found = text.indexOf(end, from);
  return found < 0 ? undefined : found + end.length;
}

/** The place after a DOCTYPE, which may hold declarations in brackets. */
function afterDoctype(text: string, from: number): number | undefined {
  const end = after(text, ">", from);
  const bracket = end === undefined ? -1 : text.slice(from, end).indexOf("[");
  if (bracket < 0) return end;
  DECLARATIONS_END.lastIndex = from + bracket;
  return DECLARATIONS_END.test(text) ? DECLARATIONS_END.lastIndex : undefined;
}

/** The first tag of a text; undefined if something else precedes it, or if there is none. */
export function firstTag(text: string): FirstTag | undefined {
  let doctype: string | undefined;
  let at: number | undefined = 0;
  while (at !== undefined && at < text.length) {
    const here: number = afterBlanks(text, at);
    if (text.startsWith("<!--", here)) at = after(text, "-->", here + 4);
    else if (text.startsWith("<?", here)) at = after(text, "?>", here + 2);
    else if (text.startsWith("<!", here)) {
      doctype ??= nameAt(DOCTYPE, text, here)?.toLowerCase();
      if (doctype === undefined) return undefined;
      at = afterDoctype(text, here);
    } else {
      const name = nameAt(TAG, text, here);
      if (name !== undefined) return { name, ...(doctype !== undefined && { doctype }) };
      break;
    }
  }
  return doctype === undefined ? undefined : { name: "", doctype };
}

const PAGE = new Set(["html", "head", "body"]);

/** Whether a text is a web page, told by its first tag. */
export function looksLikePage(text: string): boolean {
  const first = firstTag(text);
  return first !== undefined && (first.doctype === "html" || PAGE.has(first.name.toLowerCase()));
}
