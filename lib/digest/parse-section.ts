import { type PaperId, parsePaperId } from "../paper/paper-id.ts";
import { isCountLine, readCountLine, readRanksLine } from "./count-line.ts";
import type { Counts, Entry, Post } from "./digest.ts";
import { MAX_AUTHORS, MAX_CATEGORIES, MAX_LINE, MAX_POSTS, MAX_TEXT } from "./limits.ts";
import { readPost } from "./post-html.ts";
import { type Problem, problem } from "./problem.ts";
import { isTitleOnly } from "./title-only.ts";

const HEADING = /^# (\d{1,6})\.\s+(\S.*)$/;
const LINKS = /^- links:/;
const ABS_LINK = /\]\(\s*https?:\/\/(?:www\.|export\.)?arxiv\.org\/abs\/([^)\s]+)\s*\)/i;
const CATEGORIES = /^- \[/;
const OPEN = /^<blockquote\b/i;
const CLOSE = /<\/blockquote>/i;
const SCRIPT = /^<script\b[^>]*>\s*<\/script>\s*$/i;

interface Section {
  /** Absent where the paper cannot be used. */
  entry?: Entry;
  problems: Problem[];
}

/**
 * Reads one paper: a heading and all lines up to the next one.
 *
 * @param lines the section's lines, the heading first
 * @param firstLine the heading's line in the file, from 1
 * @param isLast whether the file ends with it, so that what is missing may have been cut off
 */
export function parseSection(lines: readonly string[], firstLine: number, isLast: boolean): Section {
  const heading = HEADING.exec(lines[0] ?? "");
  const rank = Number(heading?.[1]);
  if (!heading || rank < 1) return { problems: [problem("heading", firstLine, lines[0])] };
  const title = fold(heading[2] ?? "").slice(0, MAX_LINE);
  const found = readLines(lines, firstLine);
  const drop = (code: Problem["code"], line: number, detail?: string): Section => ({
    problems: [problem(isLast && detail === undefined ? "cut" : code, line, detail ?? title)],
  });
  if (found.badCounts) return drop("counts", found.badCounts.line, found.badCounts.text);
  if (found.badLink) return drop("link", found.badLink.line, found.badLink.text);
  if (found.counts.length === 0) return drop("counts", firstLine);
  if (!found.id) return drop("link", firstLine);

  const authors = found.authors
    .flatMap((line) => line.split(", "))
    .map(fold)
    .filter(Boolean)
    .slice(0, MAX_AUTHORS);
  const entry: Entry = {
    id: found.id,
    rank,
    title,
    authors,
    categories: found.categories.slice(0, MAX_CATEGORIES),
    ...(found.abstract && { abstract: found.abstract }),
    counts: found.counts,
    posts: found.posts.map((post) => judged(post, title, authors)),
    ...(found.ranks && { ranks: found.ranks }),
  };
  return { entry, problems: found.problems };
}

const judged = (post: Post, title: string, authors: readonly string[]): Post =>
  post.text === undefined ? post : { ...post, titleOnly: isTitleOnly(post.text, title, authors) };

/** White space of any length is one space. */
const fold = (text: string) => text.replace(/\s+/gu, " ").trim();

/** An abstract is one line; three spaces or more are where arXiv had a new paragraph. */
const paragraphs = (lines: readonly string[]) =>
  lines
    .flatMap((line) => line.split(/ {3,}/))
    .map(fold)
    .filter(Boolean)
    .join("\n\n")
    .slice(0, MAX_TEXT);

interface Found {
  authors: string[];
  counts: Counts[];
  ranks?: Entry["ranks"];
  id?: PaperId;
  categories: string[];
  abstract: string;
  posts: Post[];
  problems: Problem[];
  badCounts?: { line: number; text: string };
  badLink?: { line: number; text: string };
}

/** Sorts the lines of a section into what they say. */
function readLines(lines: readonly string[], firstLine: number): Found {
  const found: Found = { authors: [], counts: [], categories: [], abstract: "", posts: [], problems: [] };
  const abstract: string[] = [];
  let factsSeen = false; // what stands before the counts is authors, what stands behind the links is the abstract
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const number = firstLine + index;
    if (line.trim() === "" || SCRIPT.test(line)) continue;
    if (OPEN.test(line)) {
      const end = lines.findIndex((other, at) => at >= index && CLOSE.test(other));
      const html = lines.slice(index, end < 0 ? lines.length : end + 1).join("\n");
      keepPost(end < 0 ? problem("post", number, html) : readPost(html, number), number);
      if (end < 0) break;
      index = end;
    } else if (isCountLine(line) && abstract.length === 0) {
      factsSeen = true;
      const counts = readCountLine(line);
      if (counts) found.counts.push(counts);
      else found.badCounts ??= { line: number, text: line };
    } else if (readRanksLine(line) && abstract.length === 0) found.ranks = readRanksLine(line);
    else if (LINKS.test(line) && abstract.length === 0) {
      factsSeen = true;
      const id = parsePaperId(ABS_LINK.exec(line)?.[1] ?? "")?.id;
      if (id) found.id ??= id;
      else found.badLink ??= { line: number, text: line };
    } else if (CATEGORIES.test(line) && abstract.length === 0) {
      factsSeen = true;
      found.categories.push(...[...line.matchAll(/\[([^\]\s]{1,40})\]\(/g)].map((match) => match[1] ?? ""));
    } else if (factsSeen) abstract.push(line.replace(/^\\(?=#|- |<blockquote|<script|\\)/i, ""));
    else found.authors.push(line);
  }
  found.abstract = paragraphs(abstract);
  return found;

  function keepPost(read: Post | Problem, line: number): void {
    if ("code" in read) found.problems.push(read);
    else if (found.posts.length < MAX_POSTS) found.posts.push(read);
    else if (!found.problems.some((one) => one.code === "tooManyPosts"))
      found.problems.push(problem("tooManyPosts", line));
  }
}
