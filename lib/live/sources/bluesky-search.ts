/**
 * Bluesky's search for posts that link arXiv: app.bsky.feed.searchPosts. Signed out, api.bsky.app answers a few searches and
 * then 403 for minutes (a page each, no paging).
 */
import * as zod from "zod/mini";
import { blueskyPostSchema, papersOf } from "./bluesky-post.ts";
import type { BlueskyPost } from "./bluesky-post.ts";
import { keepReadable } from "./keep-readable.ts";
import { SourceError } from "./source-error.ts";

const PAGE = 100;

const searchSchema = zod.object({
  posts: zod.array(zod.unknown()),
  cursor: zod.optional(zod.string()),
  hitsTotal: zod.optional(zod.int().check(zod.nonnegative())),
});

export interface BlueskyQuestion {
  /** Instants. */
  from: number;
  until: number;
  /** Signed out: the time is asked in this many parts, a search each. More than three need 40 seconds each. */
  parts?: number;
}

/** One page of results. */
export interface Page {
  posts: BlueskyPost[];
  notes: string[];
  at: number;
  cursor?: string;
  /** True when the service says that it has more than this page. */
  more: boolean;
}

function searchPath(query: Record<string, string>): string {
  return `/xrpc/app.bsky.feed.searchPosts?${new URLSearchParams(query)}`;
}

/** What the two words for "this host only" look like; the second is for a service that ignores or refuses the first. */
const byDomain = (domain: string) => ({ q: "*", domain });
const byWord = (domain: string) => ({ q: domain });

/** Asks a path of the service. */
export type Get = <Schema extends zod.ZodMiniType>(
  path: string,
  schema: Schema,
) => Promise<{ value: zod.output<Schema>; at: number }>;

/** One search. */
export async function searchPage(get: Get, query: Record<string, string>): Promise<Page> {
  const path = searchPath({ ...query, limit: String(PAGE) });
  const { value, at } = await get(path, searchSchema);
  const { kept, notes } = keepReadable(value.posts, blueskyPostSchema, path);
  return {
    posts: kept,
    notes,
    at,
    ...(value.cursor !== undefined && { cursor: value.cursor }),
    more: value.hitsTotal !== undefined ? value.hitsTotal > value.posts.length : value.posts.length >= PAGE,
  };
}

/**
 * True if the service took no notice of `domain`: not a post, which for arXiv cannot be in a day of talk, or many posts, none of which
 * links a paper. A self-hosted AppView, without Bluesky's search, gives nothing.
 */
const ignoresDomain = ({ posts }: Page): boolean =>
  posts.length === 0 || (posts.length >= 10 && posts.every((post) => papersOf(post).length === 0));

type Words = ReturnType<typeof byDomain> | ReturnType<typeof byWord>;

/** The first page of a search by host, asked again by word if the host form does not work; `known` is what worked before. */
export async function firstPage(
  get: Get,
  domain: string,
  query: Record<string, string>,
  known?: Words,
): Promise<{ page: Page; words: Words }> {
  if (known) return { page: await searchPage(get, { ...known, ...query }), words: known };
  try {
    const page = await searchPage(get, { ...byDomain(domain), ...query });
    if (!ignoresDomain(page)) return { page, words: byDomain(domain) };
  } catch (error) {
    if (!(error instanceof SourceError) || error.status !== 400) throw error;
  }
  return { page: await searchPage(get, { ...byWord(domain), ...query }), words: byWord(domain) };
}

/** Equal parts of a time, the newest first, as the search's `since` and `until`. */
export function partsOf({ from, until, parts = 3 }: BlueskyQuestion): Record<string, string>[] {
  const length = (until - from) / parts;
  const iso = (instant: number) => new Date(Math.round(instant)).toISOString();
  return Array.from({ length: parts }, (_, part) => ({
    since: iso(until - (part + 1) * length),
    until: iso(until - part * length),
  }));
}

/** Signed out: one page for each part of the time, the most talked-about posts first. */
export async function searchSignedOut(
  get: Get,
  question: BlueskyQuestion,
): Promise<Omit<Page, "more"> & { complete: boolean }> {
  const posts: BlueskyPost[] = [];
  const notes: string[] = [];
  let at = 0;
  let complete = true;
  let known: Words | undefined;
  for (const time of partsOf(question)) {
    try {
      const { page, words } = await firstPage(get, "arxiv.org", { ...time, sort: "top" }, known);
      known = words;
      posts.push(...page.posts);
      notes.push(...page.notes);
      at = Math.max(at, page.at);
      complete &&= !page.more;
    } catch (error) {
      // What was found before the service closed is worth having; nothing found at all is a failure.
      if (!(error instanceof SourceError) || at === 0) throw error;
      notes.push(`stopped early: ${error.message}`);
      return { posts, notes, at, complete: false };
    }
  }
  return { posts, notes, at, complete };
}
