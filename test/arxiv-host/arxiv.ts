/**
 * A small arXiv of our own, for tests, demo and pictures: pages in arXiv's markup as of 2026, style sheets of ours with
 * arXiv's boxes, papers in and out of the archive on every list. Everything is a pure function of the address.
 */
import { readFileSync } from "node:fs";
import { absPage } from "./abs-page.ts";
import { authorHtmlPage, htmlPage } from "./html-page.ts";
import type { ListEntry } from "./list-entry.ts";
import { authorList, catchupList, newList, periodList, recentList } from "./list-page.ts";
import { nextAbsPage } from "./next-abs-page.ts";
import { paper, papers } from "./papers.ts";
import { formatPage, homePage, notFoundPage } from "./plain-pages.ts";
import { type SearchHit, searchPage } from "./search-page.ts";

/** What kind of page it is: entries are found differently on each. */
export type PageKind = "abs" | "list" | "catchup" | "author" | "search" | "html" | "plain";

/** A page of our arXiv. */
export interface ArxivPage {
  kind: PageKind;
  /** Path and query. */
  path: string;
  /** Ids as the page prints them, in order, without versions. */
  ids: readonly string[];
  html: string;
}

const entries = (...ids: string[]): ListEntry[] => ids.map((id) => ({ id }));
const idsOf = (lists: readonly { entries: readonly ListEntry[] }[]) =>
  lists.flatMap((part) => part.entries.map(({ id }) => id));

const NEW_SECTIONS = [
  { heading: "New submissions", entries: entries("2201.04337", "2108.10604", "2101.06804") },
  {
    heading: "Cross submissions",
    entries: [
      { id: "2201.04600", mark: "cross-list from cs.LG" },
      { id: "2108.11601", mark: "cross-list from cs.SE" },
    ],
  },
  {
    heading: "Replacement submissions",
    entries: [
      { id: "1706.03762", mark: "replaced" },
      { id: "2106.06899", mark: "replaced" },
      { id: "2108.12409", mark: "replaced" },
    ],
  },
];
const RECENT_DAYS = [
  { day: "2022-01-13", entries: entries("2201.04182", "2201.02177", "2201.04600") },
  {
    day: "2022-01-12",
    entries: [
      { id: "2201.03545", mark: "cross-list from cs.CV" },
      { id: "2201.04288", mark: "cross-list from cs.CV" },
      { id: "1412.6980" },
    ],
  },
  { day: "2022-01-11", entries: entries("2010.04296") },
];
const AUGUST = entries(
  "2108.01887",
  "2108.02035",
  "2108.04840",
  "2108.04927",
  "2108.05036",
  "2108.08787",
  "2108.10604",
  "2108.11601",
  "2108.12409",
  "2108.13161",
);
const YEAR = entries("2108.04840", "2108.04962", "2108.05149", "2108.13161", "2106.06899", "2108.04979");
const OLD = entries("nlin.CD/0703037", "0704.0374");
const CATCHUP = [
  { heading: "New submissions", entries: entries("2108.04840", "2108.05036", "2108.02035") },
  { heading: "Cross submissions", entries: [{ id: "2108.04927", mark: "cross-list from cs.CV" }] },
];
const AUTHOR = entries("2108.04840", "1706.03762");
const HITS: SearchHit[] = [
  { id: "2108.04962" },
  { id: "1706.03762" },
  { id: "2201.04182", olderVersion: 1 },
  { id: "2106.06899" },
];

const list = (path: string, html: string, ids: readonly string[]): ArxivPage => ({
  kind: "list",
  path,
  ids,
  html,
});

/** Every abstract page, also of an older version and of a context. */
const absPages: ArxivPage[] = [
  ...[...papers.values()].map((each) => ({ path: `/abs/${each.id}`, each, version: undefined })),
  ...[...papers.values()].map((each) => ({ path: `/abs/${each.id}v1`, each, version: 1 })),
].map(({ path, each, version }) => ({ kind: "abs", path, ids: [each.id], html: absPage(each, version) }));

/** The abstract page that arXiv plans, of a paper in the archive in each theme and in the system's, and of one that is not. */
const nextAbsPages: ArxivPage[] = [
  { id: "2108.04840", theme: "light" as const },
  { id: "2108.04840", theme: "dark" as const },
  { id: "2108.04840", theme: undefined },
  { id: "1706.03762", theme: undefined },
].map(({ id, theme }) => ({
  kind: "abs",
  path: `/abs/${id}?layout=next${theme ? `&theme=${theme}` : ""}`,
  ids: [id],
  html: nextAbsPage(paper(id), theme),
}));

/** One in the archive, one not. */
const htmlPapers = ["2108.04840", "1706.03762"].map(paper);

/** Every page that our arXiv has. */
export const arxivPages: readonly ArxivPage[] = [
  ...absPages,
  ...nextAbsPages,
  list(
    "/list/cs.CL/2021-08",
    periodList("cs.CL", "2021-08", AUGUST),
    AUGUST.map(({ id }) => id),
  ),
  list(
    "/list/cs.LG/2021",
    periodList("cs.LG", "2021", YEAR),
    YEAR.map(({ id }) => id),
  ),
  list(
    "/list/nlin/2007-03",
    periodList("nlin", "2007-03", OLD),
    OLD.map(({ id }) => id),
  ),
  list("/list/cs.CL/new", newList("cs.CL", "2022-01-13", NEW_SECTIONS), idsOf(NEW_SECTIONS)),
  list("/list/cs.LG/recent", recentList("cs.LG", RECENT_DAYS), idsOf(RECENT_DAYS)),
  list("/list/cs.LG/pastweek", recentList("cs.LG", RECENT_DAYS), idsOf(RECENT_DAYS)),
  list("/list/hep-th/2012-03", periodList("hep-th", "2012-03", []), []),
  {
    kind: "catchup",
    path: "/catchup/cs.CL/2021-08-12",
    ids: idsOf(CATCHUP),
    html: catchupList("cs.CL", "2021-08-12", CATCHUP, false),
  },
  {
    kind: "catchup",
    path: "/catchup/cs.CL/2021-08-12?abs=True&page=1",
    ids: idsOf(CATCHUP),
    html: catchupList("cs.CL", "2021-08-12", CATCHUP, true),
  },
  {
    kind: "author",
    path: "/a/madsen_a_1",
    ids: AUTHOR.map(({ id }) => id),
    html: authorList("Andreas Madsen", AUTHOR),
  },
  {
    kind: "search",
    path: "/search/?query=attention&searchtype=all",
    ids: HITS.map(({ id }) => id),
    html: searchPage("attention", HITS, true),
  },
  {
    kind: "search",
    path: "/search/?query=attention&searchtype=all&abstracts=hide",
    ids: HITS.map(({ id }) => id),
    html: searchPage("attention", HITS, false),
  },
  {
    kind: "search",
    path: "/search/?query=qwertzuiop&searchtype=all",
    ids: [],
    html: searchPage("qwertzuiop", [], true),
  },
  ...htmlPapers.map((each) => ({
    kind: "html" as const,
    path: `/html/${each.id}v1`,
    ids: [each.id],
    html: htmlPage(each),
  })),
  { kind: "plain", path: "/html/2108.05036", ids: [], html: authorHtmlPage(paper("2108.05036")) },
  { kind: "plain", path: "/", ids: [], html: homePage },
  { kind: "plain", path: "/format/2108.04840", ids: [], html: formatPage("2108.04840") },
];

const byPath = new Map(arxivPages.map((page) => [page.path, page]));

const styleSheets: Record<string, string> = {
  "/static/browse/0.3.4/css/arXiv.css": "arXiv.css",
  "/static/base/1.0.1/css/abs.css": "abs.css",
  "/static/base/1.0.1/css/arxiv-header-footer.css": "header-footer.css",
  "/static/browse/next/abs.css": "abs-next.css",
  "/static/browse/0.3.4/css/arxiv-html-papers-20260823.css": "html-papers.css",
  "/static/search/0.5.6/css/search.css": "search.css",
  "/static/base/1.0.1/css/arxivstyle.css": "arxivstyle.css",
  "/static/search/0.5.6/css/bulma-tooltip.min.css": "bulma-tooltip.css",
};

/** Those that arXiv's pages have in their heads and at their ends. What they do there is nothing to us; that they are waited for is. */
const scripts: Record<string, string> = {
  "/static/browse/0.3.4/js/accordion.js": "// The menus of the header.",
  "/static/browse/0.3.4/js/optin-modal.js": "// The offer to try something new.",
  "/static/browse/0.3.4/js/mathjaxToggle.min.js": "function mathjaxToggle() {}",
  "/static/browse/0.3.4/js/toggle-labs.js": "// The tabs below an abstract.",
  "/static/browse/0.3.4/js/cite.js": "// The dialog with the citation.",
  "/static/base/1.0.1/js/arxiv-header.js": "// The header in narrow windows.",
  "/static/base/1.0.1/fontawesome-free-5.11.2-web/js/all.js": "// Icons.",
  "/MathJax-2.7.3/MathJax.js": "// Formulas.",
  "/static/base/1.0.1/js/notification.js": "// Notices that can be closed.",
  "/static/search/0.5.6/js/fieldset.js": "// The form of the advanced search.",
  "/static/base/1.0.1/js/member_acknowledgement.js": "// Thanks to the reader's library.",
};

/** A PDF of one empty page. */
const PDF = [
  "%PDF-1.4",
  "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj",
  "trailer<</Root 1 0 R>>",
  "%%EOF",
].join("\n");

/** What a server answers. */
export interface Reply {
  status?: number;
  type?: string;
  body: string;
  headers?: Record<string, string>;
}

/** arXiv's hosts: all serve the same pages. */
export const ARXIV_HOSTS = [
  "arxiv.org",
  "www.arxiv.org",
  "export.arxiv.org",
  "browse.arxiv.org",
  "static.arxiv.org",
];

/** The answer of our arXiv to an address on one of its hosts: a page, a PDF, a style sheet, a script, or arXiv's "not recognized". */
export function arxivReply(url: URL): Reply {
  const sheet = styleSheets[url.pathname];
  if (sheet)
    return { type: "text/css", body: readFileSync(new URL(`styles/${sheet}`, import.meta.url), "utf8") };
  const script = scripts[url.pathname];
  if (script) return { type: "text/javascript", body: script };
  if (url.pathname.startsWith("/pdf/")) return { type: "application/pdf", body: PDF };
  const page = byPath.get(url.pathname + url.search) ?? byPath.get(url.pathname);
  if (page) return { body: page.html };
  return { status: 404, body: notFoundPage(url.pathname.replace(/^\/abs\//u, "")) };
}
