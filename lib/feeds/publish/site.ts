/** What the whole published site shares. */
import type { Digest } from "../../digest/digest.ts";

export interface Site {
  /** The feed's name, for people. */
  title: string;
  /** The address under which it is published, with a slash at the end; absent if it is not known. */
  base?: string;
  /** Newest first, one for each day. */
  digests: readonly Digest[];
}

/** Where things are, relative to the site's root. */
export const PLACES = {
  home: "index.html",
  about: "about.html",
  style: "style.css",
  pointer: "v1/latest.json",
  index: "v1/index.json",
  jsonFeed: "v1/feed.json",
  atom: "v1/atom.xml",
  /** A day under a name that stays: for people, and for scripts that know the date. */
  dayFile: (date: string) => `v1/days/${date}.json`,
  /** The same under a name made from its content, which the pointers name: it never changes. */
  dayVersion: (date: string, sha256: string) => `v1/days/${date}-${sha256.slice(0, 16)}.json`,
  day: (date: string) => `days/${date}.html`,
  month: (month: string) => `months/${month}.html`,
  category: (name: string) => `categories/${name}.html`,
} as const;

/** The file name of a day's version. */
export const DAY_VERSION = /^\d{4}-\d{2}-\d{2}-[\da-f]{16}\.json$/;

/** A place as seen from a page: relative, so that the folder works under any address and from a disk. */
export const from = (page: string, place: string): string => "../".repeat(page.split("/").length - 1) + place;

/** A place as an absolute address if the site's own is known, otherwise relative to the root. */
export const whole = ({ base }: Site, place: string): string =>
  base === undefined ? place : new URL(place, base).href;

/** An id for feeds that never changes: an address, or a `tag:` if none is known. */
export const stableId = (site: Site, place: string): string =>
  site.base === undefined ? `tag:hot-papers.invalid,2026:${place}` : whole(site, place);
