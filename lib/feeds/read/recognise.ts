/** What an address serves, told by the content and never by the name. */
import { isDay } from "../../digest/dates.ts";
import { looksLikePage } from "../../digest/first-tag.ts";
import { readJson } from "../../digest/read-json.ts";
import { allowedUrl } from "../address.ts";
import { dayFileOf } from "./day-file.ts";
import type { DayFile } from "./day-file.ts";
import { FeedError } from "../feed-error.ts";
import { textOf } from "../fetch-file.ts";
import type { FetchedFile } from "../fetch-file.ts";
import { readFolderIndex } from "./folder-index.ts";
import { readJsonFeed } from "./json-feed.ts";
import { linksToFeeds } from "./page-links.ts";
import { itemsOfJson, itemsOfXml } from "./feed-item.ts";
import type { ItemFeed } from "./feed-item.ts";
import { readPaperList } from "./paper-list.ts";
import { readPointer } from "./pointer.ts";
import type { DayContent } from "./read-digests.ts";
import { readListing } from "./repository.ts";
import { looksLikeXmlFeed, readXmlFeed } from "./xml-feed.ts";

/** A paper list is a feed of any of the forms that has one item for each paper. */
export type FeedKind = "pointer" | "jsonFeed" | "xmlFeed" | "folder" | "repository" | "digest" | "paperList";

/** A digest within the feed's own file. */
export interface InlineDigest extends DayContent {
  key: string;
  date?: string;
}

/** A feed's first file, read. */
export interface Served {
  kind: FeedKind;
  title: string;
  files: DayFile[];
  inline: InlineDigest[];
  /** A pointer's list of all its days. */
  index?: string;
  /** The pointer that a JSON Feed names, or the one beside our own Atom: better to ask for. */
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

/** Whether a value is one of our forms in a version that does not exist yet. */
function isOfNewerVersion(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { version, _hot_papers: ours } = value as { version?: unknown; _hot_papers?: { version?: unknown } };
  if (typeof version === "number")
    return version > 1 && ["days", "files", "papers"].some((name) => name in value);
  const feed = /^https:\/\/jsonfeed\.org\/version\/(\d+)/u.exec(String(version))?.[1];
  return Number(feed) > 1 || Number(ours?.version) > 1;
}

/** What is known beside the file. */
export interface Reading {
  /** `YYYY-MM-DD`: a list of papers is of no later day. */
  today?: string;
  /** What the address served before. */
  before?: FeedKind | undefined;
}

/** A feed with one item for each paper, as the digest of its day. A list that is empty, as on a weekend, stays a list without news. */
function ofItems(
  feed: ItemFeed | undefined,
  { url }: FetchedFile,
  { today, before }: Reading,
): Served | undefined {
  if (feed?.items.length === 0 && before === "paperList") return served("paperList", feed.title, {});
  // Badges say whose list it is: one without a name gets its host's.
  const list = feed && readPaperList({ ...feed, title: feed.title.trim() || new URL(url).host }, today);
  if (!list) return undefined;
  const { date, digest } = list;
  return served("paperList", feed.title, {
    inline: [{ key: date, date, text: JSON.stringify(digest), value: digest }],
  });
}

function ofJson(value: unknown, file: FetchedFile, text: string, reading: Reading): Served | undefined {
  if (isOfNewerVersion(value)) throw new FeedError("newerVersion", file.url, "is of a newer version");
  const pointer = readPointer(value);
  if (pointer) {
    const files = pointer.days.map((link) => dayFileOf(link, file.url));
    const index = pointer.index === undefined ? undefined : allowedUrl(pointer.index, file.url).href;
    return served("pointer", pointer.title, { files, ...(index !== undefined && { index }) });
  }
  const feed = readJsonFeed(value);
  if (feed && (feed.items.length > 0 || feed.pointer !== undefined)) {
    const pointed = feed.pointer === undefined ? undefined : allowedUrl(feed.pointer, file.url).href;
    return served("jsonFeed", feed.title, {
      files: feed.items.flatMap((item) => ("link" in item ? [dayFileOf(item.link, file.url)] : [])),
      inline: feed.items.flatMap((item): InlineDigest[] => {
        if ("link" in item) return [];
        const { date } = item.digest as { date?: unknown };
        const known = typeof date === "string" && isDay(date);
        const written = JSON.stringify(item.digest);
        return [{ key: item.id, ...(known && { date }), text: written, value: item.digest }];
      }),
      ...(pointed !== undefined && { pointer: pointed }),
    });
  }
  if (feed) return ofItems(itemsOfJson(value), file, reading) ?? served("jsonFeed", feed.title, {});
  const listing = readListing(value, file.url);
  if (listing) return served("repository", listing.title, { files: listing.files });
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "object" && first !== null && "papers" in first)
    return served("digest", undefined, { inline: [{ key: "digest", text }] });
  const folder = readFolderIndex(value, file.url);
  return folder && served("folder", folder.title, { files: folder.files });
}

/** Why XML could not be read, for the log of a developer. */
const NOT_READ = {
  cut: "is not whole XML",
  tooDeep: "has too many elements within each other",
  tooManyElements: "has too many elements",
};

/**
 * Reads a feed's first file.
 *
 * @throws FeedError "noFeed", "unreadable" (cut short), "newerVersion", or what an address in it lacks
 */
export function recognise(file: FetchedFile, reading: Reading = {}): Served | ServedPage {
  try {
    return recogniseText(file, reading);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    // Something unforeseen, for instance more than a reader can take: not our fault, nor the disk's.
    throw new FeedError("unreadable", file.url, "cannot be read", { error });
  }
}

function recogniseText(file: FetchedFile, reading: Reading): Served | ServedPage {
  const text = textOf(file);
  const fail = (code: "noFeed" | "unreadable", cause: string) => new FeedError(code, file.url, cause);
  const start = text.trimStart();
  if (start === "") throw fail("noFeed", "is empty");
  if (/^[[{]/u.test(start)) {
    const json = readJson(text);
    const lines = json ? undefined : readJson(start.slice(0, Math.max(0, start.indexOf("\n"))));
    if (lines) return served("digest", undefined, { inline: [{ key: "digest", text }] });
    if (!json) throw fail("unreadable", "is not whole JSON");
    const found = ofJson(json.value, file, text, reading);
    if (found) return found;
    throw fail("noFeed", "is JSON, but no feed that we know");
  }
  if (looksLikeXmlFeed(text)) {
    const feed = readXmlFeed(text);
    if (typeof feed === "string") throw fail("unreadable", NOT_READ[feed]);
    if (feed.entries.length === 0) {
      const list = ofItems(itemsOfXml(feed, text), file, reading);
      if (list) return list;
      if (feed.beyond) throw fail("unreadable", NOT_READ[feed.beyond]);
      throw fail("noFeed", "is a feed without a digest, and no list of papers");
    }
    const pointer = feed.isOurs ? URL.parse("latest.json", file.url)?.href : undefined;
    return served("xmlFeed", feed.title, { inline: feed.entries, ...(pointer !== undefined && { pointer }) });
  }
  if (start.startsWith("---")) return served("digest", undefined, { inline: [{ key: "digest", text }] });
  if (looksLikePage(text)) return { kind: "page", links: linksToFeeds(text, file.url) };
  throw fail("noFeed", "is no feed that we know");
}
