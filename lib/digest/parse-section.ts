import { type PaperId, parsePaperId } from "../paper/paper-id.ts";
import { isCountLine, NO_COUNTS, readCountLine, readRanksLine } from "./count-line.ts";
import type { Counts, Entry, Post } from "./digest.ts";
import { MAX_AUTHORS, MAX_CATEGORIES, MAX_COUNT, MAX_LINE, MAX_POSTS } from "./limits.ts";
import { readAuthors, readParagraph, readTitle } from "./markdown-text.ts";
import { opensPost, type PostBlock, postBlock } from "./post-blocks.ts";
import { readPost } from "./post-html.ts";
import { type Problem, problem } from "./problem.ts";
import { oneLine, paragraphs } from "./tidy-text.ts";
import { isTitleOnly } from "./title-only.ts";

const HEADING = /^# (\d{1,10})\.\s+(\S.*)$/s;
const LINKS = /^- links:/;
const ABS_LINK = /\]\(\s*https?:\/\/(?:www\.|export\.)?arxiv\.org\/abs\/([^()[\]\s]+)\s*\)/i;
const CATEGORIES = /^- \[/;
const CATEGORY = /\[([^\s[\]()]+)\]\(/g;
const MAX_CATEGORY = 40;
const SCRIPT = /^<script\b[^>]*>\s*<\/script>\s*$/i;
const SENTENCE_END = /[.!?。)\]}"'”’$]\s*$/;

/** How a section ends: another one follows; the file ends after a blank line, right after a line, or within one. */
export type SectionEnd = "section" | "file" | "line" | "openLine";

interface Section {
  /** Absent if the paper cannot be used. */
  entry?: Entry;
  problems: Problem[];
}

/**
 * Reads one paper: a heading and all lines up to the next one.
 *
 * @param lines the section's lines, the heading first
 * @param firstLine the heading's line in the file, from 1
 * @param end whether what is missing may have been cut off
 */
export function parseSection(lines: readonly string[], firstLine: number, end: SectionEnd): Section {
  const heading = HEADING.exec(lines[0] ?? "");
  const rank = Number(heading?.[1]);
  const halfLine = end === "openLine" ? firstLine + lines.length - 1 : undefined;
  const without = (code: Problem["code"], line: number, detail?: string): Section => ({
    problems: [problem(line === halfLine ? "cut" : code, line, detail)],
  });
  if (!heading || rank < 1 || rank > MAX_COUNT) return without("heading", firstLine, lines[0]);
  const title = short(oneLine(readTitle(heading[2] ?? "")));
  const found = readLines(lines, firstLine, halfLine);
  if (found.badCounts) return without("counts", found.badCounts.line, found.badCounts.text);
  if (found.badLink) return without("link", found.badLink.line, found.badLink.text);
  const isLast = end !== "section";
  if (!found.counts) return without(isLast ? "cut" : "counts", firstLine, title);
  if (!found.id) return without(isLast ? "cut" : "link", firstLine, title);
  const onlyFacts = found.abstract.length + found.posts.length + found.problems.length === 0;
  if (found.cut || (onlyFacts && (end === "line" || end === "openLine")))
    return without("cut", firstLine, title);

  const authors = found.authors.map(oneLine).filter(Boolean).map(short).slice(0, MAX_AUTHORS);
  const abstract = paragraphs(found.abstract);
  const entry: Entry = {
    id: found.id,
    rank,
    title,
    authors,
    categories: found.categories,
    ...(abstract && { abstract }),
    counts: found.counts,
    posts: found.posts.map((post) => judged(post, title, authors)),
    ...(found.ranks && { ranks: found.ranks }),
  };
  return { entry, problems: found.problems };
}

const short = (text: string) => text.slice(0, MAX_LINE).trimEnd();

const judged = (post: Post, title: string, authors: readonly string[]): Post =>
  post.text === undefined ? post : { ...post, titleOnly: isTitleOnly(post.text, title, authors) };

interface Found {
  authors: string[];
  /** Absent if no line says anything of them. */
  counts?: Counts[];
  ranks?: NonNullable<Entry["ranks"]>;
  id?: PaperId;
  categories: string[];
  /** Paragraphs as they are in the file. */
  abstract: string[];
  posts: Post[];
  problems: Problem[];
  badCounts?: { line: number; text: string };
  badLink?: { line: number; text: string };
  /** The abstract ends within a sentence, and with it the file. */
  cut?: boolean;
}

/** Sorts the lines of a section by what they say. What a line may be depends on what came before. */
function readLines(lines: readonly string[], firstLine: number, halfLine: number | undefined): Found {
  const found: Found = { authors: [], categories: [], abstract: [], posts: [], problems: [] };
  let place: "authors" | "facts" | "abstract" | "posts" = "authors";
  let blocks = 0;
  let strayLine = false;

  for (let index = 1, rest = ""; index < lines.length;) {
    const line = rest || (lines[index] ?? "");
    const number = firstLine + index;
    rest = "";
    if (opensPost(line)) {
      const block = postBlock(lines, line, index);
      place = "posts";
      keepPost(block, number);
      rest = block.rest;
      index = rest ? block.next - 1 : block.next;
    } else {
      if (line.trim() !== "" && !SCRIPT.test(line)) readLine(line, number);
      index += 1;
    }
  }
  return found;

  function readLine(line: string, number: number): void {
    if (place === "posts") readStray(line, number);
    else if (place === "abstract") readAbstract(line, number);
    else if (line === NO_COUNTS) {
      place = "facts";
      found.counts ??= [];
    } else if (isCountLine(line)) {
      place = "facts";
      const counts = readCountLine(line);
      if (counts) found.counts = [...(found.counts ?? []), counts];
      else found.badCounts ??= { line: number, text: line };
    } else if (LINKS.test(line)) {
      place = "facts";
      const id = parsePaperId(ABS_LINK.exec(line)?.[1] ?? "")?.id;
      if (id) found.id ??= id;
      else found.badLink ??= { line: number, text: line };
    } else if (CATEGORIES.test(line)) {
      place = "facts";
      for (const [, name = ""] of line.matchAll(CATEGORY))
        if (name.length <= MAX_CATEGORY && found.categories.length < MAX_CATEGORIES)
          found.categories.push(name);
    } else {
      const ranks = readRanksLine(line);
      if (ranks) found.ranks = ranks;
      else if (place === "authors") for (const name of readAuthors(line)) found.authors.push(name);
      else readAbstract(line, number);
    }
  }

  function readAbstract(line: string, number: number): void {
    place = "abstract";
    if (number === halfLine && "<blockquote".startsWith(line.trim().toLowerCase())) {
      found.problems.push(problem("post", number, line));
      return;
    }
    if (number === halfLine && !SENTENCE_END.test(line)) found.cut = true;
    // An abstract is one line; three spaces or more are where arXiv had a new paragraph.
    for (const paragraph of readParagraph(line).split(/ {3,}/)) found.abstract.push(paragraph);
  }

  /** After the posts there are only other posts and their scripts, perhaps cut short. The first other line is reported. */
  function readStray(line: string, number: number): void {
    if (strayLine || /^<script\b/i.test(line)) return;
    if (number === halfLine && line.length > 1 && "<script".startsWith(line)) return;
    strayLine = true;
    found.problems.push(problem("post", number, line));
  }

  function keepPost({ html, whole }: PostBlock, number: number): void {
    blocks += 1;
    if (blocks > MAX_POSTS + 1) return;
    if (blocks > MAX_POSTS) {
      found.problems.push(problem("tooManyPosts", number));
      return;
    }
    const read = whole ? readPost(html, number) : problem("post", number, html);
    if ("code" in read) found.problems.push(read);
    else found.posts.push(read);
  }
}
