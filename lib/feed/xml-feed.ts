/** RSS 2.0, RSS 1.0 and Atom whose entries hold a digest as HTML, as the archive's own site publishes it. */
import { isDay } from "../digest/dates.ts";
import { childrenOf, elementsIn, parseMarkup, textWithin } from "../markup/tree.ts";
import type { MarkupElement } from "../markup/tree.ts";
import { MOST_FILES } from "./day-file.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";

/** One entry, as a file of the archive's form. */
export interface XmlEntry {
  /** The entry's own id, else its link, else its day. */
  key: string;
  date: string;
  markdown: string;
}

export interface XmlFeed {
  title: string;
  /** Entries that are of a day and have some content; others are not ours. */
  entries: XmlEntry[];
}

const ENTRY = new Set(["item", "entry"]);
/** The same thing under the names of RSS and Atom, the better one first. */
const CONTENT = ["content:encoded", "content", "description", "summary"];
const TIME = ["pubDate", "dc:date", "published", "updated"];
const KEY = ["guid", "id", "link"];

const textIn = (element: MarkupElement, names: readonly string[]): string | undefined => {
  for (const name of names) {
    const [child] = childrenOf(element, name);
    const text = child && (textWithin(child).trim() || child.attributes["href"]);
    if (text) return text;
  }
  return undefined;
};

/** The HTML of an entry: text that was escaped or in CDATA, or XHTML as it stands in the file. */
function htmlOf(entry: MarkupElement, xml: string): string | undefined {
  const found = CONTENT.flatMap((name) => childrenOf(entry, name).slice(0, 1)).find(
    ({ children }) => children.length > 0,
  );
  if (!found) return undefined;
  if (found.attributes["type"] !== "xhtml") return textWithin(found);
  return xml.slice(found.innerStart, found.innerEnd);
}

/** `2021-08-13T08:41:50` of an RFC 822 or ISO time. */
function localTime(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 19);
}

function entryOf(element: MarkupElement, xml: string): XmlEntry | undefined {
  const html = htmlOf(element, xml);
  const title = textIn(element, ["title"]) ?? "";
  const key = textIn(element, KEY) ?? title;
  const date = [title, textIn(element, ["link"]) ?? "", key]
    .flatMap((text) => text.match(/\d{4}-\d{2}-\d{2}/gu) ?? [])
    .find(isDay);
  if (html === undefined || date === undefined) return undefined;
  const body = htmlToMarkdown(html);
  // The archive's site could not read its own malformed times and publishes "Invalid Date".
  const counted = /\((\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2})\)/u.exec(body);
  const generated =
    localTime(textIn(element, TIME)) ??
    (counted ? `${counted[3]}-${counted[1]}-${counted[2]}T${counted[4]}` : `${date}T00:00:00`);
  const front = ["---", `title: ${JSON.stringify(`Hot Papers ${date}`)}`, `date: ${generated}.Z`, "---"];
  return { key, date, markdown: `${front.join("\n")}\n\n${body}` };
}

/** Whether a text looks like RSS or Atom. */
export function looksLikeXmlFeed(text: string): boolean {
  return /^\s*(?:<\?xml[\s\S]*?\?>\s*)?(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/u.test(
    text,
  );
}

/** Reads RSS or Atom. Undefined where the text ends before the feed does. */
export function readXmlFeed(xml: string): XmlFeed | undefined {
  if (!/<\/(?:rss|feed|rdf:RDF)\s*>\s*(?:<!--[\s\S]*?-->\s*)*$/u.test(xml)) return undefined;
  const { nodes } = parseMarkup(xml, { xml: true });
  const entries = elementsIn(nodes, ({ name }) => ENTRY.has(name));
  const [head] = elementsIn(nodes, ({ name }) => name === "channel" || name === "feed");
  return {
    title: (head && textIn(head, ["title"])) ?? "",
    entries: entries.slice(0, MOST_FILES).flatMap((entry) => entryOf(entry, xml) ?? []),
  };
}
