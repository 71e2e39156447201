/** A post as Twitter's oEmbed writes it: a `blockquote` with the text as HTML, the author, and a dated link. */
import { Parser } from "htmlparser2";
import { readPostDay, writePostDay } from "./dates.ts";
import type { Network, Post } from "./digest.ts";
import { MAX_TEXT } from "./limits.ts";
import { type Problem, problem } from "./problem.ts";
import { isWebAddress } from "./schema.ts";

/** Classes of the blockquotes. Twitter's is its own; the others are ours, of the same form. */
const CLASS_SUFFIX = "-post";
const classOf = (network: Network) => (network === "twitter" ? "twitter-tweet" : network + CLASS_SUFFIX);

const networkOf = (classes: string): Network => {
  for (const network of ["bluesky", "huggingface", "hackernews"] as const) {
    if (classes.split(/\s+/).includes(classOf(network))) return network;
  }
  return "twitter";
};

/** What stands in a blockquote: the paragraph's text, what follows it, and the last link. */
interface Parts {
  network: Network;
  postId?: string;
  lang: string;
  dir: "ltr" | "rtl";
  text?: string;
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
  const parts = readParts(html);
  const author = /^\s*(?:—|–|-)\s*(.*?)\s*\(@([^()]+)\)\s*$/su.exec(parts.after);
  const date = readPostDay(parts.linkText);
  if (!author?.[2] || !date) return problem("post", line, parts.after + parts.linkText || html);
  if (!isWebAddress(parts.href)) return problem("postLink", line, parts.href);
  const url = withoutTracking(parts.href);
  const id = parts.postId ?? /\/status\/(\d+)/.exec(url)?.[1];
  if (!id) return problem("post", line, url);
  return {
    network: parts.network,
    id,
    url,
    author: { name: author[1] ?? "", handle: author[2] },
    date,
    lang: parts.lang,
    dir: parts.dir,
    ...(parts.text !== undefined && { text: parts.text }),
  };
}

/** Twitter's embeds add `?ref_src=…` to the post's address. */
function withoutTracking(href: string): string {
  return href.replace(/\?ref_src=[^#]*$/, "");
}

function readParts(html: string): Parts {
  const parts: Parts = { network: "twitter", lang: "und", dir: "ltr", after: "", href: "", linkText: "" };
  let inText = false;
  let inLink = false;
  let known = true;
  let silent = 0; // inside <script> or <style>, whose content is no text of anybody
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
        if (inText && comment.trim() === NO_TEXT) known = false;
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
  if (parts.text !== undefined) parts.text = tidy(parts.text);
  if (!known) delete parts.text;
  return parts;
}

/** Marks a post of which only the facts are known; a paragraph without text would say that it is empty. */
const NO_TEXT = "text not kept";

/** Source line breaks are white space, as in HTML; those of `<br>` stay. */
function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[ \t\r\f]+/g, " ").trim())
    .join("\n")
    .trim()
    .slice(0, MAX_TEXT);
}

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** Writes a post in the form that `readPost` reads. */
export function writePost(post: Post): string {
  const idInAddress = /\/status\/(\d+)/.exec(post.url)?.[1] === post.id;
  const open = `<blockquote class="${classOf(post.network)}"${idInAddress ? "" : ` data-id="${escape(post.id)}"`}>`;
  const words = post.text === undefined ? `<!-- ${NO_TEXT} -->` : escape(post.text).replaceAll("\n", "<br>");
  const suffix =
    post.network === "twitter" && !post.url.includes("?") && !post.url.includes("#")
      ? "?ref_src=twsrc%5Etfw"
      : "";
  return (
    `${open}<p lang="${escape(post.lang)}" dir="${post.dir}">${words}</p>&mdash; ${escape(post.author.name)} ` +
    `(@${escape(post.author.handle)}) <a href="${escape(post.url)}${suffix}">${writePostDay(post.date)}</a></blockquote>`
  );
}
