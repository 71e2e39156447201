/**
 * The list of messages: what may be asked of the worker and what it answers. Only plain JSON travels. The worker checks
 * every request against `request-schema.ts` and its sender; a message that is not on the list is somebody else's.
 */
import type { Counts, Entry } from "../digest/digest.ts";
import type { PaperId } from "../paper/paper-id.ts";

/** One line of a badge: what a digest said of the paper. */
export interface BadgeEntry {
  /** The digest's day, `YYYY-MM-DD`. */
  date: string;
  rank: number;
  /** How many papers that digest ranks. */
  of: number;
  counts: Counts[];
  /** Number of posts that the digest links. */
  posts: number;
  /** 1 to 5 bars, 0 where heat cannot be told. */
  heat: number;
}

/** All that a badge shows. `entries` is never empty and has the best rank first. */
export interface Badge {
  id: PaperId;
  entries: BadgeEntry[];
}

/** One entry of a paper with its digest's day: a line of the conversation. */
export interface ConversationEntry extends Entry {
  date: string;
  of: number;
  heat: number;
}

/** Which switch of the options a page belongs to. */
export type PageGroup = "abstract" | "list";

/** What importing one file gave. `problems` are sentences in the reader's language, ready to show. */
export interface ImportReport {
  name: string;
  /** Days that were stored, `YYYY-MM-DD`. */
  days: string[];
  papers: number;
  /** Days that were left as they are since a newer digest of theirs is there. */
  older: string[];
  problems: string[];
}

/** What is in the index. */
export interface IndexStatus {
  archive: "importing" | "whole" | "deleted" | "failed";
  /** 0 to 1 while importing. */
  progress: number;
  /** The error behind `failed`, in plain words. */
  failure?: string;
  digests: number;
  papers: number;
  /** Newest and oldest digest, `YYYY-MM-DD`; absent in an empty index. */
  newest?: string;
  oldest?: string;
  /** Estimate of what the index takes on disk, in bytes. */
  bytes: number;
}

/** A request without fields: `{}`. */
type Nothing = object;

/** Requests with their replies. The first three may come from a page script, the rest only from our own pages. */
export interface Messages {
  /** Badges of the ids that are in the index, in no order; empty where the reader switched this group off. */
  lookup: { request: { ids: PaperId[]; group: PageGroup }; reply: Badge[] };
  /** Every entry of a paper, newest first. */
  conversation: { request: { id: PaperId }; reply: ConversationEntry[] };
  /** Opens a day's hot list in a tab of ours. */
  openDay: { request: { date: string }; reply: null };
  importFile: { request: { name: string; content: string }; reply: ImportReport };
  status: { request: Nothing; reply: IndexStatus };
  deleteEverything: { request: Nothing; reply: null };
  restoreArchive: { request: Nothing; reply: null };
}

export type MessageType = keyof Messages;
export type Request<T extends MessageType> = { type: T } & Messages[T]["request"];
export type Reply<T extends MessageType> = Messages[T]["reply"];

/** What travels back: a value, or an error as code and text. */
export type Answer<T extends MessageType> = { ok: true; value: Reply<T> } | { ok: false; error: string };
