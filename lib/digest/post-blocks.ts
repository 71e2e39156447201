/** Finds the posts among the lines of a paper. */

const OPEN = /^\s*<blockquote\b/i;
const CLOSE = /<\/blockquote\s*>/i;
const SCRIPT = /^\s*<script\b[^>]*>\s*<\/script>/i;

/** Whether a line begins a post. */
export const opensPost = (line: string): boolean => OPEN.test(line);

/** A post as it is in the file. */
export interface PostBlock {
  /** From `<blockquote` to `</blockquote>`; to where it was cut off. */
  html: string;
  whole: boolean;
  /** Index of the line after it. */
  next: number;
  /** What follows it and its script on its last line. */
  rest: string;
}

/**
 * The post that begins on a line. It ends with its own `</blockquote>`: if another one begins before that, it was cut.
 *
 * @param first the line's content, or what an earlier post left of it
 * @param index of that line
 */
export function postBlock(lines: readonly string[], first: string, index: number): PostBlock {
  const html: string[] = [];
  for (let at = index; at < lines.length; at++) {
    const line = at === index ? first : (lines[at] ?? "");
    if (at > index && opensPost(line)) return { html: html.join("\n"), whole: false, next: at, rest: "" };
    const close = CLOSE.exec(line);
    if (close) {
      const end = close.index + close[0].length;
      return {
        html: [...html, line.slice(0, end)].join("\n"),
        whole: true,
        next: at + 1,
        rest: line.slice(end).replace(SCRIPT, "").trim(),
      };
    }
    html.push(line);
  }
  return { html: html.join("\n"), whole: false, next: lines.length, rest: "" };
}
