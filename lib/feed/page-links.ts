/** Feeds that a web page names in its head, so that the address of a site is enough. */
import { Parser } from "htmlparser2";
import { allowedUrl } from "./address.ts";

/** Media types of feeds, the best first. */
const TYPES = ["application/feed+json", "application/json", "application/atom+xml", "application/rss+xml"];

/** Whether a text looks like HTML. */
export function looksLikePage(text: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/iu.test(text.slice(0, 4000));
}

/** Whole addresses of the `<link rel="alternate">` of a page, the best first; those that are not allowed are left out. */
export function linksToFeeds(html: string, base: string): string[] {
  const found: { url: string; worth: number }[] = [];
  const parser = new Parser({
    onopentag(name, { rel = "", type = "", href = "" }) {
      const worth = TYPES.indexOf(type.toLowerCase());
      if (name !== "link" || worth < 0 || !/\balternate\b/iu.test(rel) || !href) return;
      try {
        found.push({ url: allowedUrl(href, base).href, worth });
      } catch {
        // A link that we may not follow is as good as none.
      }
    },
  });
  parser.end(html);
  return [...new Set(found.toSorted((a, b) => a.worth - b.worth).map(({ url }) => url))];
}
