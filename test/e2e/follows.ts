/** What is followed, and its marks on arXiv's lists. */
import type { Page } from "puppeteer-core";
import type { Follow } from "../../lib/follows/follow.ts";
import { openClosedRoots } from "./closed-roots.ts";

/** Follows these in the options, as a person does: what was followed before stays. */
export async function followInOptions(page: Page, follows: readonly Follow[]): Promise<void> {
  for (const { kind, text } of follows) {
    await page.waitForSelector(".follow-form select");
    await page.select(".follow-form select", kind);
    await page.type(".follow-form input", text);
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      (said) =>
        [...document.querySelectorAll(".follows li span")].some(({ textContent }) => textContent === said),
      {},
      text,
    );
  }
}

interface Mark {
  shown: string;
  /** Where it stands in the page, in px. */
  box: { left: number; top: number; right: number; bottom: number };
}

/** The marks on a page that are near its window; looked for from the browser's side, because scripts of the page see none. */
export async function followMarks(page: Page): Promise<Mark[]> {
  await openClosedRoots(page);
  return page.evaluate(() => {
    const root = document.querySelector("hot-paper-follows")?.shadowRoot;
    return [...(root?.querySelectorAll("li") ?? [])].map((mark) => {
      const { left, top, right, bottom } = mark.getBoundingClientRect();
      return {
        shown: mark.querySelector("span")?.textContent ?? "",
        box: { left, top: top + scrollY, right, bottom: bottom + scrollY },
      };
    });
  });
}

/** Marks on words of arXiv's or on a badge: what is below them, and how much. */
export async function coveredWords(page: Page): Promise<string[]> {
  await openClosedRoots(page);
  return page.evaluate(() => {
    const root = document.querySelector("hot-paper-follows")?.shadowRoot;
    const boxes = [...(root?.querySelectorAll("li") ?? [])].map((mark) => mark.getBoundingClientRect());
    const covered: string[] = [];
    const check = (rect: DOMRect, words: string) => {
      const isCovered = boxes.some(
        (box) =>
          Math.min(box.right, rect.right) - Math.max(box.left, rect.left) > 1 &&
          Math.min(box.bottom, rect.bottom) - Math.max(box.top, rect.top) > 3, // lines of text overlap by themselves
      );
      if (isCovered) covered.push(words);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (!node.textContent?.trim()) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) check(rect, node.textContent.trim());
    }
    for (const host of document.querySelectorAll("hot-paper")) {
      const badge = host.shadowRoot?.querySelector("button")?.getBoundingClientRect();
      if (badge) check(badge, "a badge");
    }
    return covered;
  });
}
