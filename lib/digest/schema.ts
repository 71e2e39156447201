/**
 * The JSON form, version 1, checked at the border: everything that did not come out of our own parser goes through here.
 * Fields that we do not know are let go, a higher major version is refused by its own code, and one bad paper or post costs
 * itself and not the digest.
 */
import * as z from "zod/mini";
import { isPaperId, type PaperId } from "../paper/paper-id.ts";
import { isDay, isLocalTime } from "./dates.ts";
import type { Digest, Entry, Post, SourceState } from "./digest.ts";
import {
  MAX_AUTHORS,
  MAX_CATEGORIES,
  MAX_COUNT,
  MAX_LINE,
  MAX_PAPERS,
  MAX_POSTS,
  MAX_TEXT,
} from "./limits.ts";
import { type Problem, problem } from "./problem.ts";

const line = z.string().check(z.minLength(1), z.maxLength(MAX_LINE));
const longText = z.string().check(z.maxLength(MAX_TEXT));
const day = z.string().check(z.refine(isDay));
const localTime = z.string().check(z.refine(isLocalTime));
const count = z.int().check(z.minimum(0), z.maximum(MAX_COUNT));
const rank = z.int().check(z.minimum(1), z.maximum(MAX_COUNT));
const network = z.enum(["twitter", "bluesky", "huggingface", "hackernews"]);

/** Whether an address may become a link: http or https, nothing else. */
export function isWebAddress(text: string): boolean {
  if (text.length > MAX_LINE || !/^https?:\/\//i.test(text)) return false;
  return URL.canParse(text);
}

const Counts = z.object({
  network,
  reposts: z.optional(count),
  likes: z.optional(count),
  points: z.optional(count),
  upvotes: z.optional(count),
  comments: z.optional(count),
  at: z.optional(localTime),
});

const Post = z.object({
  network,
  id: line,
  url: z.string(),
  author: z.object({ name: z.string().check(z.maxLength(MAX_LINE)), handle: line }),
  date: day,
  lang: z.string().check(z.minLength(1), z.maxLength(35), z.regex(/^[A-Za-z0-9-]+$/)),
  dir: z.enum(["ltr", "rtl"]),
  text: z.optional(longText),
  titleOnly: z.optional(z.boolean()),
});

const Entry = z.object({
  id: z.string().check(z.refine(isPaperId)),
  rank,
  title: line,
  authors: z.array(line).check(z.maxLength(MAX_AUTHORS)),
  categories: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(MAX_CATEGORIES)),
  abstract: z.optional(longText),
  counts: z.array(Counts).check(z.maxLength(8)),
  posts: z.array(z.unknown()),
  ranks: z.optional(z.partialRecord(network, rank)),
});

/** What became of asking the sources of a digest. */
export const SourceStates = z.array(
  z.object({
    source: z.enum([...network.options, "arxiv"]),
    state: z.enum(["ok", "failed"]),
    at: localTime,
    complete: z.optional(z.boolean()),
    reason: z.optional(line),
    note: z.optional(line),
  }),
);

const Head = z.object({
  version: z.literal(1),
  date: day,
  title: line,
  generated: localTime,
  papers: z.array(z.unknown()),
  sources: z.optional(SourceStates),
});

/** What checking one digest gave: the digest, unless nothing of it could be used, and what was left out. */
export interface Checked {
  digest?: Digest;
  problems: Problem[];
}

/**
 * Checks a value that claims to be a digest.
 *
 * @param value anything, for instance the outcome of `JSON.parse`
 * @param lineOf the line to name in the problems, where the value came from a file
 */
export function parseDigest(value: unknown, lineOf?: number): Checked {
  if (isOfNewerVersion(value)) return { problems: [problem("newerVersion", lineOf)] };
  const head = Head.safeParse(value);
  if (!head.success) {
    const wrong = head.error.issues[0]?.path.join(".");
    return { problems: [problem(wrong === "date" ? "date" : "shape", lineOf, wrong)] };
  }
  const problems: Problem[] = [];
  const note = (code: Problem["code"], found: string) => problems.push(problem(code, lineOf, found));
  const ids = new Set<string>();
  const ranks = new Set<number>();
  const papers: Entry[] = [];
  const { papers: values, sources, ...fields } = head.data;
  if (values.length > MAX_PAPERS) note("tooManyPapers", String(values.length));
  for (const [index, paper] of values.slice(0, MAX_PAPERS).entries()) {
    const entry = Entry.safeParse(paper);
    if (!entry.success) {
      note("entry", `papers.${index}.${entry.error.issues[0]?.path.join(".") ?? ""}`);
      continue;
    }
    if (ids.has(entry.data.id)) note("duplicateId", entry.data.id);
    else if (ranks.has(entry.data.rank)) note("duplicateRank", String(entry.data.rank));
    else {
      ids.add(entry.data.id);
      ranks.add(entry.data.rank);
      papers.push({
        ...entry.data,
        id: entry.data.id as PaperId,
        posts: posts(entry.data.posts, note),
      } as Entry);
    }
  }
  papers.sort((a, b) => a.rank - b.rank);
  const digest = { ...fields, papers, ...(sources && { sources: sources as SourceState[] }) };
  return { digest, problems };
}

function posts(values: unknown[], note: (code: Problem["code"], found: string) => void): Post[] {
  if (values.length > MAX_POSTS) note("tooManyPosts", String(values.length));
  return values.slice(0, MAX_POSTS).flatMap((value) => {
    const post = Post.safeParse(value);
    if (!post.success) {
      note("post", post.error.issues[0]?.path.join(".") ?? "");
      return [];
    }
    if (!isWebAddress(post.data.url)) {
      note("postLink", post.data.url);
      return [];
    }
    return [post.data as Post];
  });
}

function isOfNewerVersion(value: unknown): boolean {
  return typeof value === "object" && value !== null && "version" in value && Number(value.version) > 1;
}
