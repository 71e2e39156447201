/**
 * The list of a folder's digests, `index.json` beside them: what makes a folder of Markdown or JSON files a feed. A pointer
 * names one of this form for its older days.
 *
 * ```json
 * { "version": 1, "title": "Hot Papers", "files": [{ "date": "2022-01-13", "url": "2022-01-13---Hot-Papers.md", "sha256": "…" }] }
 * ```
 *
 * Simple lists are read too: `["2022-01-13---Hot-Papers.md", …]`, or `files` made of names. A file without `sha256` is asked
 * for once, and again only while it is younger than a week. Addresses are relative to the index.
 *
 * Many foreign answers are a list, or have `files`. So that none of their addresses is asked for, a list without our
 * `version` holds the names of files beside it, each with its day, and nothing else counts.
 */
import * as z from "zod/mini";
import { address, DayLink, dayFileOf, dayInName, MOST_FILES, shortText } from "./day-file.ts";
import type { DayFile } from "./day-file.ts";
import { allowedUrl } from "../address.ts";

export interface FolderIndex {
  version: 1;
  title: string;
  files: DayLink[];
}

const Name = z.string().check(z.regex(/\.(?:md|json)$/iu), z.maxLength(2000));
/** A file beside the list: not an address elsewhere. */
const DayName = Name.check(z.refine((name) => !/[:\\]|^\//u.test(name) && dayInName(name) !== undefined));
const Index = z.object({
  version: z.optional(z.literal(1)),
  title: z.optional(shortText),
  files: z.array(z.unknown()),
});
const Link = z.object({ ...DayLink.shape, date: z.optional(DayLink.shape.date), url: address });

/** The list as a file, newest first. */
export function writeFolderIndex({ version, title, files }: FolderIndex): string {
  const sorted = files.toSorted((a, b) => b.date.localeCompare(a.date));
  return `${JSON.stringify({ version, title, files: sorted }, null, 1)}\n`;
}

function fileOf(value: unknown, base: string, isOurs: boolean): DayFile | undefined {
  const name = (isOurs ? Name : DayName).safeParse(value);
  if (!isOurs && !name.success) return undefined;
  const link = name.success ? { data: { url: name.data } } : Link.safeParse(value);
  if (!link.data) return undefined;
  const date = ("date" in link.data ? link.data.date : undefined) ?? dayInName(link.data.url);
  if (date !== undefined) return dayFileOf({ ...link.data, date }, base);
  const url = allowedUrl(link.data.url, base).href;
  return { key: url, url };
}

/**
 * Reads a list out of parsed JSON. What is not a digest's file is left out; two files of one day are told apart by address.
 *
 * @returns undefined if it is not such a list
 * @throws FeedError if an address is not allowed
 */
export function readFolderIndex(
  value: unknown,
  base: string,
): { title?: string; files: DayFile[] } | undefined {
  const index = Array.isArray(value) ? { data: { files: value as unknown[] } } : Index.safeParse(value);
  if (!index.data) return undefined;
  const isOurs = "version" in index.data;
  const files = index.data.files.slice(0, MOST_FILES).flatMap((each) => fileOf(each, base, isOurs) ?? []);
  if (files.length === 0 && (!isOurs || index.data.files.length > 0)) return undefined;
  const seen = new Set<string>();
  const unique = files.map((file) => {
    const key = seen.has(file.key) ? file.url : file.key;
    seen.add(key);
    return { ...file, key };
  });
  const title = "title" in index.data ? index.data.title : undefined;
  return { ...(title && { title }), files: unique };
}
