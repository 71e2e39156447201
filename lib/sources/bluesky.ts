/**
 * Bluesky: posts that link papers, with their own reposts and likes. Signed out, api.bsky.app answers a few searches and
 * then 403 for minutes (a page each, no paging); with an app password the person's own server pages through all.
 * Lexicons: app.bsky.feed.searchPosts, app.bsky.feed.getPosts. Bluesky itself asks for
 * searches on a person's request only (atproto#3423), so an account of one's own is the polite way for a schedule.
 */
import * as zod from "zod/mini";
import { timeOf } from "../day/calendar-date.ts";
import type { Counts } from "../digest/digest.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { postsOfPeople } from "./bluesky-author.ts";
import { blueskyPostSchema, countedPost, papersOf, writtenAt } from "./bluesky-post.ts";
import type { BlueskyPost } from "./bluesky-post.ts";
import type { BlueskySession } from "./bluesky-session.ts";
import { keepReadable } from "./keep-readable.ts";
import type { Outside } from "./outside.ts";
import { requestJson } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";
import type { CountedPost, Talk } from "./talk.ts";

const PAGE = 100;
const AT_ONCE = 25;
/** Three days have some 6,000 posts with arXiv's address, most of them by bots (measured by others, 2026). */
const MOST_PAGES = 100;

const searchSchema = zod.object({
  posts: zod.array(zod.unknown()),
  cursor: zod.optional(zod.string()),
  hitsTotal: zod.optional(zod.int().check(zod.nonnegative())),
});
const postsSchema = zod.object({ posts: zod.array(zod.unknown()) });

export interface BlueskyQuestion {
  /** Instants. */
  from: number;
  until: number;
  /** Signed out: the time is asked in so many parts, a search each. More than three need 40 seconds each. */
  parts?: number;
  /** Signed in: pages through everything instead. */
  session?: BlueskySession;
  /** Signed in: stops after so many pages of 100 posts for each host. */
  pages?: number;
}

interface Page {
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

type Get = <Schema extends zod.ZodMiniType>(
  path: string,
  schema: Schema,
) => Promise<{ value: zod.output<Schema>; at: number }>;

async function searchPage(get: Get, query: Record<string, string>): Promise<Page> {
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
 * True where the service took no notice of `domain`: not a post, which for arXiv cannot be in a day of talk, or many posts of
 * which none links a paper. An AppView of one's own, without Bluesky's search behind it, gives nothing.
 */
const ignoresDomain = ({ posts }: Page): boolean =>
  posts.length === 0 || (posts.length >= 10 && posts.every((post) => papersOf(post).length === 0));

type Words = ReturnType<typeof byDomain> | ReturnType<typeof byWord>;

/** The first page of a search by host, asked again by word where the host form does not work; `known` is what worked before. */
async function firstPage(
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
function partsOf({ from, until, parts = 3 }: BlueskyQuestion): Record<string, string>[] {
  const length = (until - from) / parts;
  const iso = (instant: number) => new Date(Math.round(instant)).toISOString();
  return Array.from({ length: parts }, (_, part) => ({
    since: iso(until - (part + 1) * length),
    until: iso(until - part * length),
  }));
}

/** Signed out: one page for each part of the time, the most talked-about posts first. */
async function searchSignedOut(
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

/** Hosts whose links are searched for when signed in; the other forms of a paper's address are too rare to ask for. */
const HOSTS = ["arxiv.org", "alphaxiv.org"];

/** Signed in: every page, newest posts first. */
async function searchSignedIn(
  get: Get,
  question: BlueskyQuestion,
): Promise<Omit<Page, "more"> & { complete: boolean }> {
  const [time] = partsOf({ ...question, parts: 1 });
  const posts: BlueskyPost[] = [];
  const notes: string[] = [];
  let at = 0;
  let complete = true;
  for (const host of HOSTS) {
    const query = { ...time, sort: "latest" };
    const { page: first, words } = await firstPage(get, host, query);
    let page = first;
    for (let turn = 1; ; turn++) {
      posts.push(...page.posts);
      notes.push(...page.notes);
      at = Math.max(at, page.at);
      if (page.cursor === undefined || page.posts.length === 0) break;
      if (turn >= (question.pages ?? MOST_PAGES)) {
        complete = false;
        notes.push(`${host}: stopped after ${turn} pages`);
        break;
      }
      page = await searchPage(get, { ...words, ...query, cursor: page.cursor });
    }
  }
  return { posts, notes, at, complete };
}

const distinct = (posts: readonly BlueskyPost[]): BlueskyPost[] => [
  ...new Map(posts.map((post) => [post.uri, post])).values(),
];

/** Posts of these addresses as they are now, 25 a request; deleted ones are not among them. */
export async function askPosts(
  outside: Outside,
  addresses: Pick<Addresses, "blueskyPosts">,
  uris: readonly string[],
  options: RequestOptions = {},
): Promise<{ posts: BlueskyPost[]; at: number }> {
  const posts: BlueskyPost[] = [];
  let newest = 0;
  for (let start = 0; start < uris.length; start += AT_ONCE) {
    const query = new URLSearchParams(uris.slice(start, start + AT_ONCE).map((uri) => ["uris", uri]));
    const url = `${addresses.blueskyPosts}/xrpc/app.bsky.feed.getPosts?${query}`;
    const { value, at } = await requestJson(outside, url, postsSchema, options);
    posts.push(...keepReadable(value.posts, blueskyPostSchema, url).kept);
    newest = Math.max(newest, at);
  }
  return { posts, at: newest };
}

/** The sum of a figure over posts; undefined where none of them knows it. */
function sum(posts: readonly CountedPost[], figure: "reposts" | "likes"): number | undefined {
  const known = posts.map((post) => post[figure]).filter((value) => value !== undefined);
  return known.length > 0 ? known.reduce((total, value) => total + value, 0) : undefined;
}

/** The sums over a paper's posts. */
function countsOf(posts: readonly CountedPost[], at: string): Counts {
  const reposts = sum(posts, "reposts");
  const likes = sum(posts, "likes");
  return {
    network: "bluesky",
    ...(reposts !== undefined && { reposts }),
    ...(likes !== undefined && { likes }),
    at,
  };
}

/** The same talk without the posts of these authors (DIDs); a paper that only they link is gone. */
export const withoutAuthors = (talk: readonly Talk[], authors: ReadonlySet<string>): Talk[] =>
  talk.flatMap((paper) => {
    const posts = paper.posts.filter(({ authorId }) => authorId === undefined || !authors.has(authorId));
    if (posts.length === paper.posts.length) return [paper];
    return posts.length > 0 ? [{ ...paper, posts, counts: countsOf(posts, paper.counts.at ?? "") }] : [];
  });

/** Talk by paper: reposts and likes of each distinct post that links it, added up. */
export function talkOf(posts: readonly BlueskyPost[], at: string): Talk[] {
  const papers = new Map<PaperId, CountedPost[]>();
  for (const post of distinct(posts)) {
    for (const id of papersOf(post)) papers.set(id, [...(papers.get(id) ?? []), countedPost(post)]);
  }
  return [...papers].map(([id, own]) => ({ id, counts: countsOf(own, at), posts: own }));
}

/**
 * What Bluesky says of papers in this time: found by search, then counted anew by `getPosts`, which also drops what was
 * deleted since. Bots and people who opted out are left out of sums and posts alike.
 */
export const askBluesky = (
  outside: Outside,
  addresses: Pick<Addresses, "bluesky" | "blueskyPosts">,
  question: BlueskyQuestion,
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const { session } = question;
    // Signed out, asking again at once only lengthens the 403.
    const signedOut: RequestOptions = { tries: 1, ...options, meanings: { 403: "throttled" } };
    const get: Get = session
      ? (path, schema) => session.get(path, schema, options)
      : (path, schema) => requestJson(outside, `${addresses.bluesky}${path}`, schema, signedOut);
    const search = session ? await searchSignedIn(get, question) : await searchSignedOut(get, question);
    const { notes } = search;
    let { at, complete } = search;
    const inTime = distinct(search.posts).filter((post) => {
      const written = writtenAt(post);
      return papersOf(post).length > 0 && written > question.from && written <= question.until;
    });
    let posts = postsOfPeople(inTime);
    try {
      const uris = posts.map(({ uri }) => uri);
      const now = await askPosts(outside, addresses, uris, options);
      if (now.posts.length < uris.length) notes.push(`deleted since: ${uris.length - now.posts.length}`);
      posts = postsOfPeople(now.posts);
      at = Math.max(at, now.at);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      complete = false;
      notes.push(`counts are those of the search: ${error.message}`);
    }
    return { at, complete, notes, facts: talkOf(posts, timeOf(at)) };
  });
