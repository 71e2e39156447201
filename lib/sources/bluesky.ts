/**
 * Bluesky: posts that link papers, with their own reposts and likes.
 * Lexicons: app.bsky.feed.searchPosts, app.bsky.feed.getPosts. Bluesky itself asks for
 * searches on a person's request only (atproto#3423), so an account of one's own is the polite way for a schedule.
 */
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { recounted } from "./bluesky-count.ts";
import { papersOf, writtenAt } from "./bluesky-post.ts";
import { searchSignedIn, searchSignedOut } from "./bluesky-search.ts";
import type { BlueskyQuestion, Get } from "./bluesky-search.ts";
import type { Outside } from "./outside.ts";
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

/** What Bluesky says of papers in this time. */
export const askBluesky = (
  outside: Outside,
  addresses: Pick<Addresses, "bluesky" | "blueskyPosts">,
  question: BlueskyQuestion,
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const { session } = question;
    const get: Get = session
      ? (path, schema) => session.get(path, schema, options)
      : signedOut(outside, addresses, options);
    const search = session ? await searchSignedIn(get, question) : await searchSignedOut(get, question);
    const posts = search.posts.filter((post) => {
      const written = writtenAt(post);
      return papersOf(post).length > 0 && written > question.from && written <= question.until;
    });
    return recounted(outside, addresses, { ...search, posts }, options);
  });
