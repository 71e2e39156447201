/**
 * Every selector into arXiv's pages, and nothing else. Each names when it was seen first and last; test/arxiv/selectors.test.ts
 * holds the pages that prove it, with counts. Ids and structure before styling classes; never the header or the
 * breadcrumbs, which arXiv replaced in June 2026.
 */
import type { PageKind } from "../messages/messages.ts";

/** How the entries of one layout are found. */
export interface Layout {
  /** The element that holds them all. Entries are in it, or in its `rows`. */
  box: string;
  /** Children of the box that hold entries; absent if the box itself does. */
  rows?: string;
  /** One entry: a child of the box or of its rows. */
  entry: string;
  /** In an entry, the link to the abstract page; absent if the page's own address names the paper. */
  link?: string;
  /** Entries without a link, whose paper the page's own address names. */
  own?: string;
  /** In an entry, what the badge is put in, as its last child; absent if that is the entry itself. */
  into?: string;
  /** Entries that hold a line, at their end: after them it would be an item of a grid. */
  inside?: string;
  /** On a page without entries, what says that there are none. Absent if having none is normal. */
  none?: string;
  /** The same as the text of the page's first heading. */
  noneHeading?: RegExp;
}

/**
 * Abstract page. Seen 2021 to 2026-09; the same in the XHTML of 2021 and after the "spinout" of 2026-06. The second one is arXiv's plan for
 * it, seen only as a mock-up (arXiv/design-system, abstract-phase2.html, 2026-10).
 */
const ABSTRACT: Layout = {
  box: "#abs, .abs-page",
  entry: "#abs > .authors, .abs-page > .abs-authors",
  inside: ".abs-authors",
  // "Article identifier '9999.99999' not recognized": a heading right in #content, seen 2026-06
  none: "#content > h1",
};

/**
 * Lists, catch-up and author pages: one macro for all. `id="articles"` repeats, once per section. Seen 2018-11 to 2026-09;
 * the classic lists until spring 2024 had the link in `.list-identifier`, inside the same `dt`.
 */
const LISTING: Layout = {
  box: "#dlpage",
  rows: "dl",
  entry: "#dlpage > dl > dt",
  link: 'a[title="Abstract"]',
  // Nothing that names a paper. A month says so in a `dl`; a day of new papers or of a catch-up in words without one ("No updates
  // today.", "No updates for Sat, 15 Jan 2022.", "No further updates for …" on a later page); `recent` past its end not at all.
  // Seen 2026-06.
  none: '#dlpage:not(:has(dt, a[href*="/abs/"]))',
};

/** Search, simple and advanced: a page of another server. `.list-title` is the line of the id here. Seen 2018 to 2026-10. */
const SEARCH: Layout = {
  box: "ol.breathe-horizontal",
  entry: "ol.breathe-horizontal > li.arxiv-result",
  link: "p.list-title > a",
  into: "div.is-marginless",
  none: "article.message.is-link", // tips on searching, if nothing was found or asked for; seen 2020-02 to 2026-07
  noneHeading: /^\s*Sorry/u, // "Sorry, your query returned no results" of an advanced search; seen 2026-07
};

/**
 * A paper in HTML: arXiv's own header, which papers that their authors made in HTML do not have; seen 2026-08 to 2026-09. Or
 * proceedings: entries within a page that its editors wrote; the id attribute is arXiv's own doing. Seen 2026-06.
 */
const HTML: Layout = {
  box: "body",
  entry: "body > header.arxiv-html-header, dl > dt",
  link: 'a[title="Abstract"][id]',
  own: "header",
};

/**
 * The last resort on a paper's page of a layout that we do not know: the first link to an author's papers, on a page whose tags for
 * citations say which paper it shows (2021 to 2026-09). And the elements with lines of their own that such links are in.
 */
export const AUTHOR = ':has(meta[name="citation_arxiv_id"]) [href*="searchtype=author"]';
export const BLOCK = "div,p,ul,section";

/** Ends every page of arXiv's own: one without it has not come whole, or is a line of plain text. Seen 2021 to 2026-10. */
export const PAGE_END = "footer";

/** The layout of a kind of page. */
export function layoutOf(kind: PageKind): Layout {
  if (kind === "abs") return ABSTRACT;
  if (kind === "html") return HTML;
  return kind === "search" || kind === "advanced-search" ? SEARCH : LISTING;
}

/** Where an entry of a list says what a reader may follow. */
export interface ReadableLayout {
  /** One entry. What it says is in the `dd` after it, or in itself. */
  entry: string;
  /** Within the entry, its first line; absent if that is the entry itself. */
  line?: string;
  title: string;
  authors: string;
  /** Where categories are: their codes are its text, or in brackets there. */
  subjects: string;
  abstract: string;
  /** arXiv's own words within these: "Title:", "△ Less". */
  notOurs: string;
}

/** Lists, catch-up and author pages first. In a search both halves of "More" and "Less" have the abstract, the second one whole. */
export const READABLE: readonly ReadableLayout[] = [
  {
    entry: "#dlpage > dl > dt",
    title: ".list-title",
    authors: ".list-authors",
    subjects: ".list-subjects",
    abstract: "p.mathjax",
    notOurs: ".descriptor",
  },
  {
    entry: "ol.breathe-horizontal > li.arxiv-result",
    line: "div.is-marginless",
    title: "p.title",
    authors: "p.authors",
    subjects: ".tags",
    abstract: ".abstract-full",
    notOurs: "a.is-size-7",
  },
];
