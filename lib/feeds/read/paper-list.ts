/**
 * A list of papers: a foreign feed with one item for each paper, as Hugging Face, papers.cool and SciRate have them. It is the digest
 * of one day, in the feed's own order.
 */
import { isDay } from "../../digest/dates.ts";
import type { Entry } from "../../digest/digest.ts";
import { MAX_LINE, MAX_TEXT } from "../../digest/limits.ts";
import { oneLine } from "../../digest/tidy-text.ts";
import { isArchive } from "../../paper/archives.ts";
import { tidyAuthors } from "../../paper/author-name.ts";
import { parsePaperId } from "../../paper/paper-id.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { FeedItem, ItemFeed } from "./feed-item.ts";
import { countsOf, homesOf } from "./item-counts.ts";
import { paperByAddress, paperInText } from "./item-paper.ts";
import { labelled, textOfItem } from "./item-text.ts";
import type { ItemText } from "./item-text.ts";

/** This many papers make a feed a list, with any number of other items. */
const ENOUGH_PAPERS = 3;

interface PaperItem {
  id: PaperId;
  item: FeedItem;
  text: ItemText;
  /** Its address names the paper, not only its words: then its authors are the paper's. */
  byAddress: boolean;
}

/** The day and its digest, not checked yet. */
export interface PaperListDay {
  date: string;
  digest: object;
}

/**
 * The digest that a list of papers is; undefined if the feed is not one: fewer than three papers, and fewer than half of the items lead
 * to one.
 *
 * @param feed with a title, which names the list
 * @param today `YYYY-MM-DD`: a list is of no later day
 */
export function readPaperList(feed: ItemFeed, today: string | undefined): PaperListDay | undefined {
  const papers = papersOf(feed);
  const leading = papers.filter(({ byAddress }) => byAddress).length;
  const isList = papers.length >= ENOUGH_PAPERS || (leading > 0 && 2 * leading >= feed.items.length);
  if (!isList) return undefined;
  const generated = timeOfList(feed, today);
  return generated === undefined ? undefined : listOf(feed, papers, generated);
}

/** When the feed was built, or the time of its newest item; at most today, and today if it says neither. */
function timeOfList(feed: ItemFeed, today: string | undefined): string | undefined {
  const written = feed.built ?? newestOf(feed);
  const day = written?.slice(0, 10) ?? "";
  if (isDay(day) && (today === undefined || day <= today)) return written;
  return today === undefined ? undefined : `${today}T00:00:00`;
}

function listOf(feed: ItemFeed, papers: readonly PaperItem[], generated: string): PaperListDay {
  const date = generated.slice(0, 10);
  const list = oneLine(feed.title).slice(0, 200);
  const homes = homesOf(feed);
  const entries = papers.map(({ id, item, text, byAddress }, place): Entry => ({
    id,
    rank: place + 1,
    title: titleOf(item, id),
    authors: authorsOf(item, text, byAddress),
    categories: [...new Set(item.categories.filter(isCategory))],
    ...abstractOf(text),
    counts: countsOf(item, text.lines, homes, feed.built),
    posts: [],
    ...(list !== "" && { list }),
  }));
  return { date, digest: { version: 1, date, title: list, generated, papers: entries } };
}

/** The items that are about a paper, each paper once. */
function papersOf({ items }: ItemFeed): PaperItem[] {
  const papers = new Map<PaperId, PaperItem>();
  for (const item of items) {
    const text = textOfItem(item.html);
    const led = paperByAddress(item);
    const id = led ?? paperInText(item, text);
    if (id !== undefined && !papers.has(id)) papers.set(id, { id, item, text, byAddress: led !== undefined });
  }
  return [...papers.values()];
}

/** When the newest item was written. */
const newestOf = ({ items }: ItemFeed): string | undefined =>
  items
    .flatMap(({ written }) => written ?? [])
    .toSorted()
    .at(-1);

/** The title without what arXiv's own and others write around it: `[2401.00001] Title`, `Title (arXiv:2401.00001v1 [cs.LG])`. */
function titleOf({ title }: FeedItem, id: PaperId): string {
  const bare = oneLine(title).replace(/ ?\(arXiv:[^()]{1,60}\)$/iu, "");
  const [before = "", named = ""] = /^\[([^\]]{1,40})\] /u.exec(bare) ?? [];
  const own = parsePaperId(named) ? bare.slice(before.length) : bare;
  return own.slice(0, MAX_LINE).trim() || `arXiv:${id}`;
}

/** As the text names them, otherwise the item itself. A name of one word may be the poster's. */
function authorsOf({ authors }: FeedItem, { lines }: ItemText, byAddress: boolean): string[] {
  const named = labelled(lines, ["authors", "author"])?.split(/,| and /u);
  const own = byAddress ? authors.filter((name) => name.trim().includes(" ")) : [];
  return tidyAuthors(named ?? own);
}

/** `cs.LG`, `hep-th`: a blog's own tags are not taken for them. */
function isCategory(name: string): boolean {
  return (
    /^[a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?$/u.test(name) &&
    /[.-]/u.test(name) &&
    isArchive(name.split(".")[0] ?? "")
  );
}

function abstractOf({ lines }: ItemText): Pick<Entry, "abstract"> {
  const abstract = labelled(lines, ["abstract", "summary"]);
  return abstract === undefined ? {} : { abstract: abstract.slice(0, MAX_TEXT) };
}
