/**
 * What arXiv announced last, from its RSS: https://info.arxiv.org/help/rss_specifications.html. Three traps, known from the
 * source of arxiv-feed and from reports of 2026: the dates inside are always today's, even on weekends and for an old batch,
 * so none of them is read; a category can serve yesterday's batch while another is current (compare ids, see
 * `arxiv-batch.ts`); and from 2,000 items on new papers fall out, so a list that long is not complete.
 */
import { splitAuthors } from "../../paper/author-name.ts";
import { parsePaperId } from "../../paper/paper-id.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { Outside } from "../../net/outside.ts";
import { request } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";
import { fold, foldAbstract } from "./talk.ts";
import type { Names } from "./talk.ts";
import { childrenOf, parseXml, textOf, textWithin } from "../../net/markup-tree.ts";
import type { MarkupElement } from "../../net/markup-tree.ts";

export const MOST_ITEMS = 2_000;

/** A paper of an announcement. Replaced versions are not among them. */
export interface Announced extends Names {
  id: PaperId;
  /** New on arXiv, or known there and now listed in another category too. */
  kind: "new" | "cross";
}

function announcedIn(item: MarkupElement): Announced | undefined {
  const kind = textOf(item, "arxiv:announce_type");
  const id = parsePaperId((textOf(item, "guid") ?? "").replace(/^oai:arXiv\.org:/, ""))?.id;
  const title = fold(textOf(item, "title") ?? "");
  if (!id || title === "" || (kind !== "new" && kind !== "cross")) return undefined;
  const description = textOf(item, "description") ?? "";
  const abstract = foldAbstract(description.slice(description.indexOf("Abstract:") + "Abstract:".length));
  return {
    id,
    kind,
    title,
    authors: splitAuthors(textOf(item, "dc:creator") ?? ""),
    categories: childrenOf(item, "category").map((each) => textWithin(each).trim()),
    ...(description.includes("Abstract:") && abstract !== "" && { abstract }),
  };
}

/** The papers of an RSS document and how many items it has. Throws `SourceError` if it is not a whole RSS document. */
export function readRss(xml: string, url: string): { papers: Announced[]; items: number } {
  const rss = parseXml(xml);
  const [channel] = childrenOf(rss, "channel");
  if (rss?.name !== "rss" || !channel) throw new SourceError("unreadable", url, "is no whole RSS document");
  const items = childrenOf(channel, "item");
  const papers = items.map(announcedIn).filter((paper) => paper !== undefined);
  return { papers, items: items.length };
}

/** The papers announced last in these categories, each once. Empty between announcements (weekends, holidays). */
export const askRss = (
  outside: Outside,
  addresses: Pick<Addresses, "arxivRss">,
  categories: readonly string[],
  options: RequestOptions = {},
): Promise<Answer<Announced[]>> =>
  answer(outside, async () => {
    const url = `${addresses.arxivRss}/rss/${categories.join("+")}`;
    const reply = await request(outside, url, { accept: "application/rss+xml, */*", ...options });
    const { papers, items } = readRss(reply.text, url);
    const complete = items < MOST_ITEMS;
    const notes = complete ? [] : [`${items} items: arXiv cuts new papers off, ask for fewer categories`];
    return {
      at: reply.at,
      complete,
      notes,
      facts: [...new Map(papers.map((paper) => [paper.id, paper])).values()],
    };
  });
