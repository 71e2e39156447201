/** The pages that the bench opens: our arXiv's markup, filled with the facts of the embedded archive. */
import { readFileSync } from "node:fs";
import type { Entry } from "../../lib/digest/digest.ts";
import { unpackDigests } from "../../lib/digest/pack.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { absPage } from "../arxiv/abs-page.ts";
import { periodList } from "../arxiv/list-page.ts";
import type { Paper } from "../arxiv/papers.ts";
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

/** The archive as it ships. */
export const PACK: string = readFileSync(
  new URL("../../assets/public/archive.json", import.meta.url),
  "utf8",
);

const entries: DayEntry[] = unpackDigests(PACK)
  .flatMap(({ date, papers }) => papers.map((paper) => ({ ...paper, date, of: papers.length })))
  .filter(({ id }, at, all) => !id.includes("/") && all.findIndex((other) => other.id === id) === at);

/** Papers of the page of 2,000, a list of a year, and of the look-ups in indexes of every size. */
const manyEntries = entries.filter(({ id }) => id.startsWith("21")).slice(0, 2000);
export const MANY_IDS: PaperId[] = manyEntries.map(({ id }) => id);

/** What the plain extension knows: the same papers, and words as on a badge. */
export const PLAIN_HITS: PlainHit[] = entries.map(({ id, rank, of, counts, posts }) => ({
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

export const BENCH_PAGES: readonly BenchPage[] = [ABSTRACT, LIST, LONG_LIST, NO_HITS];

/** The page with the script that measures it, before anything else of it. */
export const measured = (html: string): string =>
  html.replace("<head>", () => `<head><script>${MEASURING}</script>`);
