/**
 * Hacker News through Algolia's search: stories that link arXiv, with points and comments. No key.
 * Docs: https://hn.algolia.com/api. The search forgives typing errors (`gitub` finds github), so a hit counts only when its
 * own address is a paper's. At most 1,000 hits a question, far more than three days have.
 */
import * as zod from "zod/mini";
import type { Counts } from "../../digest/digest.ts";
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
import { fold } from "./talk.ts";
import type { CountedPost, Talk } from "./talk.ts";

const MOST_HITS = 1_000;

const count = zod.int().check(zod.nonnegative());

const replySchema = zod.object({ hits: zod.array(zod.unknown()), nbHits: count });

const hitSchema = zod.object({
  objectID: zod.string().check(zod.regex(/^\d{1,15}$/)),
  author: zod.string(),
  title: zod.nullish(zod.string()),
  /** Absent on stories that are only text. */
  url: zod.nullish(zod.string()),
  points: zod.nullish(count),
  num_comments: zod.nullish(count),
  created_at_i: count,
});

type Hit = zod.output<typeof hitSchema>;

const postOf = (hit: Hit): CountedPost => ({
  network: "hackernews",
  id: hit.objectID,
  url: `https://news.ycombinator.com/item?id=${hit.objectID}`,
  author: { name: hit.author, handle: hit.author },
  date: dateOf(hit.created_at_i * 1000),
  lang: "en",
  dir: "ltr",
  text: fold(hit.title ?? ""),
  ...(typeof hit.points === "number" && { points: hit.points }),
});

/** The story with most points speaks for the paper: the same link handed in twice is not talked about twice as much. */
function countsOf(hits: readonly Hit[], at: string): Counts {
  const [best] = hits.toSorted(
    (a, b) => (b.points ?? 0) - (a.points ?? 0) || (b.num_comments ?? 0) - (a.num_comments ?? 0),
  );
  const { points, num_comments: comments } = best!;
  return {
    network: "hackernews",
    ...(typeof points === "number" && { points }),
    ...(typeof comments === "number" && { comments }),
    at,
  };
}

/** Asks the search, and gives what its stories say of the papers that they link. */
async function search(
  outside: Outside,
  addresses: Pick<Addresses, "hackernews">,
  path: string,
  { query, ...more }: Record<string, string> & { query: string },
  options: RequestOptions,
) {
  const parameters = new URLSearchParams({
    query,
    restrictSearchableAttributes: "url",
    tags: "story",
    ...more,
  });
  const url = `${addresses.hackernews}/api/v1/${path}?${parameters}`;
  const { value, at } = await requestJson(outside, url, replySchema, options);
  const { kept, notes } = keepReadable(value.hits, hitSchema, url);
  const papers = new Map<PaperId, Hit[]>();
  for (const hit of kept) {
    const id = typeof hit.url === "string" ? linkedPaper(hit.url) : undefined;
    if (id) papers.set(id, [...(papers.get(id) ?? []), hit]);
  }
  return {
    at,
    complete: value.nbHits <= value.hits.length && notes.length === 0,
    notes,
    facts: [...papers].map(([id, hits]) => ({
      id,
      counts: countsOf(hits, timeOf(at)),
      posts: hits.map(postOf),
    })),
  };
}

/** Stories of this time (instants) that link a paper, in one request. */
export const askHackerNews = (
  outside: Outside,
  addresses: Pick<Addresses, "hackernews">,
  time: { from: number; until: number },
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, () => {
    const seconds = (instant: number) => Math.floor(instant / 1000);
    const query = {
      query: "arxiv.org",
      numericFilters: `created_at_i>${seconds(time.from)},created_at_i<=${seconds(time.until)}`,
      hitsPerPage: String(MOST_HITS),
    };
    return search(outside, addresses, "search_by_date", query, options);
  });

/** Stories of any time that link one paper, in one request; nothing if there is none. */
export const askHackerNewsPaper = (
  outside: Outside,
  addresses: Pick<Addresses, "hackernews">,
  id: PaperId,
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const query = { query: id, hitsPerPage: "100" };
    const found = await search(outside, addresses, "search", query, options);
    // It forgives typing errors: papers with a number nearly like it come along.
    return { ...found, complete: true, facts: found.facts.filter((talk) => talk.id === id) };
  });
