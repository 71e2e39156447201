/**
 * X through alphaXiv: which papers are talked about there, and which posts on X it found about each. No key, and no documentation either:
 * as others saw it, GET /papers/v3/feed and GET /papers/v3/x-mentions-db/GROUP, of 2026-07 to 2026-09. So nothing here may be relied on:
 * what is not as expected is reported as "unreadable", and unknown fields do not matter.
 */
import * as zod from "zod/mini";
import { dateOf, timeOf } from "../../digest/calendar-date.ts";
import { tidyAuthors } from "../../paper/author-name.ts";
import { parsePaperId } from "../../paper/paper-id.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { keepReadable } from "./keep-readable.ts";
import type { Outside } from "../../net/outside.ts";
import { requestJson } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";
import { fold, foldAbstract } from "./talk.ts";
import type { CountedPost, Names, Talk } from "./talk.ts";

/** Pages of the feed. It answers pages of more than 100 papers with 504. */
const PAGES = 2;
const PAGE = 50;
/** The posts of this many papers are asked for, one request each. */
const MOST_ASKED = 30;
/** More posts than a reader reads of one paper. */
const MOST_POSTS = 1_000;

const count = zod.int().check(zod.nonnegative(), zod.maximum(1_000_000_000));
const longText = zod.string().check(zod.maxLength(20_000));
const groupId = zod.string().check(zod.regex(/^[\w-]{1,64}$/));
const list = zod.optional(zod.array(zod.unknown()));

/** One report has them under the second name. */
export const feedSchema = zod.object({ papers: list, trendingPapers: list });

export const feedPaperSchema = zod.object({
  universal_paper_id: zod.string(),
  paper_group_id: groupId,
  title: zod.optional(zod.unknown()),
  abstract: zod.optional(zod.unknown()),
  authors: zod.optional(zod.unknown()),
});

const mentionsSchema = zod.object({ mentions: zod.array(zod.unknown()) });

const mentionSchema = zod.object({
  postId: zod.string().check(zod.regex(/^\d{1,20}$/)),
  text: zod.nullish(longText),
  postedAt: zod.string().check(zod.refine((time) => !Number.isNaN(Date.parse(time)))),
  authorUsername: zod.string().check(zod.regex(/^\w{1,20}$/)),
  authorName: zod.nullish(zod.string().check(zod.maxLength(200))),
  likes: count,
  retweets: count,
  replies: zod.optional(count),
});

type Mention = zod.output<typeof mentionSchema>;

const legacySchema = zod.object({ paper: zod.object({ paper_group: zod.object({ id: groupId }) }) });

/** Addresses of one page of the feed, from 0. All five parameters are needed. */
export const feedUrl = (base: string, page: number, size = PAGE): string =>
  `${base}/papers/v3/feed?pageNum=${page}&pageSize=${size}&sort=Hot&interval=3%20Days&topics=%5B%5D`;

const postOf = (mention: Mention): CountedPost => ({
  network: "twitter",
  id: mention.postId,
  url: `https://x.com/${mention.authorUsername}/status/${mention.postId}`,
  author: { name: fold(mention.authorName ?? ""), handle: mention.authorUsername },
  date: dateOf(Date.parse(mention.postedAt)),
  lang: "und",
  dir: "ltr",
  ...(typeof mention.text === "string" && { text: mention.text.trim() }),
  reposts: mention.retweets,
  likes: mention.likes,
});

const sumOf = (posts: readonly CountedPost[], figure: "reposts" | "likes"): number =>
  posts.reduce((total, post) => total + (post[figure] ?? 0), 0);

/** What the posts of a paper say of it, each post once; undefined if there are none. */
function talkOf(id: PaperId, mentions: readonly Mention[], at: string, names?: Names): Talk | undefined {
  const posts = [...new Map(mentions.map((mention) => [mention.postId, postOf(mention)])).values()];
  if (posts.length === 0) return undefined;
  return {
    id,
    counts: {
      network: "twitter",
      by: "alphaxiv",
      reposts: sumOf(posts, "reposts"),
      likes: sumOf(posts, "likes"),
      at,
    },
    posts,
    ...(names && { names }),
  };
}

interface FeedPaper {
  id: PaperId;
  group: string;
  names?: Names;
}

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** What alphaXiv calls a paper; its topics are not arXiv's categories. */
function namesOf({ title, abstract, authors }: zod.output<typeof feedPaperSchema>): Names | undefined {
  if (!isText(title) || title.length > 2_000) return undefined;
  const names: unknown[] = Array.isArray(authors) ? authors.slice(0, 3_000) : [];
  return {
    title: fold(title),
    authors: tidyAuthors(names.filter(isText)),
    categories: [],
    ...(isText(abstract) && abstract.length <= 20_000 && { abstract: foldAbstract(abstract) }),
  };
}

/** The papers of one page that are arXiv's, and a note if some could not be read. */
async function askPage(outside: Outside, base: string, page: number, options: RequestOptions) {
  const url = feedUrl(base, page);
  const { value, at } = await requestJson(outside, url, feedSchema, options);
  const records = value.papers ?? value.trendingPapers;
  if (!records) throw new SourceError("unreadable", url, "unexpected shape at papers");
  const { kept, notes } = keepReadable(records, feedPaperSchema, url);
  const papers = kept.flatMap((paper): FeedPaper[] => {
    // Papers from elsewhere have a name in its place.
    const id = parsePaperId(paper.universal_paper_id)?.id;
    const names = namesOf(paper);
    return id ? [{ id, group: paper.paper_group_id, ...(names && { names }) }] : [];
  });
  return { papers, notes, at, full: records.length >= PAGE };
}

/** The papers that are talked about, each once. The first page is needed, the others are noted if they cannot be had. */
async function askFeed(outside: Outside, base: string, options: RequestOptions) {
  const papers = new Map<PaperId, FeedPaper>();
  const notes: string[] = [];
  let at = 0;
  for (let page = 0; page < PAGES; page++) {
    try {
      const found = await askPage(outside, base, page, options);
      for (const paper of found.papers) if (!papers.has(paper.id)) papers.set(paper.id, paper);
      notes.push(...found.notes);
      at = found.at;
      if (!found.full) break;
    } catch (error) {
      if (!(error instanceof SourceError) || page === 0) throw error;
      notes.push(`page ${page + 1}: ${error.message}`);
    }
  }
  return { papers: [...papers.values()], notes, at };
}

/** The posts about one paper; 404 means that alphaXiv knows of none. */
async function askMentions(outside: Outside, base: string, group: string, options: RequestOptions) {
  const url = `${base}/papers/v3/x-mentions-db/${group}`;
  try {
    const { value, at } = await requestJson(outside, url, mentionsSchema, options);
    const { kept, notes } = keepReadable(value.mentions.slice(0, MOST_POSTS), mentionSchema, url);
    return { mentions: kept, notes, at };
  } catch (error) {
    if (!(error instanceof SourceError) || error.reason !== "missing") throw error;
    return { mentions: [], notes: [], at: outside.now() };
  }
}

/** A service that is not there, or wants fewer questions, is not asked about the next paper. */
const isLast = ({ reason, status }: SourceError): boolean => reason === "throttled" || status === undefined;

/**
 * Retweets and likes of the posts that alphaXiv found about the papers that are talked about now; up to 32 requests. Fails only if the
 * first page cannot be had, or no paper's posts.
 */
export const askAlphaxiv = (
  outside: Outside,
  { alphaxiv: base }: Pick<Addresses, "alphaxiv">,
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const feed = await askFeed(outside, base, options);
    const notes = [...feed.notes];
    const facts: Talk[] = [];
    let { at } = feed;
    let answered = 0;
    let failure: SourceError | undefined;
    for (const { id, group, names } of feed.papers.slice(0, MOST_ASKED)) {
      try {
        const found = await askMentions(outside, base, group, options);
        answered += 1;
        at = Math.max(at, found.at);
        notes.push(...found.notes);
        const talk = talkOf(id, found.mentions, timeOf(found.at), names);
        if (talk) facts.push(talk);
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        failure = error;
        notes.push(`${id}: ${error.message}`);
        // One paper's answer in another form says nothing about the next one's.
        if (error.reason !== "unreadable" && isLast(error)) break;
      }
    }
    if (failure && answered === 0) throw failure;
    return { at, complete: notes.length === 0, notes: [COUNTED, ...shortened(notes)], facts };
  });

/** The source of the count, for a digest's states. */
const COUNTED = "as counted by alphaXiv";

/** A source that fails for each paper says so once. */
const shortened = (notes: readonly string[]): string[] =>
  notes.length > 3 ? [...notes.slice(0, 3), `and ${notes.length - 3} more`] : [...notes];

/** What alphaXiv knows of posts about one paper, in two requests; nothing if it does not know the paper, or knows no post. */
export const askAlphaxivPaper = (
  outside: Outside,
  { alphaxiv: base }: Pick<Addresses, "alphaxiv">,
  id: PaperId,
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    try {
      const url = `${base}/papers/v3/legacy/${id}`;
      const { value } = await requestJson(outside, url, legacySchema, options);
      const group = value.paper.paper_group.id;
      const { mentions, notes, at } = await askMentions(outside, base, group, options);
      const talk = talkOf(id, mentions, timeOf(at));
      return { at, complete: notes.length === 0, notes, facts: talk ? [talk] : [] };
    } catch (error) {
      if (!(error instanceof SourceError) || error.reason !== "missing") throw error;
      return { at: outside.now(), complete: true, notes: [], facts: [] };
    }
  });
