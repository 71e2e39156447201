/** The pages that the bench opens: our arXiv's markup, filled with the facts of the bundled digests. */
import { readFileSync } from "node:fs";
import type { Entry } from "../../lib/digest/digest.ts";
import { unpackDigests } from "../../lib/digest/pack.ts";
import { type PaperId, paperIdFrom } from "../../lib/paper/paper-id.ts";
import { absPage } from "../arxiv-host/abs-page.ts";
import { periodList, recentList } from "../arxiv-host/list-page.ts";
import type { Paper } from "../arxiv-host/papers.ts";
import { searchPage } from "../arxiv-host/search-page.ts";
import { madeDigest } from "../e2e/made-digest.ts";
import { MEASURING } from "./measuring-script.ts";
import type { PlainHit } from "./plain-extension.ts";

export interface BenchPage {
  /** As the table names it. */
  name: string;
  /** Path and query. */
  path: string;
  /** How many badges it has. */
  badges: number;
  html: string;
}

interface DayEntry extends Entry {
  date: string;
  of: number;
}

/** The bundled digests as they ship. */
export const PACK: string = readFileSync(
  new URL("../../assets/public/bundled-digests.json", import.meta.url),
  "utf8",
);

const entries: DayEntry[] = Object.values(unpackDigests(PACK))
  .flat()
  .flatMap(({ date, papers }) => papers.map((paper) => ({ ...paper, date, of: papers.length })))
  .filter(({ id }, at, all) => !id.includes("/") && all.findIndex((other) => other.id === id) === at);

/** Papers of the page of 2,000, a list of a year, and of the look-ups in indexes of every size. */
const manyEntries = entries.filter(({ id }) => id.startsWith("21")).slice(0, 2000);
export const MANY_IDS: PaperId[] = manyEntries.map(({ id }) => id);

const today = new Date().toISOString().slice(0, 10);
const thisMonth = today.slice(2, 7).replace("-", "");
/** Papers of this month, under ids that arXiv has not given yet, as those of a "recent" list. */
const newEntries: DayEntry[] = entries.slice(0, 50).map((entry, at) => ({
  ...entry,
  id: paperIdFrom(thisMonth, 90_001 + at),
  date: today,
  rank: at + 1,
  of: 50,
}));
/** A digest that names them. */
export const NEW_DIGEST = {
  name: `${today}.md`,
  content: madeDigest({ date: today, papers: newEntries.map(({ id, title }) => ({ id, title })) }),
};

/** What the plain extension knows: the same papers, and words as on a badge. */
export const PLAIN_HITS: PlainHit[] = [...entries, ...newEntries].map(({ id, rank, of, counts, posts }) => ({
  id,
  words: `#${rank} of ${of} · ${counts[0]?.reposts} retweets · ${counts[0]?.likes} favorites · ${posts.length} tweets`,
}));

function paperOf({ id, title, authors, categories, date }: DayEntry, shownId: string = id): Paper {
  const [primary = "cs.LG", ...others] = categories;
  return { id: shownId, title, authors, categories: [primary, ...others], submitted: date };
}

const listOf = (period: string, papers: readonly Paper[]) =>
  periodList(
    "cs.LG",
    period,
    papers.map((about) => ({ id: about.id, about })),
  );

const ofAugust = entries.filter(({ id }) => id.startsWith("2108.")).slice(0, 50);
const [first] = ofAugust;
if (!first || ofAugust.length < 50) throw new Error("the archive has less than 50 papers of August 2021");
const known = new Set<string>(entries.map(({ id }) => id));
/** Ids of the same month that no digest names. */
const unknownIds = Array.from({ length: 400 }, (_, at) => `2108.${String(at * 30 + 1).padStart(5, "0")}`)
  .filter((id) => !known.has(id))
  .slice(0, 50);

export const ABSTRACT: BenchPage = {
  name: "abstract page",
  path: `/abs/${first.id}`,
  badges: 1,
  html: absPage(paperOf(first)),
};
export const LIST: BenchPage = {
  name: "list of 50 hits",
  path: "/list/cs.LG/2021-08?skip=0&show=50",
  badges: 50,
  html: listOf(
    "2021-08",
    ofAugust.map((entry) => paperOf(entry)),
  ),
};
export const LONG_LIST: BenchPage = {
  name: "list of 2,000 hits",
  path: "/list/cs.LG/2021?skip=0&show=2000",
  badges: 2000,
  html: listOf(
    "2021",
    manyEntries.map((entry) => paperOf(entry)),
  ),
};
export const NO_HITS: BenchPage = {
  name: "list of 50 without hits",
  path: "/list/cs.LG/2021-08?skip=50&show=50",
  badges: 0,
  html: listOf(
    "2021-08",
    ofAugust.map((entry, at) => paperOf(entry, unknownIds[at])),
  ),
};

export const RECENT: BenchPage = {
  name: "recent list of 50 hits",
  path: "/list/cs.LG/recent",
  badges: 50,
  html: recentList("cs.LG", [
    {
      day: today,
      entries: newEntries.map((entry) => ({ id: entry.id, about: paperOf(entry) })),
    },
  ]),
};
/** Hits from every month of the archive, the newest first, as arXiv's search has them if nothing else is asked for. */
const found = entries
  .toSorted((a, b) => b.id.localeCompare(a.id))
  .filter((_, at, all) => at % Math.floor(all.length / 50) === 0)
  .slice(0, 50);
export const SEARCH: BenchPage = {
  name: "search with 50 hits of all months",
  path: "/search/?query=learning&searchtype=all",
  badges: 50,
  html: searchPage(
    "learning",
    found.map((entry) => ({ id: entry.id, about: paperOf(entry) })),
    true,
  ),
};

export const BENCH_PAGES: readonly BenchPage[] = [ABSTRACT, LIST, LONG_LIST, RECENT, SEARCH, NO_HITS];

/** The page with the script that measures it, before anything else of it. */
export const measured = (html: string): string =>
  html.replace("<head>", () => `<head><script>${MEASURING}</script>`);
