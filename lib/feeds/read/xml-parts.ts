/** The parts of an entry of RSS or Atom, under all the names that they have. */
import { childrenOf, textWithin } from "../../net/markup-tree.ts";
import type { MarkupElement } from "../../net/markup-tree.ts";

/** The same thing under the names of RSS and Atom, the better one first. */
const CONTENT = ["content:encoded", "content", "description", "summary"];
const TIME = ["pubDate", "dc:date", "published", "updated"];

/** The text of the first child with one of these names that has any; for a link without text, where it leads. */
export function textIn(element: MarkupElement, names: readonly string[]): string | undefined {
  for (const name of names) {
    const [child] = childrenOf(element, name);
    const text = child && (textWithin(child).trim() || child.attributes["href"]);
    if (text) return text;
  }
  return undefined;
}

/** The HTML of an entry: text that was escaped or in CDATA, or XHTML as it is in the file. */
export function htmlOf(entry: MarkupElement, xml: string): string | undefined {
  const found = CONTENT.flatMap((name) => childrenOf(entry, name).slice(0, 1)).find(
    ({ children }) => children.length > 0,
  );
  if (!found) return undefined;
  if (found.attributes["type"] !== "xhtml") return textWithin(found);
  return xml.slice(found.innerStart, found.innerEnd);
}

/** `2021-08-13T08:41:50`, in UTC, of an RFC 822 or ISO time. */
export function localTime(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 19);
}

/** When an entry was written. */
export const timeOf = (entry: MarkupElement): string | undefined => localTime(textIn(entry, TIME));
