/**
 * The archive's Markdown back out of the HTML that its own site makes of it (Gatsby: headings, paragraphs, lists, tweets as
 * they were, formulas by KaTeX), so that one reader of digests is enough. There is no DOMParser in a service worker.
 */
import { DomUtils, parseDocument } from "htmlparser2";
import { isElement, isText } from "./markup.ts";
import type { MarkupNode } from "./markup.ts";

const WITHOUT_TEXT = new Set(["script", "style", "svg", "template", "iframe"]);
const MARKS: Record<string, string> = { em: "*", i: "*", strong: "**", b: "**", code: "`" };

/** White space as a browser would show it; but three spaces, which stand for a paragraph in an abstract, stay. */
const folded = (text: string) => text.replace(/\s+/gu, (run) => (/^ {3,}$/u.test(run) ? "   " : " ")).trim();

/** A paragraph that would read as something else gets a backslash, as Markdown has it. */
const guarded = (text: string) => (/^(?:#|- |<blockquote|<script|\\)/iu.test(text) ? `\\${text}` : text);

/** The TeX that a formula of KaTeX was made of. */
function formula(node: MarkupNode): string | undefined {
  const source = DomUtils.findOne(
    (each) => each.name === "annotation" && each.attribs["encoding"] === "application/x-tex",
    DomUtils.getChildren(node),
  );
  return source ? `$${DomUtils.textContent(source).trim()}$` : undefined;
}

/** Text within a block, as Markdown. */
function inline(node: MarkupNode, links: boolean): string {
  if (isText(node)) return node.data;
  if (!isElement(node) || WITHOUT_TEXT.has(node.name)) return "";
  if (/\bkatex\b/u.test(node.attribs["class"] ?? "")) return formula(node) ?? DomUtils.textContent(node);
  if (node.name === "br") return "\n";
  const within = node.children.map((child) => inline(child, links)).join("");
  if (node.name === "a" && links) return within.trim() ? `[${within}](${node.attribs["href"] ?? ""})` : "";
  const mark = within.trim() ? (MARKS[node.name] ?? "") : "";
  return `${mark}${within}${mark}`;
}

const line = (node: MarkupNode, links: boolean) =>
  folded(
    DomUtils.getChildren(node)
      .map((child) => inline(child, links))
      .join(""),
  );

/**
 * HTML as the archive's Markdown: `# ` headings, paragraphs, `- ` lists, and blockquotes as they are.
 *
 * @param html of one entry of a feed
 */
export function htmlToMarkdown(html: string): string {
  const blocks: string[] = [];
  const walk = (node: MarkupNode): void => {
    if (isText(node)) {
      const text = folded(node.data);
      if (text) blocks.push(text);
    }
    if (!isElement(node) || WITHOUT_TEXT.has(node.name)) return;
    if (/^h[1-6]$/u.test(node.name)) blocks.push(`# ${line(node, false)}`);
    else if (node.name === "p") blocks.push(guarded(line(node, true)));
    else if (node.name === "ul" || node.name === "ol") {
      const items = node.children.filter((child) => isElement(child));
      blocks.push(items.map((item) => `- ${line(item, true)}`).join("\n"));
    } else if (node.name === "blockquote") {
      const source = html.slice(node.startIndex ?? 0, (node.endIndex ?? 0) + 1);
      blocks.push(source.replace(/\s*\n\s*/gu, " "));
    } else node.children.forEach(walk);
  };
  parseDocument(html, { withStartIndices: true, withEndIndices: true }).children.forEach(walk);
  // The blank line at the end says that the last paper was not cut off.
  return `${blocks.filter(Boolean).join("\n\n")}\n\n`;
}
