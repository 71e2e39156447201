/** A file that a feed names: usually one day's digest. */
import * as z from "zod/mini";
import { isDay } from "../../digest/dates.ts";
import { allowedUrl } from "../address.ts";

/** As it is kept in the index, and as the plan works with it. */
export interface DayFile {
  /** Tells the files of a feed apart, for ever: the day if it is known, otherwise the address. */
  key: string;
  /** Whole. */
  url: string;
  /** `YYYY-MM-DD`, if the feed or the file's name tells. */
  date?: string;
  /** SHA-256 of the file, 64 hex digits: it is checked, and a changed one means a changed file. */
  sha256?: string;
}

/** A feed names this many files at most: eleven years of days. */
export const MOST_FILES = 4000;

export const day = z.string().check(z.refine(isDay));
export const hash = z.string().check(z.regex(/^[\da-f]{64}$/iu));
export const address = z.string().check(z.minLength(1), z.maxLength(2000));
export const shortText = z.string().check(z.maxLength(2000));

/** How pointers, JSON Feeds and folders name a day's file: `{"date", "url", "sha256"}`. */
export const DayLink = z.object({ date: day, url: address, sha256: z.optional(hash) });

export interface DayLink {
  /** The digest's day, `YYYY-MM-DD`. */
  date: string;
  /** Of the digest's file (JSON or Markdown), relative to the file that names it. */
  url: string;
  /** SHA-256 of that file as 64 hex digits. With it an unchanged day costs no request, and a damaged one is noticed. */
  sha256?: string | undefined;
}

/** The file that a link names. @throws FeedError if its address is not allowed */
export function dayFileOf(link: DayLink, base: string): DayFile {
  return {
    key: link.date,
    url: allowedUrl(link.url, base).href,
    date: link.date,
    ...(link.sha256 !== undefined && { sha256: link.sha256.toLowerCase() }),
  };
}

/** A day in a file's name: `2022-01-13---Hot-Papers.md`, `days/2026-11-20.json`. */
export function dayInName(name: string): string | undefined {
  return /\d{4}-\d{2}-\d{2}/gu.exec(name.split("/").at(-1) ?? "")?.find(isDay);
}
