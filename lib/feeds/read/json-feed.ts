/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with one item for each day's digest. Feed readers show the items'
 * HTML; ours reads the item's `_hot_papers`, which is the digest itself, or a link to its file: `{"date", "url", "sha256"}`. The
 * feed's own `_hot_papers` names the pointer, which is what is asked for from then on.
 *
 * ```json
 * {
 *   "version": "https://jsonfeed.org/version/1.1",
 *   "title": "Hot papers (cs, stat.ML)",
 *   "_hot_papers": { "about": "https://hot.example.org/about", "version": 1, "pointer": "latest.json" },
 *   "items": [{
 *     "id": "https://hot.example.org/2026-11-20", "title": "Hot Papers 2026-11-20", "content_html": "…",
 *     "date_published": "2026-11-20T22:05:00Z",
 *     "_hot_papers": { "date": "2026-11-20", "url": "days/2026-11-20.json", "sha256": "…" }
 *   }]
 * }
 * ```
 */
import * as z from "zod/mini";
import type { Digest } from "../../digest/digest.ts";
import { address, DayLink, MOST_FILES, shortText } from "./day-file.ts";

/** One day as an item. */
export interface JsonFeedItem {
  /** Stable for ever, an address where possible. */
  id: string;
  url?: string | undefined;
  title: string;
  contentHtml: string;
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  published: string;
  /** When its counts were last refreshed. */
  modified?: string | undefined;
  /** The digest, or the address of its file. */
  digest: Digest | DayLink;
}

export interface JsonFeed {
  title: string;
  home?: string | undefined;
  /** Its own address. */
  address?: string | undefined;
  description?: string | undefined;
  /** A page that says what `_hot_papers` is, as JSON Feed asks for. */
  about: string;
  /** Address of the pointer. */
  pointer?: string | undefined;
  /** Newest first. */
  items: JsonFeedItem[];
}

const Version = z.string().check(z.regex(/^https:\/\/jsonfeed\.org\/version\/1/));
const Feed = z.object({
  version: Version,
  title: shortText,
  items: z.array(z.unknown()),
  _hot_papers: z.optional(z.object({ version: z.optional(z.number()), pointer: z.optional(address) })),
});
const Item = z.object({ id: z.coerce.string(), _hot_papers: z.optional(z.unknown()) });

/** The feed as a file. */
export function writeJsonFeed({
  title,
  home,
  address: own,
  description,
  about,
  pointer,
  items,
}: JsonFeed): string {
  const file = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: home,
    feed_url: own,
    description,
    language: "en",
    _hot_papers: { about, version: 1, pointer },
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.contentHtml,
      date_published: item.published,
      date_modified: item.modified,
      _hot_papers: { about, ...item.digest },
    })),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** What we take from a JSON Feed: for each item a link, or a digest that is not checked yet. */
export interface ReadJsonFeed {
  title: string;
  pointer?: string;
  items: ({ link: DayLink } | { id: string; digest: unknown })[];
}

/** Reads a feed out of parsed JSON. Items without `_hot_papers` are left out. Undefined if it is not a JSON Feed. */
export function readJsonFeed(value: unknown): ReadJsonFeed | undefined {
  const feed = Feed.safeParse(value);
  if (!feed.success) return undefined;
  const { title, items, _hot_papers: ours } = feed.data;
  return {
    title,
    ...(ours?.pointer !== undefined && { pointer: ours.pointer }),
    items: items.slice(0, MOST_FILES).flatMap((each): ReadJsonFeed["items"] => {
      const item = Item.safeParse(each);
      if (!item.success) return [];
      const { id, _hot_papers: digest } = item.data;
      if (typeof digest !== "object" || digest === null) return [];
      if ("papers" in digest) return [{ id, digest }];
      const link = DayLink.safeParse(digest);
      return link.success ? [{ link: link.data }] : [];
    }),
  };
}
