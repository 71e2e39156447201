/** One item of a foreign feed in any form: RSS, Atom or JSON Feed. */
import * as z from "zod/mini";
import { MAX_PAPERS } from "../../digest/limits.ts";
import { childrenOf, parseMarkup, textWithin } from "../../net/markup-tree.ts";
import type { MarkupElement } from "../../net/markup-tree.ts";
import { htmlOf, localTime, textIn, timeOf } from "./xml-parts.ts";

export interface FeedItem {
  title: string;
  /** Where it leads, and what it calls itself: the better one first. */
  addresses: string[];
  /** Where people talk about it. */
  talk?: string;
  html: string;
  authors: string[];
  categories: string[];
  /** When it was written, `YYYY-MM-DDTHH:MM:SS` in UTC. */
  written?: string;
}

/** A feed as its items. */
export interface ItemFeed {
  /** May be empty. */
  title: string;
  /** When the feed was built, `YYYY-MM-DDTHH:MM:SS` in UTC. */
  built?: string;
  /** What it says of itself besides its title: words and addresses. */
  about: string[];
  items: FeedItem[];
}

const ADDRESSES = ["link", "guid", "id", "dc:identifier"];
/** When the whole of it was built; its newest item may be older. */
const BUILT = ["lastBuildDate", "pubDate", "dc:date", "updated"];
const ABOUT = ["description", "subtitle", "link", "generator"];

const textsIn = (element: MarkupElement, names: readonly string[]): string[] =>
  names.flatMap((name) =>
    childrenOf(element, name)
      .map((child) => textWithin(child).trim() || (child.attributes["href"] ?? ""))
      .filter((text) => text !== ""),
  );

/** A title that Atom declares to be HTML, as text; any other as it is. */
function titleOf(entry: MarkupElement): string {
  const [title] = childrenOf(entry, "title");
  if (!title) return "";
  const text = textWithin(title);
  return title.attributes["type"] === "html" ? parseMarkup(text).nodes.map(textWithin).join("") : text;
}

/** The names of an entry's authors; RSS has them in one text, with commas. */
const authorsOf = (entry: MarkupElement): string[] => [
  ...childrenOf(entry, "author").flatMap((author) => textsIn(author, ["name"])),
  ...textsIn(entry, ["dc:creator"]).flatMap((names) => names.split(",")),
];

const categoriesOf = (entry: MarkupElement): string[] =>
  ["category", "dc:subject"].flatMap((name) =>
    childrenOf(entry, name).map((category) => category.attributes["term"] ?? textWithin(category).trim()),
  );

function itemOfXml(entry: MarkupElement, xml: string): FeedItem {
  const talk = textIn(entry, ["comments"]);
  const written = timeOf(entry);
  return {
    title: titleOf(entry),
    addresses: textsIn(entry, ADDRESSES),
    ...(talk !== undefined && { talk }),
    html: htmlOf(entry, xml) ?? "",
    authors: authorsOf(entry),
    categories: categoriesOf(entry),
    ...(written !== undefined && { written }),
  };
}

/** The items of RSS or Atom that was read as a tree. */
export function itemsOfXml(
  { title, head, items }: { title: string; head: MarkupElement | undefined; items: readonly MarkupElement[] },
  xml: string,
): ItemFeed {
  const built = head && localTime(textIn(head, BUILT));
  return {
    title,
    ...(built !== undefined && { built }),
    about: head ? textsIn(head, ABOUT) : [],
    items: items.slice(0, MAX_PAPERS).map((entry) => itemOfXml(entry, xml)),
  };
}

/** What is not a text, or not a list, counts as absent: it costs only itself, not the item. */
const said = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const saidAll = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const anything = z.optional(z.unknown());
const Feed = z.object({
  title: anything,
  description: anything,
  home_page_url: anything,
  items: z.array(z.unknown()),
});
const Author = z.object({ name: z.string() });
const Item = z.object({
  id: anything,
  url: anything,
  external_url: anything,
  title: anything,
  content_html: anything,
  content_text: anything,
  summary: anything,
  date_published: anything,
  authors: anything,
  tags: anything,
});

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function itemOfJson(value: unknown): FeedItem[] {
  const read = Item.safeParse(value);
  if (!read.success) return [];
  const { id, url, external_url, title, content_html, content_text, summary, authors, tags } = read.data;
  const written = localTime(said(read.data.date_published));
  return [
    {
      title: said(title),
      addresses: [external_url, url, id].map(said).filter((address) => address !== ""),
      html: said(content_html) || escaped(said(content_text) || said(summary)),
      authors: saidAll(authors).flatMap((author) => Author.safeParse(author).data?.name ?? []),
      categories: saidAll(tags).filter((tag) => typeof tag === "string"),
      ...(written !== undefined && { written }),
    },
  ];
}

/** The items of a JSON Feed; undefined if it is not one. It does not say when it was built. */
export function itemsOfJson(value: unknown): ItemFeed | undefined {
  const read = Feed.safeParse(value);
  if (!read.success) return undefined;
  const { title, description, home_page_url, items } = read.data;
  return {
    title: said(title),
    about: [description, home_page_url].map(said).filter((text) => text !== ""),
    items: items.slice(0, MAX_PAPERS).flatMap(itemOfJson),
  };
}
