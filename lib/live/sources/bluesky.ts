/**
 * Bluesky: posts that link papers, with their own reposts and likes.
 * Lexicons: app.bsky.feed.searchPosts, app.bsky.feed.getPosts. Bluesky itself asks for
 * searches on a person's request only (atproto#3423), so the polite way for a schedule is your own account.
 */
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { recounted } from "./bluesky-count.ts";
import { papersOf, writtenAt } from "./bluesky-post.ts";
import type { BlueskyPost } from "./bluesky-post.ts";
import { searchSignedOut } from "./bluesky-search.ts";
import type { BlueskyQuestion, Get } from "./bluesky-search.ts";
import type { Outside } from "../../net/outside.ts";
import { requestJson } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import type { Talk } from "./talk.ts";

/** Signed out, asking again at once only lengthens the 403. */
const SIGNED_OUT: RequestOptions = { tries: 1, meanings: { 403: "throttled" } };

/** Asks Bluesky's search for people who are not signed in. */
export const signedOut =
  (outside: Outside, addresses: Pick<Addresses, "bluesky">, options: RequestOptions): Get =>
  (path, schema) =>
    requestJson(outside, `${addresses.bluesky}${path}`, schema, { ...SIGNED_OUT, ...options });

/** Those of the posts that link a paper and were written in this time (instants). */
export const postsIn = (
  posts: readonly BlueskyPost[],
  { from, until }: { from: number; until: number },
): BlueskyPost[] =>
  posts.filter((post) => {
    const written = writtenAt(post);
    return papersOf(post).length > 0 && written > from && written <= until;
  });

/** What Bluesky says of papers in this time, as far as it tells people who are not signed in. */
export const askBluesky = (
  outside: Outside,
  addresses: Pick<Addresses, "bluesky" | "blueskyPosts">,
  question: BlueskyQuestion,
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const found = await searchSignedOut(signedOut(outside, addresses, options), question);
    return recounted(outside, addresses, { ...found, posts: postsIn(found.posts, question) }, options);
  });
