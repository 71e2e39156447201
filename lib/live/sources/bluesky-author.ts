/** Whose posts do not count: bots, and people who asked not to be shown in places like ours. */
import { dateOf } from "../../digest/calendar-date.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { papersOf, selfLabelsOf, writtenAt } from "./bluesky-post.ts";
import type { BlueskyPost } from "./bluesky-post.ts";

/** A person does not link more than this many different papers on a day; the bots link hundreds at 06:00 UTC. */
const MOST_PAPERS_A_DAY = 10;

/** Names of the kind `arxiv-cs-lg.example`, `mathbot`, `ML papers bot`; not `Abbott` or `Robotics Lab`. */
const BOT_HANDLE = /(^|[-_.])arxiv|arxiv([-_.]|$)|bot([-_.]|$)/i;
const BOT_NAME = /\bbot\b|\barxiv\b/i;

/** Labels with which authors, or the service for them, say "not here". */
const HIDDEN = new Set([
  "!no-unauthenticated",
  "!hide",
  "!warn",
  "porn",
  "sexual",
  "nudity",
  "graphic-media",
]);

const values = (list: readonly { val: string; neg?: boolean | undefined }[] | undefined): string[] =>
  (list ?? []).filter(({ neg }) => neg !== true).map(({ val }) => val);

const labelsOf = (post: BlueskyPost): string[] => [
  ...values(post.author.labels),
  ...values(post.labels),
  ...values(selfLabelsOf(post)),
];

/** True if the author, the post or a moderator asked that signed-out readers do not see it. */
export const isHidden = (post: BlueskyPost): boolean => labelsOf(post).some((value) => HIDDEN.has(value));

/** True if label, handle or name say "bot". */
export const isNamedBot = (post: BlueskyPost): boolean =>
  labelsOf(post).includes("bot") ||
  BOT_HANDLE.test(post.author.handle) ||
  BOT_NAME.test(post.author.displayName ?? "");

/** The authors (DIDs) that link more papers on one day than a person reads, by what each post links and its day. */
export function busyAmong(
  posts: readonly { did: string; day: string; papers: readonly PaperId[] }[],
): Set<string> {
  const papers = new Map<string, Set<PaperId>>();
  for (const post of posts) {
    const key = `${post.did} ${post.day}`;
    const ids = papers.get(key) ?? new Set();
    for (const id of post.papers) ids.add(id);
    papers.set(key, ids);
  }
  return new Set(
    [...papers].filter(([, ids]) => ids.size > MOST_PAPERS_A_DAY).map(([key]) => key.split(" ")[0]!),
  );
}

/** The busy authors of these posts. */
export const busyAuthors = (posts: readonly BlueskyPost[]): Set<string> =>
  busyAmong(
    posts.map((post) => ({ did: post.author.did, day: dateOf(writtenAt(post)), papers: papersOf(post) })),
  );

/** The posts of people who may be shown, in the order given. */
export function postsOfPeople(posts: readonly BlueskyPost[]): BlueskyPost[] {
  const busy = busyAuthors(posts);
  return posts.filter((post) => !isHidden(post) && !isNamedBot(post) && !busy.has(post.author.did));
}
