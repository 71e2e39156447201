/**
 * The archive's own rule, for publishers that want digests of its kind: a paper needs retweets + favorites of at least 50, a
 * post of at least 25 to be shown. The archive's makers added an original's count once for every retweet found; here each post
 * counts once, so the same talk gives lower numbers.
 */
import type { PaperId } from "../../paper/paper-id.ts";
import type { Talk } from "../sources/talk.ts";
import { amountOf } from "./network-rank.ts";

export interface ArchiveRule {
  /** Least sum of reposts and likes for a paper. */
  leastPaper: number;
  /** Least sum of reposts and likes for a post. */
  leastPost: number;
}

export const ARCHIVE_RULE: ArchiveRule = { leastPaper: 50, leastPost: 25 };

/**
 * One network's papers by the rule, with only the posts that it shows. Papers that the network counts without posts
 * (Hugging Face) or without reposts and likes (Hacker News) are not what the rule is about and are left out.
 */
export function byArchiveRule(talk: readonly Talk[], rule: ArchiveRule): Talk[] {
  return talk
    .filter(({ counts }) => counts.network === "twitter" || counts.network === "bluesky")
    .filter(({ counts }) => amountOf(counts) >= rule.leastPaper)
    .map((paper) => ({
      ...paper,
      posts: paper.posts.filter(({ likes = 0, reposts = 0 }) => likes + reposts >= rule.leastPost),
    }));
}

/** Ranks by the sum of reposts and likes, as the archive's makers ordered; equal sums share a rank. */
export function archiveRanks(talk: readonly Talk[]): Map<PaperId, number> {
  const sorted = talk
    .map(({ id, counts }) => ({ id, amount: amountOf(counts) }))
    .toSorted((a, b) => b.amount - a.amount);
  return new Map(
    sorted.map(({ id, amount }) => [id, sorted.findIndex((other) => other.amount === amount) + 1]),
  );
}
