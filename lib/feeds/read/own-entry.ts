/**
 * A day out of the HTML that our own site and its feeds carry (`article[data-hot-paper]`, written by `lib/feeds/publish/entry-html.ts`). It
 * is made for people: it has no handles of authors, and says only in a sentence when counts were taken. The pointer beside such a feed is
 * better to ask; this is what we have without it.
 */
import { readPostDay } from "../../digest/dates.ts";
import type { CountKind, Counts, Network, Post } from "../../digest/digest.ts";
import { isPaperId } from "../../paper/paper-id.ts";
import { childrenOf, elementsIn, textWithin } from "../../net/markup-tree.ts";
import type { MarkupElement, MarkupNode } from "../../net/markup-tree.ts";

/** The day as the entry of the feed names it. */
export interface EntryHead {
  /** `YYYY-MM-DD`. */
  date: string;
  title: string;
  /** `YYYY-MM-DDTHH:MM:SS`. */
  generated: string;
}

const NETWORKS: ReadonlyMap<string, Network> = new Map([
  ["X (Twitter)", "twitter"],
  ["Bluesky", "bluesky"],
  ["Hugging Face", "huggingface"],
  ["Hacker News", "hackernews"],
]);
const KINDS: ReadonlyMap<string, CountKind> = new Map([
  ["repost", "reposts"],
  ["retweet", "reposts"],
  ["like", "likes"],
  ["favorite", "likes"],
  ["upvote", "upvotes"],
  ["point", "points"],
  ["comment", "comments"],
]);

const textOf = (element: MarkupElement | undefined): string => (element ? textWithin(element).trim() : "");
const hasClass = (element: MarkupElement, name: string): boolean => element.attributes["class"] === name;
const listOf = (article: MarkupElement, name: string): MarkupElement[] =>
  elementsIn([article], (element) => element.name === "ul" && hasClass(element, name))
    .slice(0, 1)
    .flatMap((list) => childrenOf(list, "li"));

/** `Bluesky: 1,203 reposts · 14 likes`. */
function countsOf(text: string): Counts[] {
  const colon = text.indexOf(": ");
  const network = NETWORKS.get(text.slice(0, Math.max(0, colon)));
  if (network === undefined) return [];
  const counts: Counts = { network };
  for (const figure of text.slice(colon + 2).split(" · ")) {
    const [number = "", name = ""] = figure.split(" ");
    const kind = KINDS.get(name.endsWith("s") ? name.slice(0, -1) : name);
    const value = Number(number.replaceAll(",", ""));
    if (kind !== undefined && number !== "" && Number.isInteger(value)) counts[kind] = value;
  }
  return [counts];
}

/** `Mixed rank of: Bluesky 3, Hugging Face 1`. */
function ranksOf(text: string): Partial<Record<Network, number>> | undefined {
  const ranks: Partial<Record<Network, number>> = {};
  for (const part of text.slice(text.indexOf(": ") + 2).split(", ")) {
    const network = NETWORKS.get(part.slice(0, part.lastIndexOf(" ")));
    if (network) ranks[network] = Number(part.slice(part.lastIndexOf(" ") + 1));
  }
  return Object.keys(ranks).length > 0 ? ranks : undefined;
}

/** The English date at the end of `Hacker News, Friday 31 July 2026`. */
function dayAtEnd(text: string): string | undefined {
  const [day = "", month = "", year = ""] = text.split(" ").slice(-3);
  return readPostDay(`${month} ${day}, ${year}`);
}

/** What a post's address tells: its id, and its author if the network writes that there. */
function postIdOf(href: string): { id: string; handle?: string | undefined } | undefined {
  const url = URL.parse(href);
  if (!url) return undefined;
  const parts = url.pathname.split("/").filter(Boolean);
  const id = url.searchParams.get("id") ?? parts.at(-1);
  const handle = parts[0] === "profile" ? parts[1] : parts[1] === "status" ? parts[0] : undefined;
  return id ? { id, handle } : undefined;
}

function postOf(item: MarkupElement): Post[] {
  const paragraphs = childrenOf(item, "p");
  const last = paragraphs.at(-1);
  const link = last && childrenOf(last, "a")[0];
  const where = textOf(link);
  const network = NETWORKS.get(where.slice(0, Math.max(0, where.indexOf(", "))));
  const url = link?.attributes["href"] ?? "";
  const [date, known] = [dayAtEnd(where), postIdOf(url)];
  if (!last || network === undefined || date === undefined || !known) return [];
  const name = textOf(childrenOf(last, "bdi")[0]);
  const text = paragraphs.length > 1 ? paragraphs[0] : undefined;
  return [
    {
      network,
      id: known.id,
      url,
      // The name may be a handle: it is used for people without a name.
      author: { name, handle: known.handle ?? (name === "" || name.includes(" ") ? "i" : name) },
      date,
      lang: text?.attributes["lang"] || "und",
      dir: text?.attributes["dir"] === "rtl" ? "rtl" : "ltr",
      ...(text && { text: textWithin(text) }),
    },
  ];
}

function abstractOf(article: MarkupElement): string {
  const details = childrenOf(article, "details").find(
    (each) => textOf(childrenOf(each, "summary")[0]) === "Abstract",
  );
  return childrenOf(details, "p").map(textOf).join("\n\n");
}

function paperOf(article: MarkupElement): unknown {
  const heading = childrenOf(article, "h2")[0];
  const named = (name: string) => textOf(childrenOf(article, "p").find((each) => hasClass(each, name)));
  const authors = named("authors");
  const abstract = abstractOf(article);
  const ranks = ranksOf(named("ranks"));
  return {
    id: article.attributes["data-hot-paper"],
    rank: Number.parseInt(textOf(heading), 10),
    title: textOf(heading && childrenOf(heading, "a")[0]),
    authors: authors === "" ? [] : authors.split(", "),
    categories: listOf(article, "categories").map(textOf),
    ...(abstract && { abstract }),
    counts: listOf(article, "counts").flatMap((item) => countsOf(textOf(item))),
    posts: listOf(article, "posts").flatMap(postOf),
    ...(ranks && { ranks }),
  };
}

/**
 * The digest in an entry's HTML, not checked yet.
 *
 * @returns undefined if no paper of our form is in it
 */
export function readOwnEntry(nodes: readonly MarkupNode[], head: EntryHead): object | undefined {
  const articles = elementsIn(
    nodes,
    ({ name, attributes }) => name === "article" && isPaperId(attributes["data-hot-paper"] ?? ""),
  );
  if (articles.length === 0) return undefined;
  return { version: 1, ...head, papers: articles.map(paperOf) };
}
