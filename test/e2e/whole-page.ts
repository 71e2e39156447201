/** When a page of ours is whole: a check of an empty frame finds nothing. */
import type { Page } from "puppeteer-core";

/** What is to be seen on each, by its address; the first that fits. */
const CONTENT: readonly (readonly [page: RegExp, parts: readonly string[]])[] = [
  [/^archive\.html#paper/u, [".list-pane [data-hot-paper]", ".paper-pane .digest-entry .figures"]],
  [/^archive\.html/u, ["[data-hot-paper]", ".calendar-year a", ".category-heat li"]],
  [/#(?:saved|2020-12-07)$/u, [".empty-digest"]],
  [/^(?:popup|sidepanel)\.html/u, ["[data-hot-paper]"]],
  [
    /^options\.html/u,
    [".jump-keys input", ".live-today", ".marks-actions", "section[aria-labelledby=about]"],
  ],
  [/^welcome\.html/u, [".example", "section[aria-labelledby=never]"]],
];

/** Waits for everything on a page of ours that was opened by this path, and gives the page. */
export async function wholePage(page: Page, path: string): Promise<Page> {
  const [, parts] = CONTENT.find(([address]) => address.test(path)) ?? [];
  if (!parts) throw new Error(`nobody knows what ${path} shows`);
  await page.waitForFunction(
    (selectors) =>
      selectors.every((selector) => document.querySelector(selector)) &&
      // Room of papers that are still to be drawn, and what is still being read.
      !document.querySelector(".hot-list > .later, .skeleton, [aria-busy=true], dl > div > dd:empty") &&
      document.getAnimations().every(({ playState }) => playState !== "running"),
    {},
    parts,
  );
  return page;
}
