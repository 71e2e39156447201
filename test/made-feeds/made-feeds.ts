/** Whole feeds as files by path, of every kind that we read. */
import { createHash } from "node:crypto";
import type { Digest } from "../../lib/digest/digest.ts";
import { writeMarkdown } from "../../lib/digest/write-markdown.ts";
import type { DayLink } from "../../lib/feeds/read/day-file.ts";
import { writeFolderIndex } from "../../lib/feeds/read/folder-index.ts";
import { writeJsonFeed } from "../../lib/feeds/read/json-feed.ts";
import { writePointer } from "../../lib/feeds/read/pointer.ts";
import { gatsbyHtml } from "./gatsby-html.ts";

export type FeedFiles = Record<string, string>;

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const newestFirst = (digests: readonly Digest[]) => digests.toSorted((a, b) => (a.date < b.date ? 1 : -1));
const generatedAt = (digests: readonly Digest[]) =>
  `${newestFirst(digests)[0]?.generated ?? "2026-11-20T22:05:00"}Z`;

function dayFiles(digests: readonly Digest[]): { files: FeedFiles; links: DayLink[] } {
  const files: FeedFiles = {};
  const links = newestFirst(digests).map(({ date, ...rest }) => {
    const text = JSON.stringify({ ...rest, date });
    files[`/v1/days/${date}.json`] = text;
    return { date, url: `days/${date}.json`, sha256: hashOf(text) };
  });
  return { files, links };
}

/** Kind (a) with everything: pointer, list of all days, JSON Feed, day files. */
export function pointerFeed(digests: readonly Digest[], title = "Made papers"): FeedFiles {
  const { files, links } = dayFiles(digests);
  return {
    ...files,
    "/v1/index.json": writeFolderIndex({ version: 1, title, files: links }),
    "/v1/latest.json": writePointer({
      version: 1,
      title,
      home: "../",
      index: "index.json",
      generatedAt: generatedAt(digests),
      sources: [{ source: "bluesky", state: "ok", at: "2026-11-20T22:01:10" }],
      days: links,
    }),
    "/v1/feed.json": jsonFeed(title, links, digests, "latest.json"),
  };
}

function jsonFeed(
  title: string,
  items: readonly (DayLink | Digest)[],
  digests: readonly Digest[],
  pointer?: string,
) {
  const byDate = new Map(digests.map((digest) => [digest.date, digest]));
  return writeJsonFeed({
    title,
    about: "https://hot.example.org/about",
    ...(pointer !== undefined && { pointer }),
    items: items.map((item) => ({
      id: `https://hot.example.org/${item.date}`,
      title: `Hot Papers ${item.date}`,
      contentHtml: "<p>What people talked about.</p>",
      published: `${byDate.get(item.date)?.generated}Z`,
      digest: item,
    })),
  });
}

/** Kind (a) without a pointer, its digests within the items. */
export function embeddedJsonFeed(digests: readonly Digest[], title = "Made papers"): FeedFiles {
  return { "/feed.json": jsonFeed(title, newestFirst(digests), digests) };
}

/** Kind (a) without a pointer, with links to the days' files. */
export function linkedJsonFeed(digests: readonly Digest[], title = "Made papers"): FeedFiles {
  const { files, links } = dayFiles(digests);
  return { ...files, "/v1/feed.json": jsonFeed(title, links, digests) };
}

/** Kind (c): a folder of the archive's Markdown with its list. */
export function folderFeed(
  markdown: Record<string, string>,
  { hashes = true, title = "Made folder" } = {},
): FeedFiles {
  const files: FeedFiles = {};
  const links = Object.entries(markdown).map(([date, text]): DayLink => {
    const name = `${date}---Hot-Papers.md`;
    files[`/posts/${name}`] = text;
    return { date, url: name, ...(hashes && { sha256: hashOf(text) }) };
  });
  return { ...files, "/posts/index.json": writeFolderIndex({ version: 1, title, files: links }) };
}

export const markdownOf = (digests: readonly Digest[]): Record<string, string> =>
  Object.fromEntries(digests.map((digest) => [digest.date, writeMarkdown(digest)]));

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Kind (d): RSS as Gatsby's feed plugin writes it. */
export function rssFeed(digests: readonly Digest[], title = "Made blog"): FeedFiles {
  const items = newestFirst(digests).map(
    (digest) =>
      `<item><title><![CDATA[${digest.title}]]></title><description><![CDATA[Hot papers]]></description>` +
      `<link>https://blog.example/posts/hot-papers-${digest.date}</link>` +
      `<guid isPermaLink="false">https://blog.example/posts/hot-papers-${digest.date}</guid>` +
      `<pubDate>${new Date(`${digest.generated}Z`).toUTCString()}</pubDate>` +
      `<content:encoded>${escaped(gatsbyHtml(writeMarkdown(digest)))}</content:encoded></item>`,
  );
  return {
    "/rss.xml":
      `<?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
      `xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0"><channel><title><![CDATA[${title}]]></title>` +
      `<link>https://blog.example</link>${items.join("")}</channel></rss>\n`,
  };
}

/** Kind (d): Atom with escaped HTML. */
export function atomFeed(digests: readonly Digest[], title = "Made blog"): FeedFiles {
  const entries = newestFirst(digests).map(
    (digest) =>
      `<entry><id>tag:blog.example,2026:${digest.date}</id><title>${digest.title}</title>` +
      `<updated>${digest.generated}Z</updated><link href="https://blog.example/${digest.date}/"/>` +
      `<content type="html">${escaped(gatsbyHtml(writeMarkdown(digest)))}</content></entry>`,
  );
  return {
    "/atom.xml":
      `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title>` +
      `<id>tag:blog.example,2026:feed</id><updated>${generatedAt(digests)}</updated>${entries.join("")}</feed>\n`,
  };
}
