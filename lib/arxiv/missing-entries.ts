/** When a page of a known kind has no entries: is there nothing to find, or do we no longer find it? */
import type { ArxivPage } from "./page-kind.ts";
import { layoutOf, PAGE_END } from "./selectors.ts";

/**
 * What was expected on a page without entries, in a sentence for the console, or undefined if having none is normal:
 * arXiv's error pages, an empty section, a search without results, HTML papers, and a page that has not come whole.
 *
 * @param status HTTP status of the page; undefined if the browser does not tell
 */
export function missingEntries(
  document: Document,
  { kind }: ArxivPage,
  status: number | undefined,
): string | undefined {
  const { entry, none, noneHeading } = layoutOf(kind);
  if (none === undefined || (status ?? 0) >= 400) return undefined;
  if (document.querySelector(none) || noneHeading?.test(document.querySelector("h1")?.textContent ?? ""))
    return undefined;
  // Stopped on its way, or "This listing is temporarily unavailable": one line of text, no page around it.
  if (!document.querySelector(PAGE_END)) return undefined;
  return `expected "${entry}" on this page (${kind}) and found none: has arXiv changed it?`;
}
