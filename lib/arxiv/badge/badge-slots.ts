/** Where badges go on a page. */
import { type PaperId, parseIdForm } from "../../paper/paper-id.ts";
import type { ArxivPage } from "../page-kind.ts";
import { AUTHOR, BLOCK, type Layout, layoutOf } from "../selectors.ts";

/** A badge's shape: a line of its own, or a pill within arXiv's line that takes no room. */
export type Look = "line" | "pill";

/** One entry of a page. A search with older versions has several of one paper. */
export interface BadgeSlot {
  id: PaperId;
  /** arXiv's element for the entry. */
  entry: Element;
  /** A line comes right after this element, a pill is its last child. */
  anchor: Element;
  look: Look;
}

/** The slot of one entry that has been parsed, or undefined if it does not name a paper. */
export function slotOf(
  entry: Element,
  page: ArxivPage,
  layout: Layout = layoutOf(page.kind),
): BadgeSlot | undefined {
  const { link, own, into, inside } = layout;
  const id = link && !(own && entry.matches(own)) ? linkedId(entry.querySelector(link)) : page.id;
  const anchor = into
    ? entry.querySelector(into)
    : inside && entry.matches(inside)
      ? entry.lastElementChild
      : entry;
  return id && anchor ? { id, entry, anchor, look: link ? "pill" : "line" } : undefined;
}

/**
 * The slot on a paper's page whose layout we do not know: at the end of the element with the first author. A pill, because
 * the room there is unknown, and a pill takes none.
 */
export function lastResort(document: Document, { id }: ArxivPage): BadgeSlot | undefined {
  const entry = document.querySelector(AUTHOR)?.closest(BLOCK);
  return id && entry ? { id, entry, anchor: entry, look: "pill" } : undefined;
}

/** The id from an address like `/abs/2108.04840v2` or `https://arxiv.org/abs/nlin.CD/0703037`. */
function linkedId(link: Element | null): PaperId | undefined {
  const path = link?.getAttribute("href")?.match(/\/abs\/([^?#]+)/u)?.[1];
  return path === undefined ? undefined : parseIdForm(path)?.id;
}
