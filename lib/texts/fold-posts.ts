/** A third of the archive's tweets only repeat the paper's title; what people said in their own words comes first. */
import type { Counts, Post } from "../digest/digest.ts";

export interface FoldedPosts {
  /** Those with words of their own, and those for which that is unknown, in the digest's order. */
  spoken: Post[];
  /** Those that only give the title. */
  titleOnly: Post[];
}

/** Where the archive's posts are; today's X posts are at x.com. */
const ARCHIVES = "https://twitter.com/";

/** Posts of the archive come without their texts, which can be fetched; live networks do not let them be passed on. */
export const lacksTexts = ({ posts }: { posts: readonly Post[] }): boolean =>
  posts.some(({ url, text }) => text === undefined && url.startsWith(ARCHIVES));

/** @param counts of the same paper: a thread with comments says more than its title */
export function foldPosts(posts: readonly Post[], counts: readonly Counts[]): FoldedPosts {
  const talkedIn = new Set(counts.filter(({ comments = 0 }) => comments > 0).map(({ network }) => network));
  const isFolded = ({ titleOnly, network }: Post) => titleOnly === true && !talkedIn.has(network);
  return { spoken: posts.filter((post) => !isFolded(post)), titleOnly: posts.filter(isFolded) };
}
