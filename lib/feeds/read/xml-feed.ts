/** RSS 2.0, RSS 1.0 and Atom whose entries hold a digest as HTML, as the archive's own site publishes it. */
import { isDay, isLocalTime } from "../../digest/dates.ts";
import { firstTag } from "../../digest/first-tag.ts";
import { childrenOf, elementsIn, parseMarkup, textWithin } from "../../net/markup-tree.ts";
import type { Markup, MarkupElement } from "../../net/markup-tree.ts";
import { MOST_FILES } from "./day-file.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { readOwnEntry } from "./own-entry.ts";
import type { DayContent } from "./read-digests.ts";
import { htmlOf, textIn, timeOf } from "./xml-parts.ts";

/** One entry that holds a digest. */
export interface XmlEntry extends DayContent {
  /** The entry's own id, or its link, or its day. */
  key: string;
  date: string;
}

export interface XmlFeed {
  title: string;
  /** Written by our own publisher, which keeps its pointer beside it. */
  isOurs: boolean;
  /** Entries that are of a day and have a paper; others are not ours. */
  entries: XmlEntry[];
  /** Why there is none: the first limit that an entry goes beyond. */
  beyond?: Stopped;
  /** The element that says what the feed is, if it has one, and all its entries. */
  head: MarkupElement | undefined;
  items: MarkupElement[];
}

/** Which limit of a tree a text goes beyond. */
type Stopped = NonNullable<Markup["stopped"]>;

const ENTRY = new Set(["item", "entry"]);
const KEY = ["guid", "id", "link"];
/** What our own publisher calls itself. */
const GENERATOR = "Hot Papers";
/** A paper of the archive's form. */
const HAS_PAPER = /^# \d{1,10}\. /mu;

/** The first real day that one of these texts names. */
function dayIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const day = text.match(/\d{4}-\d{2}-\d{2}/gu)?.find(isDay);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** An entry that holds a digest, of our own site's form or the archive's. A day is not enough. */
function entryOf(element: MarkupElement, xml: string): XmlEntry | Stopped | undefined {
  const html = htmlOf(element, xml);
  const title = textIn(element, ["title"]) ?? "";
  const key = textIn(element, KEY) ?? title;
  const date = dayIn([title, textIn(element, ["link"]) ?? "", key]);
  if (html === undefined || date === undefined) return undefined;
  const { nodes, stopped } = parseMarkup(html);
  if (stopped) return stopped;
  const head = { date, title: `Hot Papers ${date}`, generated: timeOf(element) ?? `${date}T00:00:00` };
  const value = readOwnEntry(nodes, head);
  if (value) return { key, date, text: html, value };
  const text = htmlToMarkdown(html, nodes);
  if (!HAS_PAPER.test(text)) return undefined;
  return {
    key,
    date,
    text,
    head: { ...head, generated: timeOf(element) ?? countTime(text) ?? head.generated },
  };
}

/** The archive's site could not read its own malformed times and publishes "Invalid Date": the first counts tell it. */
function countTime(body: string): string | undefined {
  const counted = /\((\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2})\)/u.exec(body);
  const time = counted && `${counted[3]}-${counted[1]}-${counted[2]}T${counted[4]}`;
  return time && isLocalTime(time) ? time : undefined;
}

const ROOTS = new Set(["rss", "feed", "rdf:RDF"]);

/** Whether a text looks like RSS or Atom. */
export const looksLikeXmlFeed = (text: string): boolean => ROOTS.has(firstTag(text)?.name ?? "");

/**
 * Reads RSS or Atom. What the host put after the feed is ignored.
 *
 * @returns why there is nothing, if the text ends before the feed does or goes beyond the limits of a tree
 */
export function readXmlFeed(xml: string): XmlFeed | "cut" | Stopped {
  const { nodes, whole, stopped } = parseMarkup(xml, { xml: true });
  if (stopped) return stopped;
  if (!whole) return "cut";
  const items = elementsIn(nodes, ({ name }) => ENTRY.has(name)).slice(0, MOST_FILES);
  const read = items.map((entry) => entryOf(entry, xml));
  const entries = read.filter((entry) => typeof entry === "object");
  // An entry that goes beyond the limits costs only itself; if nothing else is there, it is the reason.
  const beyond = read.find((entry) => typeof entry === "string");
  const [head] = elementsIn(nodes, ({ name }) => name === "channel" || name === "feed");
  const [generator] = childrenOf(head, "generator");
  return {
    title: (head && textIn(head, ["title"])) ?? "",
    isOurs: generator !== undefined && textWithin(generator).trim() === GENERATOR,
    entries,
    ...(entries.length === 0 && beyond !== undefined && { beyond }),
    head,
    items,
  };
}
