/** What the networks say of one paper now, after a press on a button that says that they will learn which paper. */
import type { Counts, Network, Post } from "../digest/digest.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { Addresses } from "./sources/addresses.ts";
import { askAlphaxivPaper } from "./sources/alphaxiv.ts";
import type { Answer, Failed } from "./sources/answer.ts";
import { askBlueskyPaper } from "./sources/bluesky-paper.ts";
import { askHackerNewsPaper } from "./sources/hackernews.ts";
import { askHuggingFacePaper } from "./sources/huggingface.ts";
import type { Outside } from "../net/outside.ts";
import type { CountedPost, Talk } from "./sources/talk.ts";
import { hottestPosts } from "./make-digest.ts";

/** One network's answer: figures with posts, `unknown` if it has nothing about the paper, or why not. */
export type PaperLook = { network: Network } & (
  | { state: "known"; counts: Counts; posts: Post[] }
  | { state: "unknown" }
  | { state: "failed"; reason: string; retryAfter?: number }
);

const ONCE = { tries: 1 };

const lookOf = (network: Network, answer: Answer<Talk[]>): PaperLook => {
  if (answer.state === "failed") return failed(network, answer);
  const [talk] = answer.facts;
  if (!talk) return { network, state: "unknown" };
  return { network, state: "known", counts: talk.counts, posts: hottestPosts(talk.posts).map(plain) };
};

const failed = (network: Network, { reason, retryAfter }: Failed): PaperLook => ({
  network,
  state: "failed",
  reason,
  ...(retryAfter !== undefined && { retryAfter }),
});

const plain = ({ reposts: _r, likes: _l, points: _p, authorId: _a, ...post }: CountedPost): Post => post;

/**
 * Asks all networks at once; each is a different host. Posts come with their words, which are shown and not kept.
 *
 * @param alphaxiv whether alphaXiv is asked for posts on X
 * @param searches how many searches Bluesky may be asked; with 0 it is not asked and is reported as throttled
 */
export function lookAtPaper(
  outside: Outside,
  addresses: Addresses,
  id: PaperId,
  { searches, alphaxiv = false }: { searches: number; alphaxiv?: boolean },
): Promise<PaperLook[]> {
  const ask = async (network: Network, asking: Promise<Answer<Talk[]>>) => lookOf(network, await asking);
  return Promise.all([
    searches > 0
      ? ask("bluesky", askBlueskyPaper(outside, addresses, id, { ...ONCE, searches }))
      : ({ network: "bluesky", state: "failed", reason: "throttled" } as const),
    ask("huggingface", askHuggingFacePaper(outside, addresses, id, ONCE)),
    ask("hackernews", askHackerNewsPaper(outside, addresses, id, ONCE)),
    ...(alphaxiv ? [ask("twitter", askAlphaxivPaper(outside, addresses, id, ONCE))] : []),
  ]);
}
