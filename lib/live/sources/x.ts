/**
 * X: recent search of API v2, for publishers that pay for it themselves ($0.005 a post read, docs of 2026-08-22). Off unless a
 * token is given. X lets others pass on ids only, so nothing else of a post is kept: no words, no names, no handles.
 * Docs: https://docs.x.com/x-api/posts/search (GET /2/tweets/search/recent, the last seven days).
 */
import { DAY_MS } from "../../digest/dates.ts";
import * as zod from "zod/mini";
import { dateOf, timeOf } from "../../digest/calendar-date.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { keepReadable } from "./keep-readable.ts";
import { linkedPaper } from "../../paper/linked-paper.ts";
import type { Outside } from "../../net/outside.ts";
import { requestJson } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import type { CountedPost, Talk } from "./talk.ts";

const PAGE = 100;
const WEEK = 7 * DAY_MS;
/** The search wants an end at least ten seconds ago; we leave the end open when it is as good as now. */
const NOW = 30_000;

const count = zod.int().check(zod.nonnegative());

const replySchema = zod.object({
  /** Absent if nothing was found. */
  data: zod.optional(zod.array(zod.unknown())),
  meta: zod.object({ next_token: zod.optional(zod.string()) }),
});

const tweetSchema = zod.object({
  id: zod.string().check(zod.regex(/^\d{1,20}$/)),
  created_at: zod.string(),
  public_metrics: zod.object({ retweet_count: count, like_count: count }),
  entities: zod.optional(
    zod.object({
      urls: zod.optional(
        zod.array(
          zod.object({ expanded_url: zod.optional(zod.string()), unwound_url: zod.optional(zod.string()) }),
        ),
      ),
    }),
  ),
});

type Tweet = zod.output<typeof tweetSchema>;

function papersOf({ entities }: Tweet): PaperId[] {
  const links = (entities?.urls ?? []).flatMap(({ expanded_url, unwound_url }) => [
    expanded_url,
    unwound_url,
  ]);
  const ids = links.map((link) => (link === undefined ? undefined : linkedPaper(link)));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

const postOf = (tweet: Tweet): CountedPost => ({
  network: "twitter",
  id: tweet.id,
  url: `https://x.com/i/status/${tweet.id}`,
  // In such an address this is in place of a handle, and names no account.
  author: { name: "", handle: "i" },
  date: dateOf(Date.parse(tweet.created_at)),
  lang: "und",
  dir: "ltr",
  reposts: tweet.public_metrics.retweet_count,
  likes: tweet.public_metrics.like_count,
});

export interface XQuestion {
  /** Instants. */
  from: number;
  until: number;
  /** What counts as now: the search goes back a week from here. */
  now: number;
  token: string;
  /** Stops after this many posts, because each costs. */
  mostPosts: number;
}

/** Reposts and likes of original posts that link a paper, each post once. */
export const askX = (
  outside: Outside,
  addresses: Pick<Addresses, "x">,
  question: XQuestion,
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const iso = (instant: number) => `${timeOf(instant)}Z`;
    const tweets = new Map<string, Tweet>();
    const notes: string[] = [];
    let at = 0;
    let next: string | undefined;
    let read = 0;
    do {
      const query = new URLSearchParams({
        query: 'url:"arxiv.org" -is:retweet',
        start_time: iso(Math.max(question.from, question.now - WEEK + 60_000)),
        ...(question.until < question.now - NOW && { end_time: iso(question.until) }),
        max_results: String(PAGE),
        "tweet.fields": "created_at,public_metrics,entities",
        ...(next !== undefined && { next_token: next }),
      });
      const url = `${addresses.x}/2/tweets/search/recent?${query}`;
      const reply = await requestJson(outside, url, replySchema, {
        ...options,
        headers: { authorization: `Bearer ${question.token}` },
      });
      const found = reply.value.data ?? [];
      const { kept, notes: lost } = keepReadable(found, tweetSchema, url);
      for (const tweet of kept) tweets.set(tweet.id, tweet);
      notes.push(...lost);
      read += found.length;
      at = reply.at;
      next = reply.value.meta.next_token;
    } while (next !== undefined && read < question.mostPosts);
    if (next !== undefined) notes.push(`stopped after ${read} posts`);
    const papers = new Map<PaperId, CountedPost[]>();
    for (const tweet of tweets.values()) {
      for (const id of papersOf(tweet)) papers.set(id, [...(papers.get(id) ?? []), postOf(tweet)]);
    }
    return {
      at,
      complete: next === undefined && notes.length === 0,
      notes,
      facts: [...papers].map(([id, posts]) => ({
        id,
        counts: {
          network: "twitter",
          reposts: posts.reduce((total, post) => total + (post.reposts ?? 0), 0),
          likes: posts.reduce((total, post) => total + (post.likes ?? 0), 0),
          at: timeOf(at),
        },
        posts,
      })),
    };
  });
