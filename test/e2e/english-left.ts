/** Which of our English texts are on a page that should have none. */
import type { Page } from "puppeteer-core";
import { openClosedRoots } from "./closed-roots.ts";
import en from "../../assets/public/_locales/en/messages.json" with { type: "json" };
import ja from "../../assets/public/_locales/ja/messages.json" with { type: "json" };

/** Shorter ones are words that names and titles have too. */
const LEAST = 6;

const japanese = Object.values(ja)
  .map(({ message }) => message)
  .join("\n");
/** What is between the slots of our English texts and is nowhere in the Japanese ones. */
const pieces = [
  ...new Set(
    Object.values(en).flatMap(({ message }) =>
      message
        .split(/\$\d|[.:;,()“”·]/u)
        .map((piece) => piece.trim())
        .filter((piece) => /[a-z]/u.test(piece) && piece.length >= LEAST && !japanese.includes(piece)),
    ),
  ),
];

/** Everything on a page that is ours to say, attributes included: not what has a language of its own (titles, abstracts, posts). */
const ownFullTexts = async (page: Page, inShadowRootsOnly: boolean) => {
  await openClosedRoots(page);
  return page.evaluate((shadowOnly) => {
    const words: string[] = [];
    const take = (node: Node, ours: boolean) => {
      if (node instanceof Text && ours && node.parentElement?.localName !== "style") words.push(node.data);
      if (node instanceof Element) {
        if (node.hasAttribute("lang") && node !== document.documentElement) return;
        if (ours)
          for (const name of ["aria-label", "title", "placeholder", "alt"])
            words.push(node.getAttribute(name) ?? "");
        if (node.shadowRoot) take(node.shadowRoot, true);
      }
      for (const child of node.childNodes) take(child, ours);
    };
    take(document.documentElement, !shadowOnly);
    return words.filter((each) => each.trim() !== "");
  }, inShadowRootsOnly);
};

/** English texts of ours with the words in which they stand. On arXiv's pages only our shadow roots are looked at. */
export async function englishLeft(page: Page): Promise<string[]> {
  const isArxiv = await page.evaluate(() => location.protocol === "https:");
  const words = await ownFullTexts(page, isArxiv);
  if (words.length === 0) throw new Error("nothing of ours is on the page");
  return words.flatMap((each) =>
    pieces
      .filter((piece) => new RegExp(`(?<![\\p{L}-])${RegExp.escape(piece)}(?![\\p{L}-])`, "u").test(each))
      .map((piece) => `${piece}: ${each}`),
  );
}
