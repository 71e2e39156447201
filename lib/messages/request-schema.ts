/** What a request must look like before anybody acts on it, and who may send which. */
import * as z from "zod/mini";
import { facts, paperId, time } from "../marks/mark-schema.ts";
import type { Messages, MessageType, PageKind } from "./messages.ts";

/** arXiv's longest lists have 2,000 entries; a page may ask for what it has twice. */
export const MAX_IDS = 4000;
/** Chromium lets no message of more than 64 MiB pass; files are refused long before, by reading them. */
const MAX_CONTENT = 64 * 1024 * 1024;
const MAX_NAME = 1000;

const nothing = z.object({});
/** What somebody typed as an address. */
const address = z.string().check(z.maxLength(2000));
const feedId = z.string().check(z.minLength(1), z.maxLength(100));

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

/** The schema of each request; fields that are not in it are dropped. */
export const REQUESTS: { readonly [T in MessageType]: z.ZodMiniType<Messages[T]["request"]> } = {
  lookup: z.object({
    ids: z.array(paperId).check(z.maxLength(MAX_IDS)),
    group: z.enum(["abstract", "list"]),
  }),
  conversation: z.object({ id: paperId }),
  openDay: z.object({ date: z.iso.date() }),
  openOptions: nothing,
  toolbarNumber: nothing,
  pageChanged: z.object({ kind: z.enum(PAGE_KINDS), changed: z.boolean() }),
  importFile: z.object({
    name: z.string().check(z.maxLength(MAX_NAME)),
    content: z.string().check(z.maxLength(MAX_CONTENT)),
  }),
  status: nothing,
  deleteEverything: z.object({ all: z.optional(z.boolean()) }),
  restoreArchive: nothing,
  feedsStatus: nothing,
  checkFeed: z.object({ address }),
  addFeed: z.object({ address, title: z.string().check(z.maxLength(300)) }),
  setFeed: z.object({ id: feedId, on: z.optional(z.boolean()), place: z.optional(z.int()) }),
  removeFeed: z.object({ id: feedId }),
  undoRemoveFeed: z.object({ id: feedId }),
  refreshFeeds: z.object({ id: z.optional(feedId) }),
  archiveWords: z.object({ on: z.boolean() }),
  liveToday: z.object({ on: z.boolean() }),
  dayChanged: nothing,
  refreshLive: nothing,
  removeLive: nothing,
  lookNow: z.object({ id: paperId }),
  wantDay: z.object({ date: z.iso.date() }),
  setMark: z.object({
    paper: z.object({ id: paperId, ...facts.shape }),
    kind: z.enum(["saved", "read"]),
    on: z.boolean(),
    at: time,
  }),
  importMarks: z.object({ content: z.string().check(z.maxLength(MAX_CONTENT)) }),
  deleteMarks: nothing,
};

/** The requests that our script in arXiv's pages may send; all others come from our own pages. */
export const FROM_ARXIV: ReadonlySet<MessageType> = new Set<MessageType>([
  "lookup",
  "conversation",
  "openDay",
  "openOptions",
  "lookNow",
  "pageChanged",
]);
