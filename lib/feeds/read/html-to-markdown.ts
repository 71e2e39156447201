/**
 * The archive's Markdown back out of the HTML that its own site makes of it (Gatsby: headings, paragraphs, lists, tweets as
 * they were, formulas by KaTeX), so that one reader of digests is enough. There is no DOMParser in a service worker.
 */
import { elementsIn, isElement, textWithin } from "../../net/markup-tree.ts";
import type { MarkupElement, MarkupNode } from "../../net/markup-tree.ts";

const WITHOUT_TEXT = new Set(["script", "style", "svg", "template", "iframe"]);
const MARKS: Record<string, string> = { em: "*", i: "*", strong: "**", b: "**", code: "`" };

/** White space as a browser would show it; but three spaces, which mean a new paragraph in an abstract, stay. */
const folded = (text: string) => text.replace(/\s+/gu, (run) => (/^ {3,}$/u.test(run) ? "   " : " ")).trim();

/** A post unchanged, on one line as in the archive. */
const onOneLine = (html: string) =>
  html
    .split("\n")
    .map((each) => each.trim())
    .filter(Boolean)
    .join(" ");

/** A paragraph that would read as something else gets a backslash, as Markdown has it. */
const guarded = (text: string) => (/^(?:#|- |<blockquote|<script|\\)/iu.test(text) ? `\\${text}` : text);

/** The TeX that a formula of KaTeX was made of. */
function formula({ children }: MarkupElement): string | undefined {
  const [source] = elementsIn(
    children,
    ({ name, attributes }) => name === "annotation" && attributes["encoding"] === "application/x-tex",
  );
  return source && `$${textWithin(source).trim()}$`;
}

/** Text within a block, as Markdown. */
function inline(node: MarkupNode, links: boolean): string {
  if (!isElement(node)) return node;
  const { name, attributes, children } = node;
  if (WITHOUT_TEXT.has(name)) return "";
  if (/\bkatex\b/u.test(attributes["class"] ?? "")) return formula(node) ?? textWithin(node);
  if (name === "br") return "\n";
  const within = children.map((child) => inline(child, links)).join("");
  if (name === "a" && links) return within.trim() ? `[${within}](${attributes["href"] ?? ""})` : "";
  const mark = within.trim() ? (MARKS[name] ?? "") : "";
  return `${mark}${within}${mark}`;
}

const line = ({ children }: MarkupElement, links: boolean) =>
  folded(children.map((child) => inline(child, links)).join(""));

/**
 * HTML as the archive's Markdown: `# ` headings, paragraphs, `- ` lists, and blockquotes as they are.
 *
 * @param html of one entry of a feed
 * @param nodes that HTML, read
 */
export function htmlToMarkdown(html: string, nodes: readonly MarkupNode[]): string {
  const blocks: string[] = [];
  const walk = (node: MarkupNode): void => {
    if (!isElement(node)) {
      const text = folded(node);
      if (text) blocks.push(text);
      return;
    }
    const { name, children, start, end } = node;
    if (WITHOUT_TEXT.has(name)) return;
    if (/^h[1-6]$/u.test(name)) blocks.push(`# ${line(node, false)}`);
    else if (name === "p") blocks.push(guarded(line(node, true)));
    else if (name === "ul" || name === "ol") {
      const items = children.filter(isElement);
      blocks.push(items.map((item) => `- ${line(item, true)}`).join("\n"));
    } else if (name === "blockquote") blocks.push(onOneLine(html.slice(start, end)));
    else children.forEach(walk);
  };
  nodes.forEach(walk);
  // The blank line at the end says that the last paper was not cut off.
  return `${blocks.filter(Boolean).join("\n\n")}\n\n`;
}
