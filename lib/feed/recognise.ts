/** What an address serves, told by the content and never by the name. */
import { isDay } from "../digest/dates.ts";
import { allowedUrl } from "./address.ts";
import { dayFileOf } from "./day-file.ts";
import type { DayFile } from "./day-file.ts";
import { FeedError } from "./feed-error.ts";
import { textOf } from "./fetch-file.ts";
import type { FetchedFile } from "./fetch-file.ts";
import { readFolderIndex } from "./folder-index.ts";
import { readJsonFeed } from "./json-feed.ts";
import { linksToFeeds, looksLikePage } from "./page-links.ts";
import { readPointer } from "./pointer.ts";
import { readListing } from "./repository.ts";
import { looksLikeXmlFeed, readXmlFeed } from "./xml-feed.ts";

export type FeedKind = "pointer" | "jsonFeed" | "xmlFeed" | "folder" | "repository" | "digest";

/** A digest that stands within the feed's own file. */
export interface InlineDigest {
  key: string;
  date?: string;
  /** As `parseDigestFile` reads it. */
  text: string;
}

/** A feed's first file, read. */
export interface Served {
  kind: FeedKind;
  title: string;
  files: DayFile[];
  inline: InlineDigest[];
  /** A pointer's list of all its days. */
  index?: string;
  /** A JSON Feed's pointer, which is the better thing to ask for. */
  pointer?: string;
}

/** A web page, which may name feeds. */
export interface ServedPage {
  kind: "page";
  /** Whole addresses, the best first. */
  links: string[];
}

const served = (kind: FeedKind, title: string | undefined, more: Partial<Served>): Served => ({
  kind,
  title: title?.replace(/\s+/gu, " ").trim().slice(0, 200) ?? "",
  files: [],
  inline: [],
  ...more,
});

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Whether a value is one of our forms in a version that does not exist yet. */
function isOfNewerVersion(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { version, _hot_papers: ours } = value as { version?: unknown; _hot_papers?: { version?: unknown } };
  if (typeof version === "number")
    return version > 1 && ["days", "files", "papers"].some((name) => name in value);
  const feed = /^https:\/\/jsonfeed\.org\/version\/(\d+)/u.exec(String(version))?.[1];
  return Number(feed) > 1 || Number(ours?.version) > 1;
}

function ofJson(value: unknown, file: FetchedFile, text: string): Served | undefined {
  if (isOfNewerVersion(value)) throw new FeedError("newerVersion", file.url, "is of a newer version");
  const pointer = readPointer(value);
  if (pointer) {
    const files = pointer.days.map((link) => dayFileOf(link, file.url));
    const index = pointer.index === undefined ? undefined : allowedUrl(pointer.index, file.url).href;
    return served("pointer", pointer.title, { files, ...(index !== undefined && { index }) });
  }
  const feed = readJsonFeed(value);
  if (feed) {
    const pointed = feed.pointer === undefined ? undefined : allowedUrl(feed.pointer, file.url).href;
    return served("jsonFeed", feed.title, {
      files: feed.items.flatMap((item) => ("link" in item ? [dayFileOf(item.link, file.url)] : [])),
      inline: feed.items.flatMap((item): InlineDigest[] => {
        if ("link" in item) return [];
        const { date } = item.digest as { date?: unknown };
        const known = typeof date === "string" && isDay(date);
        return [{ key: item.id, ...(known && { date }), text: JSON.stringify(item.digest) }];
      }),
      ...(pointed !== undefined && { pointer: pointed }),
    });
  }
  const listing = readListing(value, file.url);
  if (listing) return served("repository", listing.title, { files: listing.files });
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "object" && first !== null && "papers" in first)
    return served("digest", undefined, { inline: [{ key: "digest", text }] });
  const folder = readFolderIndex(value, file.url);
  return folder && served("folder", folder.title, { files: folder.files });
}

/**
 * Reads a feed's first file.
 *
 * @throws FeedError "noFeed", "unreadable" (cut short), "newerVersion", or what an address in it lacks
 */
export function recognise(file: FetchedFile): Served | ServedPage {
  const text = textOf(file);
  const fail = (code: "noFeed" | "unreadable", cause: string) => new FeedError(code, file.url, cause);
  const start = text.trimStart();
  if (start === "") throw fail("noFeed", "is empty");
  if (/^[[{]/u.test(start)) {
    const json = parsed(text);
    const lines = json ? undefined : parsed(start.slice(0, Math.max(0, start.indexOf("\n"))));
    if (lines) return served("digest", undefined, { inline: [{ key: "digest", text }] });
    if (!json) throw fail("unreadable", "is not whole JSON");
    const found = ofJson(json.value, file, text);
    if (found) return found;
    throw fail("noFeed", "is JSON, but no feed that we know");
  }
  if (looksLikeXmlFeed(text)) {
    const feed = readXmlFeed(text);
    if (!feed) throw fail("unreadable", "is not whole XML");
    const inline = feed.entries.map(({ key, date, markdown }) => ({ key, date, text: markdown }));
    return served("xmlFeed", feed.title, { inline });
  }
  if (start.startsWith("---")) return served("digest", undefined, { inline: [{ key: "digest", text }] });
  if (looksLikePage(text)) return { kind: "page", links: linksToFeeds(text, file.url) };
  throw fail("noFeed", "is no feed that we know");
}
