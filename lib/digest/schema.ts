/**
 * The JSON form, version 1, checked at the border: everything that did not come out of our own parser goes through here. Unknown fields are
 * dropped, a higher major version is refused by its own code, and one bad paper or post costs only itself, not the digest.
 */
import { COUNTERS, NETWORKS, type Network } from "./networks.ts";
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
import { HANDLE, isWebAddress, withoutTracking } from "./post-address.ts";
import { type Problem, problem } from "./problem.ts";
import { nameLine, oneLine, paragraphs, postText, splitParagraphs } from "./tidy-text.ts";
import { isTitleOnly } from "./title-only.ts";

const line = z.string().check(z.maxLength(MAX_LINE), z.overwrite(oneLine), z.minLength(1));
const longText = z.string().check(z.maxLength(MAX_TEXT));
/** A name without spaces, of a form that its place in the Markdown can hold. */
const token = (form: RegExp, longest: number) =>
  z.string().check(z.minLength(1), z.maxLength(longest), z.regex(form));
const day = z.string().check(z.refine(isDay));
const localTime = z.string().check(z.refine(isLocalTime));
const count = z.int().check(z.minimum(0), z.maximum(MAX_COUNT));
const rank = z.int().check(z.minimum(1), z.maximum(MAX_COUNT));
const network = z.enum(NETWORKS);

const someRank = z.optional(rank);
const Ranks = z.strictObject({
  twitter: someRank,
  bluesky: someRank,
  huggingface: someRank,
  hackernews: someRank,
} satisfies Record<Network, typeof someRank>);

const Counts = z.object({
  network,
  by: z.optional(z.enum(COUNTERS)),
  reposts: z.optional(count),
  likes: z.optional(count),
  points: z.optional(count),
  upvotes: z.optional(count),
  comments: z.optional(count),
  at: z.optional(localTime),
});

const Post = z.object({
  network,
  id: token(/^[^\s\p{Cc}]+$/u, MAX_LINE),
  url: z.string(),
  author: z.object({
    name: z.string().check(z.maxLength(MAX_LINE), z.overwrite(nameLine)),
    handle: token(HANDLE, MAX_LINE),
  }),
  date: day,
  lang: token(/^[A-Za-z0-9-]+$/, 35),
  dir: z.enum(["ltr", "rtl"]),
  text: z.optional(longText.check(z.overwrite(postText))),
  titleOnly: z.optional(z.boolean()),
});

/** The names of authors among these values, each a line. An invalid name costs only itself, not its paper. */
const namesIn = (values: unknown[]): string[] =>
  values.flatMap((value) => {
    const name = typeof value === "string" && value.length <= MAX_LINE ? oneLine(value) : "";
    return name === "" ? [] : [name];
  });

const Entry = z.object({
  id: z.string().check(z.refine(isPaperId)),
  rank,
  title: line,
  authors: z.array(z.unknown()).check(z.maxLength(MAX_AUTHORS)),
  categories: z.array(token(/^[^\s[\]()]+$/, 40)).check(z.maxLength(MAX_CATEGORIES)),
  abstract: z.optional(longText.check(z.overwrite((text) => paragraphs(splitParagraphs(text))))),
  counts: z.array(Counts).check(z.maxLength(8)),
  posts: z.array(z.unknown()),
  ranks: z.optional(Ranks),
  list: z.optional(line),
});

/** How asking the sources of a digest went. */
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
  /** Of minor versions (1.1) we read what version 1 has. */
  version: z.number().check(z.refine((version) => Math.floor(version) === 1)),
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
 * @param lineOf the line to name in the problems, if the value came from a file
 */
export function parseDigest(value: unknown, lineOf?: number): Checked {
  if (isOfNewerVersion(value)) return { problems: [problem("newerVersion", lineOf)] };
  const head = Head.safeParse(value);
  if (!head.success) {
    const wrong = head.error.issues[0]?.path.join(".");
    return { problems: [problem(wrong === "date" ? "date" : "shape", lineOf, wrong)] };
  }
  const problems: Problem[] = [];
  const note: Note = (code, found) => void problems.push(problem(code, lineOf, found));
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
      papers.push(entryOf(entry.data, note));
    }
  }
  papers.sort((a, b) => a.rank - b.rank);
  // A day without papers is a digest; a file without a readable paper is not.
  if (papers.length === 0 && problems.length > 0) return { problems };
  const digest: Digest = {
    ...fields,
    version: 1,
    papers,
    ...(sources && { sources: sources as SourceState[] }),
  };
  return { digest, problems };
}

type Note = (code: Problem["code"], found: string) => void;

function entryOf(facts: z.infer<typeof Entry>, note: Note): Entry {
  const authors = namesIn(facts.authors);
  const read = {
    ...facts,
    id: facts.id as PaperId,
    authors,
    posts: posts(facts.posts, note).map((post) => judged(post, { title: facts.title, authors })),
  };
  if (!read.abstract) delete read.abstract;
  return read as Entry;
}

/** The digest may leave open whether a post only repeats the title; its text tells. */
const judged = (post: Post, { title, authors }: Pick<Entry, "title" | "authors">): Post =>
  post.text === undefined || post.titleOnly !== undefined
    ? post
    : { ...post, titleOnly: isTitleOnly(post.text, title, authors) };

function posts(values: unknown[], note: Note): Post[] {
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
    return [{ ...post.data, url: withoutTracking(post.data.url) } as Post];
  });
}

function isOfNewerVersion(value: unknown): boolean {
  return typeof value === "object" && value !== null && "version" in value && Number(value.version) >= 2;
}
