import { dump } from "js-yaml";
import { absUrl, listUrl, pdfUrl } from "../paper/links.ts";
import { writeCountTime } from "./dates.ts";
import type { Counts, Digest, Entry } from "./digest.ts";
import { COUNT_KINDS } from "./count-line.ts";
import { writePost } from "./post-html.ts";

/**
 * Writes a digest as the archive's Markdown, the inverse of `parseMarkdown`. A Gatsby blog of the archive's kind publishes
 * it unchanged. Other networks than Twitter have lines and blockquotes of their own, of the same form.
 */
export function writeMarkdown(digest: Digest): string {
  return `${frontMatter(digest)}\n${digest.papers.map(writeEntry).join("\n\n\n")}`;
}

/** Twitter's loader, which the archive's blog runs and we do not. */
const LOADER = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';

function frontMatter({ date, title, generated, sources }: Digest): string {
  const quoted = (value: string) => JSON.stringify(value);
  const lines = [
    "---",
    `title: ${plainOrQuoted(title)}`,
    `date: ${generated}.Z`,
    'template: "post"',
    "draft: false",
    `slug: ${quoted(`hot-papers-${date}`)}`,
    'category: "arXiv"',
    "tags:",
    ...["arXiv", "Twitter", "Machine Learning", "Computer Science"].map((tag) => `  - ${quoted(tag)}`),
    `description: ${quoted(`Hot papers ${date}`)}`,
    'socialImage: "/media/flying-marine.jpg"',
    ...(title.includes(date) ? [] : [`day: ${quoted(date)}`]),
    ...(sources ? [dump({ sources }, { lineWidth: -1 }).trimEnd()] : []),
    "",
    "---",
    "",
  ];
  return lines.join("\n");
}

/** The archive writes its titles bare; what YAML would read otherwise is quoted. */
function plainOrQuoted(title: string): string {
  return /^Hot Papers \d{4}-\d{2}-\d{2}$/.test(title) ? title : JSON.stringify(title);
}

function writeEntry(entry: Entry): string {
  const twitter = entry.counts.find(isTwitterLine);
  const others = entry.counts.filter((counts) => counts !== twitter);
  const blocks = [
    `# ${entry.rank}. ${entry.title}`,
    ...(entry.authors.length > 0 ? [entry.authors.join(", ")] : []),
    [...(twitter ? [twitterLine(twitter)] : []), ...others.map(networkLine), ...ranksLine(entry)].join("\n"),
    [
      `- links: [abs](${absUrl(entry.id)}) | [pdf](${pdfUrl(entry.id)})`,
      ...(entry.categories.length > 0
        ? [`- ${entry.categories.map((name) => `[${name}](${listUrl(name)})`).join(" | ")}`]
        : []),
    ].join("\n"),
    ...(entry.abstract ? [guard(entry.abstract.replaceAll("\n\n", "   "))] : []),
    ...entry.posts.map((post) =>
      post.network === "twitter" ? `${writePost(post)}\n${LOADER}\n` : `${writePost(post)}\n`,
    ),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** A paragraph that would read as something else gets a backslash, as Markdown has it. */
const guard = (paragraph: string) =>
  /^(?:#|- |<blockquote|<script|\\)/i.test(paragraph) ? `\\${paragraph}` : paragraph;

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
  const time = counts.at === undefined ? "" : ` (${writeCountTime(counts.at)})`;
  return `- ${counts.network}: ${figures.join(", ") || "unknown"}${time}`;
}

const ranksLine = ({ ranks }: Entry) => {
  const known = Object.entries(ranks ?? {});
  return known.length === 0
    ? []
    : [`- ranks: ${known.map(([network, rank]) => `${network} ${rank}`).join(", ")}`];
};
