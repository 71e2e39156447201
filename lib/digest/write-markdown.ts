import { absUrl, listUrl, pdfUrl } from "../paper/links.ts";
import { writeCountTime } from "./dates.ts";
import type { Counts, Digest, Entry } from "./digest.ts";
import { BY_ALPHAXIV, COUNT_KINDS, NO_COUNTS } from "./count-line.ts";
import { dayInTitle } from "./front-matter.ts";
import { writeAuthors, writeParagraph, writeTitle } from "./markdown-text.ts";
import { writePost } from "./post-html.ts";
import { oneLine, splitParagraphs } from "./tidy-text.ts";

/**
 * Writes a digest as the archive's Markdown, the inverse of `parseMarkdown`. A Gatsby blog of the archive's kind publishes
 * it unchanged. What the archive's form has no place for is added in the same manner:
 *
 * - other networks, and counts of Twitter that lack a figure: `- bluesky: 12 reposts, 40 likes (11/20/2026 21:00:00)`, or
 *   `- twitter: unknown`; a paper without any: `- counts: none`;
 * - the ranks that a mixed rank is made of: `- ranks: bluesky 3, huggingface 1`;
 * - posts of other networks: `<blockquote class="bluesky-post" data-id="…">`; a post without its text: a comment for a text;
 * - `day:` if the title does not say it, and `sources:`, both in the front matter;
 * - a backslash, as in all Markdown, if a text would begin a heading or list, or would make a tag.
 */
export function writeMarkdown(digest: Digest): string {
  return frontMatter(digest) + digest.papers.map(writeEntry).join("");
}

/** Twitter's loader, which the archive's blog runs and we do not. */
const LOADER = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';

/** As front matter, a list of maps; the reasons and notes are texts of others and quoted. */
function sourceLines(sources: NonNullable<Digest["sources"]>): string[] {
  if (sources.length === 0) return ["sources: []"];
  const pairs = sources.map(({ source, state, at, complete, reason, note }) => [
    `source: ${source}`,
    `state: ${state}`,
    `at: ${at}`,
    ...(complete === undefined ? [] : [`complete: ${complete}`]),
    ...(reason === undefined ? [] : [`reason: ${JSON.stringify(reason)}`]),
    ...(note === undefined ? [] : [`note: ${JSON.stringify(note)}`]),
  ]);
  return [
    "sources:",
    ...pairs.flatMap(([first, ...rest]) => [`  - ${first}`, ...rest.map((pair) => `    ${pair}`)]),
  ];
}

function frontMatter({ date, title, generated, sources }: Digest): string {
  const quoted = (value: string) => JSON.stringify(value);
  const lines = [
    "---",
    `title: ${plainOrQuoted(oneLine(title))}`,
    `date: ${generated}.Z`,
    'template: "post"',
    "draft: false",
    `slug: ${quoted(`hot-papers-${date}`)}`,
    'category: "arXiv"',
    "tags:",
    ...["arXiv", "Twitter", "Machine Learning", "Computer Science"].map((tag) => `  - ${quoted(tag)}`),
    `description: ${quoted(`Hot papers ${date}`)}`,
    'socialImage: "/media/flying-marine.jpg"',
    ...(dayInTitle(title) === date ? [] : [`day: ${quoted(date)}`]),
    ...(sources ? sourceLines(sources) : []),
    "",
    "---",
    "",
  ];
  return lines.join("\n");
}

/** The archive writes its titles bare; what YAML would read differently is quoted. */
function plainOrQuoted(title: string): string {
  return /^Hot Papers \d{4}-\d{2}-\d{2}$/.test(title) ? title : JSON.stringify(title);
}

/** The blank lines of the archive are part of its form: four after a paper, one before anything else. */
function writeEntry(entry: Entry): string {
  const authors = entry.authors.map(oneLine).filter(Boolean);
  const categories = entry.categories.map((name) => `[${name}](${listUrl(name)})`);
  const facts = [
    `# ${entry.rank}. ${writeTitle(oneLine(entry.title))}`,
    ...(authors.length > 0 ? [writeAuthors(authors)] : []),
    [...countLines(entry.counts), ...ranksLine(entry)].join("\n"),
    [
      `- links: [abs](${absUrl(entry.id)}) | [pdf](${pdfUrl(entry.id)})`,
      ...(categories.length > 0 ? [`- ${categories.join(" | ")}`] : []),
    ].join("\n"),
    writeAbstract(entry.abstract ?? ""),
  ];
  const posts = entry.posts.map((post) =>
    post.network === "twitter" ? `${writePost(post)}\n${LOADER}` : writePost(post),
  );
  return `\n${[...facts, ...posts].join("\n\n")}\n\n\n\n`;
}

/** One line, three spaces before a new paragraph. */
const writeAbstract = (abstract: string) =>
  writeParagraph(splitParagraphs(abstract).map(oneLine).filter(Boolean).join("   "));

const countLines = (all: readonly Counts[]): string[] =>
  all.length === 0
    ? [NO_COUNTS]
    : all.map((counts) => (isTwitterLine(counts) ? twitterLine(counts) : networkLine(counts)));

const isTwitterLine = ({ network, reposts, likes, at, ...rest }: Counts) =>
  network === "twitter" &&
  reposts !== undefined &&
  likes !== undefined &&
  at !== undefined &&
  Object.keys(rest).length === 0;

const twitterLine = (counts: Counts) =>
  `- retweets: ${counts.reposts}, favorites: ${counts.likes} (${writeCountTime(counts.at ?? "")})`;

function networkLine(counts: Counts): string {
  const figures = COUNT_KINDS.flatMap((kind) =>
    counts[kind] === undefined ? [] : `${counts[kind]} ${kind}`,
  );
  if (counts.by) figures.push(BY_ALPHAXIV);
  const time = counts.at === undefined ? "" : ` (${writeCountTime(counts.at)})`;
  return `- ${counts.network}: ${figures.join(", ") || "unknown"}${time}`;
}

const ranksLine = ({ ranks }: Entry) => {
  const known = Object.entries(ranks ?? {});
  return known.length === 0
    ? []
    : [`- ranks: ${known.map(([network, rank]) => `${network} ${rank}`).join(", ")}`];
};
