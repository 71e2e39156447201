/** What an item says, as lines: HTML made for people has a paragraph for each thing that we look for. */
import { isElement, parseMarkup } from "../../net/markup-tree.ts";
import type { MarkupNode } from "../../net/markup-tree.ts";

/** Characters of an item that are looked at: abstracts have 2,000. */
const MOST_OF_ITEM = 20_000;

/** Inline elements. */
const IN_LINE = new Set(
  ["a", "abbr", "b", "bdi", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub"].concat([
    "sup",
    "u",
  ]),
);

export interface ItemText {
  /** Without empty ones, white space folded. */
  lines: string[];
  /** Where its links lead. */
  links: string[];
}

/** Reads the HTML of an item. If it goes beyond the limits of a tree, what was read until then counts. */
export function textOfItem(html: string): ItemText {
  const links: string[] = [];
  let text = "";
  const walk = (node: MarkupNode): void => {
    if (!isElement(node)) {
      text += node;
      return;
    }
    if (node.name === "script" || node.name === "style") return;
    const { href } = node.attributes;
    if (node.name === "a" && href !== undefined) links.push(href);
    const own = !IN_LINE.has(node.name);
    if (own) text += "\n";
    node.children.forEach(walk);
    if (own) text += "\n";
  };
  parseMarkup(html.slice(0, MOST_OF_ITEM)).nodes.forEach(walk);
  const lines = text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim());
  return { lines: lines.filter((line) => line !== ""), links };
}

/** What follows the first of these labels and a colon, at the beginning of a line: `Authors: Ada Example`. */
export function labelled(lines: readonly string[], labels: readonly string[]): string | undefined {
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0 && labels.includes(line.slice(0, colon).toLowerCase().trim()))
      return line.slice(colon + 1).trim() || undefined;
  }
  return undefined;
}
