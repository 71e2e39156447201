/** One small question to each service, to learn whether what we know of it is still true. */
import * as zod from "zod/mini";
import type { HotDay } from "../calendar/hot-day.ts";
import { dateOf, timeOf } from "../../digest/calendar-date.ts";
import { addDays } from "../../digest/dates.ts";
import type { HttpTrouble } from "../../net/http-error.ts";
import type { Addresses } from "../sources/addresses.ts";
import { feedPaperSchema, feedSchema, feedUrl } from "../sources/alphaxiv.ts";
import { readList } from "../sources/arxiv-list.ts";
import { readNames } from "../sources/arxiv-names.ts";
import { readOai } from "../sources/arxiv-oai.ts";
import { readRss } from "../sources/arxiv-rss.ts";
import { blueskyPostSchema, papersOf } from "../sources/bluesky-post.ts";
import type { Credentials } from "../sources/bluesky-session.ts";
import { keepReadable } from "../sources/keep-readable.ts";
import { linkedPaper } from "../../paper/linked-paper.ts";
import { parsePaperId } from "../../paper/paper-id.ts";
import { SourceError } from "../sources/source-error.ts";

/** What reading an answer gave. */
export interface Reading {
  /** How new the newest thing in it is, in words. */
  age: string;
  /** What else is good to know. */
  found: string;
}

export interface Probe {
  service: keyof Addresses;
  url: string;
  init?: RequestInit;
  /** Statuses that mean something else here than in general. */
  meanings?: Record<number, HttpTrouble>;
  /** Reads an answer; throws if it has another shape than the source reads. */
  read: (text: string) => Reading;
}

const count = (number: number, what: string): string => `${number} ${what}`;

function jsonOf<Schema extends zod.ZodMiniType>(text: string, schema: Schema): zod.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new SourceError("unreadable", "", "not JSON");
  }
  const checked = schema.safeParse(json);
  if (!checked.success) {
    throw new SourceError("unreadable", "", `unexpected shape at ${checked.error.issues[0]?.path.join(".")}`);
  }
  return checked.data;
}

const hfSchema = zod.array(
  zod.object({ paper: zod.object({ id: zod.string(), title: zod.string(), upvotes: zod.int() }) }),
);
const hnSchema = zod.object({
  nbHits: zod.int(),
  hits: zod.array(
    zod.object({ objectID: zod.string(), created_at_i: zod.int(), url: zod.nullish(zod.string()) }),
  ),
});
const postsSchema = zod.object({ posts: zod.array(blueskyPostSchema), hitsTotal: zod.optional(zod.int()) });
const directorySchema = zod.object({ service: zod.array(zod.object({ serviceEndpoint: zod.string() })) });
const xSchema = zod.object({
  data: zod.optional(zod.array(zod.object({ id: zod.string(), created_at: zod.string() }))),
  meta: zod.object({ result_count: zod.int() }),
});

/** An address that no post has: the service answers with an empty list, which costs it nothing. */
const NO_POST = "at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/aaaaaaaaaaaaa";

const newest = (times: readonly number[]): string =>
  times.length > 0 ? `newest ${timeOf(Math.max(...times))}` : "nothing in it";

function networkProbes(addresses: Addresses, day: HotDay): Probe[] {
  const since = new Date(day.from).toISOString();
  const hn = new URLSearchParams({
    query: "arxiv.org",
    restrictSearchableAttributes: "url",
    tags: "story",
    numericFilters: `created_at_i>${Math.floor(day.from / 1000)}`,
    hitsPerPage: "20",
  });
  const bluesky = new URLSearchParams({ q: "*", domain: "arxiv.org", sort: "top", since, limit: "25" });
  return [
    {
      service: "huggingface",
      url: `${addresses.huggingface}/api/daily_papers?date=${dateOf(day.until)}&limit=100`,
      read(text) {
        const items = jsonOf(text, hfSchema);
        return { age: `of ${dateOf(day.until)}`, found: count(items.length, "papers") };
      },
    },
    {
      service: "hackernews",
      url: `${addresses.hackernews}/api/v1/search_by_date?${hn}`,
      read(text) {
        const { hits, nbHits } = jsonOf(text, hnSchema);
        const papers = hits.filter(({ url }) => url && linkedPaper(url)).length;
        return {
          age: newest(hits.map((hit) => hit.created_at_i * 1000)),
          found: `${nbHits} hits, ${papers} of ${hits.length} link a paper`,
        };
      },
    },
    {
      service: "bluesky",
      url: `${addresses.bluesky}/xrpc/app.bsky.feed.searchPosts?${bluesky}`,
      // It says so to people who are not signed in when they ask too often.
      meanings: { 403: "throttled" },
      read(text) {
        const { posts } = jsonOf(text, postsSchema);
        const linking = posts.filter((post) => papersOf(post).length > 0).length;
        return {
          age: newest(posts.map(({ indexedAt }) => Date.parse(indexedAt))),
          found: `${linking} of ${posts.length} posts link a paper`,
        };
      },
    },
    {
      service: "blueskyPosts",
      url: `${addresses.blueskyPosts}/xrpc/app.bsky.feed.getPosts?uris=${encodeURIComponent(NO_POST)}`,
      read: (text) => ({ age: "now", found: count(jsonOf(text, postsSchema).posts.length, "posts") }),
    },
    {
      service: "alphaxiv",
      url: feedUrl(addresses.alphaxiv, 0, 10),
      read(text) {
        const { papers, trendingPapers } = jsonOf(text, feedSchema);
        const { kept } = keepReadable(papers ?? trendingPapers ?? [{}], feedPaperSchema, "");
        const known = kept.filter(({ universal_paper_id: id }) => parsePaperId(id)).length;
        return { age: "now", found: `${known} of ${kept.length} papers are arXiv's` };
      },
    },
    {
      service: "plc",
      // Bluesky's own account.
      url: `${addresses.plc}/did:plc:z72i7hdynmk6r22z27h6tvur`,
      read(text) {
        const { service } = jsonOf(text, directorySchema);
        return { age: "now", found: count(service.length, "server") };
      },
    },
  ];
}

function arxivProbes(addresses: Addresses, day: HotDay): Probe[] {
  const oai = new URLSearchParams({
    verb: "ListRecords",
    metadataPrefix: "arXiv",
    set: "stat:stat:ML",
    from: addDays(day.date, -1),
    until: day.date,
  });
  const accept = (type: string): RequestInit => ({ headers: { accept: type } });
  return [
    {
      service: "arxivRss",
      url: `${addresses.arxivRss}/rss/stat.ML`,
      init: accept("application/rss+xml, */*"),
      read(text) {
        const { papers, items } = readRss(text, "");
        const ids = papers.filter(({ kind }) => kind === "new").map(({ id }) => id);
        // The dates inside are always today's: only ids tell.
        return { age: `newest id ${ids.toSorted().at(-1) ?? "none"}`, found: count(items, "items") };
      },
    },
    {
      service: "arxivApi",
      url: `${addresses.arxivApi}/api/query?id_list=1706.03762&max_results=1`,
      init: accept("application/atom+xml, */*"),
      read: (text) => ({
        age: "of no date",
        found: [...readNames(text, "").names.values()][0]?.title ?? "no paper",
      }),
    },
    {
      service: "arxivOai",
      url: `${addresses.arxivOai}/oai?${oai}`,
      init: accept("text/xml, */*"),
      read: (text) => ({ age: `of ${day.date}`, found: count(readOai(text, "").records, "records") }),
    },
    {
      service: "arxivList",
      url: `${addresses.arxivList}/list/stat.ML/new`,
      init: accept("text/html"),
      read(text) {
        const { date, newIds } = readList(text, "");
        const late = date === day.date ? "" : `, our calendar says ${day.date}`;
        return { age: `of ${date}${late}`, found: count(newIds.length, "new papers") };
      },
    },
  ];
}

/** One question each; those that need an account only if there is one. */
export function probes(
  addresses: Addresses,
  day: HotDay,
  account: { bluesky?: Credentials; xToken?: string },
): Probe[] {
  const own: Probe[] = [];
  if (account.bluesky) {
    own.push({
      service: "blueskyServer",
      url: `${addresses.blueskyServer}/xrpc/com.atproto.server.createSession`,
      init: {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(account.bluesky),
      },
      read(text) {
        jsonOf(text, zod.object({ accessJwt: zod.string(), did: zod.string() }));
        return { age: "now", found: "signed in" };
      },
    });
  }
  if (account.xToken !== undefined) {
    const query = new URLSearchParams({
      query: 'url:"arxiv.org" -is:retweet',
      max_results: "10",
      "tweet.fields": "created_at,public_metrics",
    });
    own.push({
      service: "x",
      url: `${addresses.x}/2/tweets/search/recent?${query}`,
      init: { headers: { authorization: `Bearer ${account.xToken}` } },
      read(text) {
        const { data = [], meta } = jsonOf(text, xSchema);
        return {
          age: newest(data.map((tweet) => Date.parse(tweet.created_at))),
          found: count(meta.result_count, "posts, paid for"),
        };
      },
    });
  }
  return [...networkProbes(addresses, day), ...own, ...arxivProbes(addresses, day)];
}
