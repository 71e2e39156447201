/**
 * The list of messages: what may be asked of the worker and what it answers. Only plain JSON travels. The worker checks
 * every request against `request-schema.ts` and its sender; a message that is not on the list is somebody else's.
 */
import type { Counts, Entry, Network, Post, SourceState } from "../digest/digest.ts";
import type { MarkChange } from "../marks/marks.ts";
import type { MarksFileProblem } from "../marks/marks-file.ts";
import type { MarksMerged } from "../marks/stored-marks.ts";
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

/** What the index knows of a paper for its badge. `entries` is never empty and has the best rank first. */
export interface BadgeFacts {
  id: PaperId;
  entries: BadgeEntry[];
}

/** All that a badge shows, ready to be shown: of the entry with the best rank, unless said otherwise. */
export interface Badge {
  id: PaperId;
  rank: number;
  /** 1 to 5 bars, 0 where heat cannot be told. */
  heat: number;
  /** The most bars of any entry, 5 where one cannot be told. */
  mostHeat: number;
  /** What each network likes at most, of all entries; for the order of a list. */
  likes: Partial<Record<Network, number>>;
  words: BadgeWords;
  /** The reader wants no figures. */
  quiet?: true;
}

/**
 * The same in the reader's language. Made in the worker: what makes numbers, days and plurals takes a page longer than all the rest
 * of its badges.
 */
export interface BadgeWords {
  /** "3rd" */
  place: string;
  /** "3rd of 11" */
  rank: string;
  /** "on 12 Aug 2021" */
  day: string;
  /**
   * The accessible sentence in pieces, which is "3rd of 11 on 12 August 2021: 288 retweets, 52 favorites, 1 tweet": what it is without
   * figures ("3rd of 11 on 12 August 2021"), then of each figure what stands before it (": ") and itself ("288 retweets").
   */
  sentence: string[];
  /** "⇄ 288 ♡ 52 ❝ 1" */
  figures: string;
}

/** One entry of a paper with its digest's day: a line of the conversation. */
export interface ConversationEntry extends Entry {
  date: string;
  of: number;
  heat: number;
  /** The sources of that day's digest; absent where it does not tell. */
  sources?: SourceState[];
}

/** Pages that list papers or show one; every other page has no badges. */
export type PageKind =
  | "abs"
  | "list-new"
  | "list-recent"
  | "list-month"
  | "list-year"
  | "list-form"
  | "catchup"
  | "author"
  | "search"
  | "advanced-search"
  | "html";

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

/** One feed as the options show it. All texts are in the reader's language. */
export interface FeedStatus {
  id: string;
  address: string;
  host: string;
  title: string;
  /** Whether it is asked for news. */
  on: boolean;
  /** It was removed, its digests are out of sight, and that can still be undone. */
  removed: boolean;
  /** It is being refreshed. */
  running: boolean;
  /** What kind of feed it is; absent before it was read. */
  kind?: string;
  /** How many digests of it are in the index. */
  digests: number;
  /** Its newest digest, `YYYY-MM-DD`. */
  newest?: string;
  /** Files that are still to come. */
  waiting: number;
  /** Milliseconds since 1970: when it was asked last, and when it will be. */
  last?: number;
  next?: number;
  /** Fresh, old, unreachable, empty or unreadable, as a sentence. */
  state: { tone: "ok" | "plain" | "warn" | "bad"; text: string; advice?: string };
  /** Its host lets nobody read it without the reader's permission. */
  needsAccess: boolean;
  /** Files that were set aside, newest first, with the reason. */
  aside: { name: string; reason: string }[];
}

/** A request that left the browser for a feed. */
export interface FeedLogLine {
  /** Milliseconds since 1970. */
  at: number;
  host: string;
  outcome: string;
  /** Unpacked; 0 where nothing came. */
  bytes: number;
}

/** "Today, live", the feed that the extension makes for itself of what networks answer. */
export interface LiveStatus extends Pick<
  FeedStatus,
  "on" | "running" | "digests" | "newest" | "last" | "next" | "state"
> {
  /** The sources of its newest digest: their names, and how they answered and when, in words. */
  sources: { name: string; text: string; failed: boolean }[];
  /** When Bluesky's search may be asked again, in ms since 1970; absent where it may now. */
  searchAt?: number;
}

/** What one network says of a paper now: figures and posts, that it does not know it, or a code of why not. */
export type NetworkLook = { network: Network } & (
  | { state: "known"; counts: Counts; posts: Post[] }
  | { state: "unknown" }
  | { state: "failed"; reason: string }
);

export interface LookReply {
  /** When they were asked, in ms since 1970. */
  at: number;
  networks: NetworkLook[];
}

export interface FeedsStatus {
  /** The preferred first; removed ones at their old place. */
  feeds: FeedStatus[];
  /** Abstracts and texts of the archive. */
  archive: {
    on: boolean;
    running: boolean;
    /** Days whose words are here, and all days of the archive. */
    have: number;
    days: number;
    /** What went wrong last, as sentences. */
    problem?: { text: string; advice?: string };
    /** To be offered: it is off, was not turned down, and the archive is there. */
    offer: boolean;
  };
  live: LiveStatus;
  /** The last requests, newest first. */
  log: FeedLogLine[];
}

/** What an address would give as a feed. */
export type FeedCheck =
  | {
      ok: true;
      /** Where it will be asked from then on; not always what was typed. */
      address: string;
      title: string;
      kind: string;
      /** `YYYY-MM-DD`. */
      newest: string;
      digests: number;
      papers: number;
      /** The reader has it already. */
      known: boolean;
    }
  | {
      ok: false;
      text: string;
      advice?: string;
      /** Its host needs the reader's permission, for this origin. */
      origin?: string;
    };

/** What came in with a file of marks; `unreadable` marks were left out. */
export type MarksImport =
  | ({ ok: true; unreadable: number } & MarksMerged)
  | { ok: false; problem: MarksFileProblem };

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
  /** Opens our options, where words can be fetched or imported. */
  openOptions: { request: object; reply: null };
  /** The choice of a number on the toolbar button has changed. */
  toolbarNumber: { request: Nothing; reply: null };
  /** A kind of page has no entries where they are looked for, or has them again. Of the page nothing else is said. */
  pageChanged: { request: { kind: PageKind; changed: boolean }; reply: null };
  importFile: { request: { name: string; content: string }; reply: ImportReport };
  status: { request: Nothing; reply: IndexStatus };
  /** All digests; with `all` also feeds, marks and what was chosen. */
  deleteEverything: { request: { all?: boolean | undefined }; reply: null };
  restoreArchive: { request: Nothing; reply: null };
  feedsStatus: { request: Nothing; reply: FeedsStatus };
  /** Asks an address what it is; nothing is kept of it. */
  checkFeed: { request: { address: string }; reply: FeedCheck };
  /** Adds a feed that was checked; its digests come by themselves from then on. */
  addFeed: { request: { address: string; title: string }; reply: null };
  /** Switches a feed on or off, or moves it to a place in the order. */
  setFeed: { request: { id: string; on?: boolean | undefined; place?: number | undefined }; reply: null };
  /** Takes a feed out of sight with its digests; for good half a minute later. */
  removeFeed: { request: { id: string }; reply: null };
  undoRemoveFeed: { request: { id: string }; reply: null };
  /** Refreshes feeds now and whole; all that are on, or one. */
  refreshFeeds: { request: { id?: string | undefined }; reply: null };
  /** Whether words of the archive are fetched; `off` also ends the offer. */
  archiveWords: { request: { on: boolean }; reply: null };
  /** Whether networks are asked once a day for today's list. */
  liveToday: { request: { on: boolean }; reply: null };
  /** The reader chose another hour at which the day changes. */
  dayChanged: { request: Nothing; reply: null };
  /** Asks them now, Bluesky's search too. */
  refreshLive: { request: Nothing; reply: null };
  /** Removes the lists that were made so. */
  removeLive: { request: Nothing; reply: null };
  /** Asks the networks about one paper, which they learn by it: only for a press of the button that says so. */
  lookNow: { request: { id: PaperId }; reply: LookReply };
  /** A day's list was opened: its words come first, where they are wanted. */
  wantDay: { request: { date: string }; reply: null };
  /** Marks a paper as saved or read, or takes the mark away. */
  setMark: { request: MarkChange; reply: null };
  /** Adds the marks in a file's text to those that are there. */
  importMarks: { request: { content: string }; reply: MarksImport };
  deleteMarks: { request: Nothing; reply: null };
}

export type MessageType = keyof Messages;
export type Request<T extends MessageType> = { type: T } & Messages[T]["request"];
export type Reply<T extends MessageType> = Messages[T]["reply"];

/** What travels back: a value, or an error as code and text. */
export type Answer<T extends MessageType> = { ok: true; value: Reply<T> } | { ok: false; error: string };

/** Asks the worker, and gives its reply. */
export type Ask = <T extends MessageType>(type: T, request: Messages[T]["request"]) => Promise<Reply<T>>;
