/** A post as Twitter's oEmbed writes it: a `blockquote` with the text as HTML, the author, and a dated link. */
import { Parser } from "htmlparser2";
import { readPostDay, writePostDay } from "./dates.ts";
import type { Network, Post } from "./digest.ts";
import { MAX_POST_HTML, MAX_POST_TAGS } from "./limits.ts";
import { HANDLE, isWebAddress, withoutTracking } from "./post-address.ts";
import { type Problem, problem } from "./problem.ts";
import { nameLine, postText } from "./tidy-text.ts";

/** Classes of the blockquotes. Twitter's is its own; the others are ours, of the same form. */
const CLASS_SUFFIX = "-post";
const classOf = (network: Network) => (network === "twitter" ? "twitter-tweet" : network + CLASS_SUFFIX);

const networkOf = (classes: string): Network => {
  for (const network of ["bluesky", "huggingface", "hackernews"] as const) {
    if (classes.split(/\s+/).includes(classOf(network))) return network;
  }
  return "twitter";
};

/** The contents of a blockquote: the paragraph's text, what follows it, and the last link. */
interface Parts {
  network: Network;
  postId?: string;
  lang: string;
  dir: "ltr" | "rtl";
  text?: string;
  /** Known of a post whose text was not kept. */
  titleOnly?: boolean;
  after: string;
  href: string;
  linkText: string;
}

/**
 * Reads one blockquote. Text stays text: tags are dropped, but `<br>` is a line break; entities are decoded.
 *
 * @param html from `<blockquote` to `</blockquote>`
 * @param line of the file, for the problem
 */
export function readPost(html: string, line?: number): Post | Problem {
  if (html.length > MAX_POST_HTML || countTags(html) > MAX_POST_TAGS) return problem("post", line, html);
  const parts = readParts(html);
  const author = readAuthor(parts.after);
  const date = readPostDay(parts.linkText);
  if (!author || !date) return problem("post", line, parts.after + parts.linkText || html);
  if (!isWebAddress(parts.href)) return problem("postLink", line, parts.href);
  const url = withoutTracking(parts.href);
  const id = parts.postId ?? /\/status\/(\d+)/.exec(url)?.[1];
  if (!id) return problem("post", line, url);
  return {
    network: parts.network,
    id,
    url,
    author,
    date,
    lang: parts.lang,
    dir: parts.dir,
    ...(parts.text !== undefined && { text: parts.text }),
    ...(parts.titleOnly !== undefined && { titleOnly: parts.titleOnly }),
  };
}

const countTags = (html: string) => html.match(/<(?!\/?br\b)/gi)?.length ?? 0;

/** Reads `— Ada Example (@ada_example)`. */
function readAuthor(after: string): Post["author"] | undefined {
  const words = nameLine(after);
  const at = words.lastIndexOf("(@");
  const handle = words.slice(at + 2, -1);
  if (!/^[—–-]/.test(words) || at < 0 || !words.endsWith(")") || !HANDLE.test(handle)) return undefined;
  return { name: words.slice(1, at).trim(), handle };
}

function readParts(html: string): Parts {
  const parts: Parts = { network: "twitter", lang: "und", dir: "ltr", after: "", href: "", linkText: "" };
  let inText = false;
  let inLink = false;
  let notKept: string | undefined;
  let silent = 0; // inside <script> or <style>, whose content is not text
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "blockquote") {
          parts.network = networkOf(attributes["class"] ?? "");
          if (attributes["data-id"]) parts.postId = attributes["data-id"];
        } else if (name === "p" && parts.text === undefined) {
          inText = true;
          parts.text = "";
          if (/^[A-Za-z0-9-]{1,35}$/.test(attributes["lang"] ?? "")) parts.lang = attributes["lang"] ?? "und";
          if (attributes["dir"] === "rtl") parts.dir = "rtl";
        } else if (name === "br" && inText) parts.text += "\n";
        else if (name === "a" && !inText) {
          inLink = true;
          parts.href = attributes["href"] ?? "";
          parts.linkText = "";
        } else if (name === "script" || name === "style") silent += 1;
      },
      ontext(text) {
        if (silent > 0) return;
        if (inText) parts.text = (parts.text ?? "") + text;
        else if (inLink) parts.linkText += text;
        else parts.after += text;
      },
      oncomment(comment) {
        if (inText) notKept ??= NOT_KEPT.find((words) => words === comment.trim());
      },
      onclosetag(name) {
        if (name === "p") inText = false;
        else if (name === "a") inLink = false;
        else if (name === "script" || name === "style") silent -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  if (parts.text !== undefined) parts.text = postText(parts.text);
  if (notKept === undefined) return parts;
  delete parts.text;
  return notKept === NO_TEXT ? parts : { ...parts, titleOnly: notKept === TITLE_ONLY };
}

/**
 * Marks of a post of which only the facts are known, and perhaps what kind of text it had; a paragraph without text would say
 * that the post is empty.
 */
const NO_TEXT = "text not kept";
const TITLE_ONLY = "text not kept: only the title";
const OWN_WORDS = "text not kept: own words";
const NOT_KEPT = [NO_TEXT, TITLE_ONLY, OWN_WORDS];

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

const notKept = ({ titleOnly }: Post) =>
  titleOnly === undefined ? NO_TEXT : titleOnly ? TITLE_ONLY : OWN_WORDS;

/** Writes a post in the form that `readPost` reads. */
export function writePost(post: Post): string {
  const idInAddress = /\/status\/(\d+)/.exec(post.url)?.[1] === post.id;
  const open = `<blockquote class="${classOf(post.network)}"${idInAddress ? "" : ` data-id="${escape(post.id)}"`}>`;
  const words =
    post.text === undefined
      ? `<!-- ${notKept(post)} -->`
      : escape(postText(post.text)).replaceAll("\n", "<br>");
  const suffix =
    post.network === "twitter" && !post.url.includes("?") && !post.url.includes("#")
      ? "?ref_src=twsrc%5Etfw"
      : "";
  return (
    `${open}<p lang="${escape(post.lang)}" dir="${post.dir}">${words}</p>&mdash; ${escape(nameLine(post.author.name))} ` +
    `(@${escape(post.author.handle)}) <a href="${escape(post.url)}${suffix}">${writePostDay(post.date)}</a></blockquote>`
  );
}
