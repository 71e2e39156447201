/** Links in the words of a post: a stranger wrote them, so a link shows the whole address that it leads to, and is http(s). */

/** A stretch of a text: an address that can be followed, or other words. */
export interface TextPart {
  words: string;
  /** Where it begins in the text. */
  at: number;
  /** The same address as the words; absent if this is not a link. */
  url?: string;
}

/** Ends before blanks, quotes and what Japanese sets around words without a blank. */
const ADDRESS = /https?:\/\/[^\s<>"'“”‘’«»、。，．「」『』（）【】…]+/giu;

/** At the end of an address these belong to the sentence around it. */
const CLOSING = ".,;:!?)]}*";

/** A text cut into links and the text between them. Joined they are the text again, so that nothing of it is lost. */
export function linkedText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const url = withoutClosing(found);
    if (!isAddress(url)) continue;
    if (index > done) parts.push({ words: text.slice(done, index), at: done });
    parts.push({ words: url, at: index, url });
    done = index + url.length;
  }
  if (done < text.length) parts.push({ words: text.slice(done), at: done });
  return parts;
}

/** A bracket at the end stays if it was opened in the address, as in `wiki/Heat_(physics)`. */
function withoutClosing(found: string): string {
  let open = 0;
  for (const character of found) open += character === "(" ? 1 : character === ")" ? -1 : 0;
  let end = found.length;
  for (; end > 0 && CLOSING.includes(found.charAt(end - 1)); end -= 1) {
    if (found.charAt(end - 1) !== ")") continue;
    if (open >= 0) break;
    open += 1;
  }
  return found.slice(0, end);
}

/** A name before the host makes an address look like another place (`https://arxiv.org@example.com`): that stays text. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) && url.username === "" && url.password === "";
}
