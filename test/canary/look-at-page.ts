/** Whether one page of arXiv is still as the page script expects it, told with the page script's own selectors. */
import { createRequire } from "node:module";
import { slotOf } from "../../lib/arxiv/badge/badge-slots.ts";
import { missingEntries } from "../../lib/arxiv/missing-entries.ts";
import { pageOf } from "../../lib/arxiv/page-kind.ts";
import { layoutOf, PAGE_END } from "../../lib/arxiv/selectors.ts";

const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  JSDOM: new (html: string) => { window: { document: Document } };
};

interface Seen {
  /** Where the page was in the end, after redirects. */
  url: string;
  html: string;
  /** It always has papers. */
  full: boolean;
}

/** What has moved on a page, in a sentence for each; nothing if badges find their places. */
export function movedOn({ url, html, full }: Seen): string[] {
  const page = pageOf(url);
  if (!page) return [`the page is at ${url} now, where we look for no papers`];
  const { document } = new JSDOM(html).window;
  const { entry, link = "the page's own address", into = "the entry itself" } = layoutOf(page.kind);
  const entries = [...document.querySelectorAll(entry)];
  const moved: string[] = [];
  // Papers in HTML come from other programs, and have no such end.
  if (page.kind !== "html" && !document.querySelector(PAGE_END)) moved.push(`no "${PAGE_END}" ends the page`);
  if (entries.length === 0) {
    const missing = missingEntries(document, page, 200);
    if (missing) moved.push(missing);
    else if (full) moved.push(`the page says that it has no papers, or "${entry}" finds none`);
  }
  const lost = entries.filter((each) => !slotOf(each, page)).length;
  if (lost > 0)
    moved.push(
      `${lost} of ${entries.length} entries have no place for a badge: id from ${link}, badge in ${into}`,
    );
  return moved;
}
