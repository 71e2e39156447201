/** Bluesky's posts counted: as they are now (app.bsky.feed.getPosts), and added up for each paper. */
import * as zod from "zod/mini";
import { timeOf } from "../../digest/calendar-date.ts";
import type { Counts } from "../../digest/digest.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { postsOfPeople } from "./bluesky-author.ts";
import { blueskyPostSchema, countedPost, papersOf } from "./bluesky-post.ts";
import type { BlueskyPost } from "./bluesky-post.ts";
import { keepReadable } from "./keep-readable.ts";
import type { Outside } from "../../net/outside.ts";
import { requestJson } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";
import type { CountedPost, Talk } from "./talk.ts";

const AT_ONCE = 25;

const postsSchema = zod.object({ posts: zod.array(zod.unknown()) });

/** Each post once. */
export const distinct = (posts: readonly BlueskyPost[]): BlueskyPost[] => [
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

/** The sum of a figure over posts; undefined if none of them knows it. */
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

/** Talk by paper: reposts and likes of each distinct post that is about it (usually: that links it), added up. */
export function talkOf(
  posts: readonly BlueskyPost[],
  at: string,
  idsOf: (post: BlueskyPost) => readonly PaperId[] = papersOf,
): Talk[] {
  const papers = new Map<PaperId, CountedPost[]>();
  for (const post of distinct(posts)) {
    for (const id of idsOf(post)) papers.set(id, [...(papers.get(id) ?? []), countedPost(post)]);
  }
  return [...papers].map(([id, own]) => ({ id, counts: countsOf(own, at), posts: own }));
}

/** Talk of both, each post once, added up again. */
export function uniteTalk(some: readonly Talk[], others: readonly Talk[], at: string): Talk[] {
  const papers = new Map<PaperId, Map<string, CountedPost>>();
  for (const { id, posts } of [...some, ...others]) {
    const own = papers.get(id) ?? new Map<string, CountedPost>();
    for (const post of posts) own.set(post.id, post);
    papers.set(id, own);
  }
  return [...papers].map(([id, own]) => {
    const posts = [...own.values()];
    return { id, counts: countsOf(posts, at), posts };
  });
}

/**
 * What people say in posts that a search found: counted again, which also drops what was deleted meanwhile. Bots and people who
 * opted out are left out of sums and posts alike. If they cannot be counted again, the search's own figures are kept.
 */
export async function recounted(
  outside: Outside,
  addresses: Pick<Addresses, "blueskyPosts">,
  found: { posts: readonly BlueskyPost[]; at: number; complete: boolean; notes: readonly string[] },
  options: RequestOptions = {},
): Promise<{ at: number; complete: boolean; notes: string[]; facts: Talk[] }> {
  const notes = [...found.notes];
  let { at, complete } = found;
  let posts = postsOfPeople(distinct(found.posts));
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
}
