/** What a request must look like before it is handled, and who may send which. */
import * as z from "zod/mini";
import { day, facts, paperId, time } from "../marks/mark-schema.ts";
import { asNote } from "../marks/marks.ts";
import type { Messages, MessageType, PageKind } from "./messages.ts";

/** arXiv's longest lists have 2,000 entries; a page may ask for what it has twice. */
export const MAX_IDS = 4000;
/** Chromium lets no message of more than 64 MiB pass; files are refused long before, by reading them. */
const MAX_CONTENT = 64 * 1024 * 1024;
const MAX_NAME = 1000;
const MAX_TITLE = 300;

const nothing = z.object({});
const ids = z.array(paperId).check(z.maxLength(MAX_IDS));
/** What the reader typed as an address. */
const address = z.string().check(z.maxLength(2000));
const bundledId = z.enum(["archive", "huggingface"]);
const feedId = z.string().check(z.minLength(1), z.maxLength(100));

/** More days than there are since the first paper. */
const MAX_RANGES = 20_000;
const end = z.optional(z.string().check(z.maxLength(10)));
const dayRange = z.object({ from: end, to: end });

const PAGE_KINDS = [
  "abs",
  "list-new",
  "list-recent",
  "list-month",
  "list-year",
  "list-form",
  "catchup",
  "author",
  "search",
  "advanced-search",
  "html",
] as const satisfies PageKind[];

const markState = { kind: z.enum(["saved", "read"]), on: z.boolean() };
const markChange = z.object({
  ...markState,
  paper: z.object({ id: paperId, ...facts.shape }),
  at: time,
  note: z.optional(z.pipe(z.string().check(z.maxLength(MAX_NAME)), z.transform(asNote))),
});
const privately = z.optional(z.boolean());
/** As many marks as a file may have. */
const MAX_CHANGES = 200_000;

/** The schema of each request; fields that are not in it are dropped. */
export const REQUESTS: { readonly [T in MessageType]: z.ZodMiniType<Messages[T]["request"]> } = {
  lookup: z.object({
    ids,
    group: z.enum(["abstract", "list"]),
  }),
  conversation: z.object({ id: paperId }),
  openDay: z.object({ date: day }),
  loadTexts: z.object({ id: paperId }),
  toolbarNumber: nothing,
  pageChanged: z.object({ kind: z.enum(PAGE_KINDS), changed: z.boolean() }),
  days: nothing,
  digests: z.object({ ranges: z.array(dayRange).check(z.maxLength(MAX_RANGES)), words: z.boolean() }),
  paper: z.object({ id: paperId }),
  ownCopy: z.object({ place: z.int().check(z.minimum(0)) }),
  importFile: z.object({
    name: z.string().check(z.maxLength(MAX_NAME)),
    content: z.string().check(z.maxLength(MAX_CONTENT)),
    keep: z.optional(z.boolean()),
  }),
  status: nothing,
  deleteEverything: z.object({ all: z.optional(z.boolean()) }),
  restoreArchive: z.object({ id: z.optional(bundledId) }),
  removeBundled: z.object({ id: bundledId }),
  feedsStatus: nothing,
  checkFeed: z.object({ address }),
  addFeed: z.object({
    address,
    title: z.string().check(z.maxLength(MAX_TITLE)),
    on: z.optional(z.boolean()),
  }),
  feedBrought: z.object({ id: feedId }),
  readOpml: z.object({ content: z.string().check(z.maxLength(MAX_CONTENT)) }),
  writeOpml: nothing,
  setFeed: z.object({ id: feedId, on: z.optional(z.boolean()), place: z.optional(z.int()) }),
  removeFeed: z.object({ id: feedId }),
  undoRemoveFeed: z.object({ id: feedId }),
  refreshFeeds: z.object({ id: z.optional(feedId) }),
  fullTexts: z.object({ on: z.boolean() }),
  liveToday: z.object({ on: z.boolean() }),
  liveAlphaxiv: z.object({ on: z.boolean() }),
  seeToday: nothing,
  pastDays: z.object({ what: z.enum(["status", "fill", "stop"]) }),
  dayChanged: nothing,
  refreshLive: nothing,
  removeLive: nothing,
  lookNow: z.object({ id: paperId }),
  wantDay: z.object({ date: day }),
  setMark: z.object({ ...markChange.shape, privately }),
  setMarks: z.object({ changes: z.array(markChange).check(z.maxLength(MAX_CHANGES)), privately }),
  importMarks: z.object({ content: z.string().check(z.maxLength(MAX_CONTENT)) }),
  deleteMarks: nothing,
  pageMarks: z.object({ ids, change: z.optional(z.object(markState)), privately }),
};

/** The requests that our script in arXiv's pages may send; all others come from our own pages. */
export const FROM_ARXIV: ReadonlySet<MessageType> = new Set<MessageType>([
  "lookup",
  "conversation",
  "openDay",
  "loadTexts",
  "lookNow",
  "pageChanged",
  "pageMarks",
]);
