/** Feeds that a web page names, in its head or by a link of its own, so that the address of a site is enough. */
import { elementsIn, parseMarkup } from "../../net/markup-tree.ts";
import { allowedUrl } from "../address.ts";

/** Media types of feeds, the best first. */
const TYPES = ["application/feed+json", "application/json", "application/atom+xml", "application/rss+xml"];

/** How the path of a link to a feed ends: `/rss`, `/feed/`, `news.atom`, `index.xml`. */
const LIKE_A_FEED = /(?:\/(?:rss|atom|feed|feed\.json)|\.(?:rss|atom|xml))\/?$/iu;

/** Characters of a page: its head is at its beginning. */
const MOST_OF_PAGE = 500_000;

/**
 * Whole addresses of the `<link rel="alternate">` of a page, the best first, then of its links that look like feeds; those that are not
 * allowed are left out.
 */
export function linksToFeeds(html: string, base: string): string[] {
  const found: { url: string; worth: number }[] = [];
  // What is deeper than the tree goes is not the head of a page.
  for (const { name, attributes } of elementsIn(
    parseMarkup(html.slice(0, MOST_OF_PAGE)).nodes,
    (element) => element.name === "link" || element.name === "a",
  )) {
    const { rel = "", type = "", href = "" } = attributes;
    if (!href) continue;
    const declared = /\balternate\b/iu.test(rel) ? TYPES.indexOf(type.toLowerCase()) : -1;
    if (name === "link" && declared < 0) continue;
    try {
      const url = allowedUrl(href, base);
      if (declared >= 0) found.push({ url: url.href, worth: declared });
      else if (LIKE_A_FEED.test(url.pathname)) found.push({ url: url.href, worth: TYPES.length });
    } catch {
      // A link that we may not follow is as good as none.
    }
  }
  return [...new Set(found.toSorted((a, b) => a.worth - b.worth).map(({ url }) => url))];
}
