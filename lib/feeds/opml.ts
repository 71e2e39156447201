/**
 * OPML (http://opml.org/spec2.opml), in which feed readers hand lists of feeds to each other:
 *
 * ```xml
 * <opml version="2.0"><head><title>…</title></head><body>
 *   <outline text="Hot papers" type="rss" xmlUrl="https://hot.example.org/v1/feed.json"/>
 * </body></opml>
 * ```
 */
import { oneLine } from "../digest/tidy-text.ts";
import { elementsIn, parseXml } from "../net/markup-tree.ts";
import { typedUrl } from "./address.ts";

/** A feed of such a list. */
export interface OpmlFeed {
  title: string;
  address: string;
}

export interface OpmlList {
  /** Each address once. */
  feeds: OpmlFeed[];
  /** The number of further ones with an invalid address, with one that we may not ask, or beyond the limit. */
  left: number;
}

/** Addresses of one list; each of them costs its host a question. */
export const MOST_OPML_FEEDS = 50;
/** Characters of a list: one of 1,000 feeds has 200,000. */
export const MOST_OPML = 2_000_000;
const MOST_OF_TITLE = 200;

/** Lists are old, and what was at http then is at https by now; we only ask https. */
const encrypted = (address: string): string => address.replace(/^(?:feed:(?:\/\/)?)?http:\/\//iu, "https://");

function addressOf(written: string): string | undefined {
  try {
    return typedUrl(encrypted(written.trim())).href;
  } catch {
    return undefined; // it counts among those that are left
  }
}

/** The feeds of a list; undefined if the text is not OPML, or not whole. */
export function readOpml(text: string): OpmlList | undefined {
  const root = text.length > MOST_OPML ? undefined : parseXml(text);
  if (root?.name.toLowerCase() !== "opml") return undefined;
  const feeds = new Map<string, OpmlFeed>();
  let left = 0;
  for (const { attributes } of elementsIn([root], ({ name }) => name === "outline")) {
    const written = attributes["xmlUrl"] ?? attributes["xmlurl"];
    if (written === undefined) continue; // a folder of others
    const address = addressOf(written);
    if (address !== undefined && feeds.has(address)) continue;
    if (address === undefined || feeds.size >= MOST_OPML_FEEDS) {
      left += 1;
      continue;
    }
    const title = oneLine(attributes["title"] ?? attributes["text"] ?? "").slice(0, MOST_OF_TITLE);
    feeds.set(address, { title: title || new URL(address).host, address });
  }
  return { feeds: [...feeds.values()], left };
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The feeds as a file. Every feed is `rss` there, whatever its form: that is what readers look for. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const lines = feeds.map(
    (feed) =>
      `    <outline type="rss" text="${escaped(feed.title)}" title="${escaped(feed.title)}" xmlUrl="${escaped(feed.address)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    "  <body>",
    ...lines,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}
