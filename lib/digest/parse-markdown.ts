/**
 * The archive's Markdown: front matter, then per paper a heading, authors, counts, links, categories, abstract and tweets.
 * The specification is the archive itself, https://github.com/TatsuyaShirakawa/daily-arxiv-gatsby (content/posts).
 */
import type { Digest, Entry } from "./digest.ts";
import { MAX_PAPERS } from "./limits.ts";
import { type Head, parseFrontMatter } from "./front-matter.ts";
import { type ParseResult, type Problem, problem } from "./problem.ts";
import { parseSection, type SectionEnd } from "./parse-section.ts";

/** `# 3. Title`, and any other heading of the first level, which is a paper that cannot be read. */
const HEADING = /^#(?:\s|$)/;

/**
 * The first line of a text without papers that says something of its own, if nothing in it is of our form: a foreign text whose title has
 * a day. -1 if there is none.
 */
function foreignLine(lines: readonly string[], body: number, problems: readonly Problem[]): number {
  if (problems.some(({ code }) => code !== "heading")) return -1;
  return lines.findIndex((line, index) => index >= body && line.trim() !== "");
}

/**
 * Reads one digest. A paper that cannot be read costs only itself: the others stay.
 *
 * @param text the file's content, with any line ends, with or without a byte order mark
 * @returns at most one digest, and all that could not be read with its line
 */
export function parseMarkdown(text: string): ParseResult {
  const lines = linesOf(text);
  const { head, body, problems } = parseFrontMatter(lines);
  return head ? parsePapers(head, lines, body, problems) : { digests: [], problems };
}

/**
 * Reads the papers of a digest whose head is known otherwise, for instance from the entry of a feed.
 *
 * @param text Markdown as above, without front matter
 */
export const parseMarkdownBody = (head: Head, text: string): ParseResult =>
  parsePapers(head, linesOf(text), 0, []);

const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);

/** @param body index of the first line that is looked at */
function parsePapers(head: Head, lines: readonly string[], body: number, problems: Problem[]): ParseResult {
  const endOfFile: SectionEnd = lines.at(-1) !== "" ? "openLine" : lines.at(-2) !== "" ? "line" : "file";
  const papers: Entry[] = [];
  const seen = { ids: new Set<string>(), ranks: new Set<number>() };
  const starts = lines.flatMap((line, index) => (index >= body && HEADING.test(line) ? [index] : []));
  if (starts.length > MAX_PAPERS) {
    problems.push(problem("tooManyPapers", (starts[MAX_PAPERS] ?? 0) + 1, String(starts.length)));
  }
  for (const [index, start] of starts.slice(0, MAX_PAPERS).entries()) {
    const end = starts[index + 1] ?? lines.length;
    const section = parseSection(
      lines.slice(start, end),
      start + 1,
      index === starts.length - 1 ? endOfFile : "section",
    );
    problems.push(...section.problems);
    if (section.entry) keep(section.entry, start + 1);
  }
  if (papers.length === 0) {
    const first = foreignLine(lines, body, problems);
    if (first >= 0) return { digests: [], problems: [problem("noDigest", first + 1, lines[first])] };
    // A day without papers is a digest; a file without a readable paper is not.
    if (problems.length > 0) return { digests: [], problems };
  }
  papers.sort((a, b) => a.rank - b.rank);
  const digest: Digest = { version: 1, ...head, papers };
  return { digests: [digest], problems };

  function keep(entry: Entry, line: number): void {
    const twin: Problem | undefined = seen.ids.has(entry.id)
      ? problem("duplicateId", line, entry.id)
      : seen.ranks.has(entry.rank)
        ? problem("duplicateRank", line, String(entry.rank))
        : undefined;
    if (twin) {
      problems.push(twin);
      return;
    }
    seen.ids.add(entry.id);
    seen.ranks.add(entry.rank);
    papers.push(entry);
  }
}
