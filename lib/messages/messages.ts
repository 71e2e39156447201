/**
 * The list of messages: what may be asked of the worker and what it answers. Only plain JSON travels. The worker checks
 * every request against `request-schema.ts` and its sender; a message that is not on the list is from other code.
 */
import type { BundledId } from "../digest/bundled.ts";
import type { Counts, Digest, Entry, Network, Post, SourceState } from "../digest/digest.ts";
import type { ScaledDigest } from "../digest/heat.ts";
import type { MarkChange, MarkKind } from "../marks/marks.ts";
import type { MarksFileProblem } from "../marks/marks-file.ts";
import type { MarksMerged } from "../marks/stored-marks.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { BundledState } from "../settings/bundled-state.ts";

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
  /** 1 to 5 bars, 0 if heat cannot be told. */
  heat: number;
  /** Without counts: the name of the list of papers that named it. */
  list?: string;
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
  /** 1 to 5 bars, 0 if heat cannot be told. */
  heat: number;
  /** The most bars of any entry, 5 if one cannot be told. */
  mostHeat: number;
  /** The most likes on each network, over all entries; for the order of a list. */
  likes: Partial<Record<Network, number>>;
  words: BadgeWording;
  /** The reader wants no figures. */
  quiet?: true;
}

/**
 * The same in the reader's language. Made in the worker: formatting numbers, days and plurals takes a page longer than all the rest of
 * its badges.
 */
export interface BadgeWording {
  /** "3rd" */
  place: string;
  /** "3rd of 11" */
  rank: string;
  /** "on 12 Aug 2021" */
  day: string;
  /**
   * The accessible sentence in pieces, which is "3rd of 11 on 12 August 2021: 288 retweets, 52 favorites, 1 tweet": what it is without
   * figures ("3rd of 11 on 12 August 2021"), then for each figure the text before it (": ") and itself ("288 retweets").
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
  /** The sources of that day's digest; absent if it does not tell. */
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
  /** Days that were left as they are, because a newer digest, or all that came, is there already. */
  older: string[];
  problems: string[];
}

/** What is in the index. */
export interface IndexStatus {
  archive: BundledState["state"];
  /** 0 to 1 while importing. */
  progress: number;
  /** The cause of `failed`, in plain words. */
  failure?: string;
  digests: number;
  papers: number;
  /** Newest and oldest digest, `YYYY-MM-DD`; absent in an empty index. */
  newest?: string;
  oldest?: string;
  /** Estimate of what the index takes on disk, in bytes. */
  bytes: number;
  /** Rows of it that cannot be read; absent if all can. */
  damaged?: number;
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
  /** Its host allows reading it only with the reader's permission. */
  needsAccess: boolean;
  /** The hosts that are asked for it, as permissions name them: `https://feed.example.org/*`. */
  origins: string[];
  /** Files that were set aside, newest first, with the reason. */
  aside: { name: string; reason: string }[];
}

/** What a feed has brought until now. How often its badges are seen on arXiv is not counted. */
export interface FeedBrought {
  /** Each paper once. */
  papers: number;
  digests: number;
  /** Its newest digest: day, `YYYY-MM-DD`, and how many papers it ranks; absent if it has none. */
  newest?: { date: string; papers: number };
}

/** The feeds of a list that some feed reader wrote. */
export type OpmlReply =
  | {
      ok: true;
      feeds: { title: string; address: string }[];
      /** This many more cannot be asked, or are beyond the limit. */
      left: number;
    }
  | { ok: false; text: string };

/** A request that left the browser for a feed. */
export interface FeedLogLine {
  /** Milliseconds since 1970. */
  at: number;
  host: string;
  outcome: string;
  /** Unpacked; 0 if nothing came. */
  bytes: number;
}

/** "Today, live", the feed that the extension makes for itself of what networks answer. */
export interface LiveStatus extends Pick<
  FeedStatus,
  "on" | "running" | "digests" | "newest" | "last" | "next" | "state"
> {
  /** The sources of its newest digest: their names, and how they answered and when, in words. */
  sources: { name: string; text: string; failed: boolean }[];
  /** Whether alphaXiv is asked for posts on X, and its host as permissions name it: without that one it is not. */
  alphaxiv: { on: boolean; origin: string };
  /** When Bluesky's search may be asked again, in ms since 1970; absent if it may now. */
  searchAt?: number;
}

/** Days before today that "Today, live" fetches, or could. */
export interface PastStatus {
  /** Being fetched, one after the other; `problem` is why not now, in words, and `next` when it goes on, in ms since 1970. */
  filling?: { done: number; of: number; problem?: string; next?: number };
  /** Nothing is being fetched, and this many days are missing after this one, `YYYY-MM-DD`. */
  gap?: { since: string; requests: number };
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

/** A set of digests that came with the extension. */
export interface BundledStatus {
  id: BundledId;
  /** `deleted`: the reader removed it. */
  state: BundledState["state"];
  /** How many digests of it are in the index. */
  digests: number;
  /** The stretches of time that they are of, oldest first: days `YYYY-MM-DD`, both included. */
  covered: { from: string; to: string }[];
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
  /** The sets that came with the extension. */
  bundled: BundledStatus[];
  live: LiveStatus;
  past: PastStatus;
  /**
   * Hosts of what is switched on that are asked without permission and so learn, in Firefox, a number of this installation; as permissions
   * name them.
   */
  numbered: string[];
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
      /** The hosts that will be asked for it, and those of them that learn a number of this installation now. */
      origins: string[];
      numbered: string[];
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

/** What a page of arXiv is told of a paper's marks: no times, no note. */
export interface PageMark {
  id: PaperId;
  saved: boolean;
  read: boolean;
}

/** Days from `from` to `to`, both `YYYY-MM-DD` and both included; an end that is absent is open. */
interface DayRange {
  from?: string | undefined;
  to?: string | undefined;
}

/** A request without fields: `{}`. */
type Nothing = object;

/** Requests with their replies. The first three may come from a page script, the rest only from our own pages. */
export interface Messages {
  /** Badges of the ids that are in the index, in no order; empty if the reader switched this group off. */
  lookup: { request: { ids: PaperId[]; group: PageGroup }; reply: Badge[] };
  /** Every entry of a paper, newest first. */
  conversation: { request: { id: PaperId }; reply: ConversationEntry[] };
  /** Opens a day's hot list in a tab of ours. */
  openDay: { request: { date: string }; reply: null };
  /** Fetches the archive's words, the months of this paper's digests first; its entries again, with the words. */
  loadTexts: { request: { id: PaperId }; reply: ConversationEntry[] };
  /** The choice of a number on the toolbar button has changed. */
  toolbarNumber: { request: Nothing; reply: null };
  /** A kind of page has no entries where they are looked for, or has them again. Nothing else is said of the page. */
  pageChanged: { request: { kind: PageKind; changed: boolean }; reply: null };
  /** The index, for our pages in windows where the browser gives them no database: its days, oldest first. */
  days: { request: Nothing; reply: string[] };
  /** The merged digests of these ranges of days, oldest first. */
  digests: { request: { ranges: DayRange[]; words: boolean }; reply: ScaledDigest[] };
  /** Every entry of a paper, newest first, figures included. */
  paper: { request: { id: PaperId }; reply: ConversationEntry[] };
  /** One of the reader's own copies of days, by its place among them; null after the last. */
  ownCopy: { request: { place: number }; reply: Digest | null };
  /** With `keep` a day of the file is added to what files brought of it before, and replaces nothing. */
  importFile: { request: { name: string; content: string; keep?: boolean | undefined }; reply: ImportReport };
  status: { request: Nothing; reply: IndexStatus };
  /** All digests; with `all` also feeds, marks and what was chosen. */
  deleteEverything: { request: { all?: boolean | undefined }; reply: null };
  /** Brings back what is missing of the bundled sets, or one of them. */
  restoreArchive: { request: { id?: BundledId | undefined }; reply: null };
  /** Takes one bundled set away until it is restored. */
  removeBundled: { request: { id: BundledId }; reply: null };
  feedsStatus: { request: Nothing; reply: FeedsStatus };
  /** Asks an address what it is; nothing is kept of it. */
  checkFeed: { request: { address: string }; reply: FeedCheck };
  /** Adds a feed that was checked; its digests come by themselves from then on, unless it is not to be `on`. */
  addFeed: { request: { address: string; title: string; on?: boolean | undefined }; reply: null };
  /** What a feed has brought. */
  feedBrought: { request: { id: string }; reply: FeedBrought };
  /** The feeds that a file of OPML names; nothing is asked of them, and nothing kept. */
  readOpml: { request: { content: string }; reply: OpmlReply };
  /** The reader's feeds as such a file. */
  writeOpml: { request: Nothing; reply: string };
  /** Switches a feed on or off, or moves it to a place in the order. */
  setFeed: { request: { id: string; on?: boolean | undefined; place?: number | undefined }; reply: null };
  /** Takes a feed out of sight with its digests; for good half a minute later. */
  removeFeed: { request: { id: string }; reply: null };
  undoRemoveFeed: { request: { id: string }; reply: null };
  /** Refreshes feeds now and whole; all that are on, or one. */
  refreshFeeds: { request: { id?: string | undefined }; reply: null };
  /** Whether words of the archive are fetched; `off` also ends the offer. */
  fullTexts: { request: { on: boolean }; reply: null };
  /** Whether networks are asked once a day for today's list. */
  liveToday: { request: { on: boolean }; reply: null };
  /** Whether alphaXiv is asked too, for posts on X; `off` takes what it told out of the lists. */
  liveAlphaxiv: { request: { on: boolean }; reply: null };
  /**
   * Switches it on, asks for today's list, and ends when that is there; then the days of the last week follow. `trouble` says why there is
   * no list.
   */
  seeToday: { request: Nothing; reply: { trouble?: string } };
  /** Days before today: how far they are, or to be fetched, or left. */
  pastDays: { request: { what: "status" | "fill" | "stop" }; reply: PastStatus };
  /** The reader chose another hour at which the day changes. */
  dayChanged: { request: Nothing; reply: null };
  /** Asks them now, Bluesky's search too. */
  refreshLive: { request: Nothing; reply: null };
  /** Removes the lists that were made like that. */
  removeLive: { request: Nothing; reply: null };
  /**
   * Asks the networks about one paper, which they then learn: only for a press of the button that says so. The reply is null, and nothing
   * was asked, if the reader has to consent first, on the page of ours that has opened for it.
   */
  lookNow: { request: { id: PaperId }; reply: LookReply | null };
  /** A day's list was opened: the words of its month come first, if they are wanted. */
  wantDay: { request: { date: string }; reply: null };
  /** Marks a paper as saved or read, or takes the mark away; `privately` until the browser ends. */
  setMark: { request: MarkChange & { privately?: boolean | undefined }; reply: null };
  /** The same of many papers, all or none. */
  setMarks: { request: { changes: MarkChange[]; privately?: boolean | undefined }; reply: null };
  /** Adds the marks in a file's text to those that are there. */
  importMarks: { request: { content: string }; reply: MarksImport };
  deleteMarks: { request: Nothing; reply: null };
  /**
   * From a page of arXiv: the marks of each of these papers that has any, after this change to all of them, if there is one. What is kept
   * of a paper is what the index knows of it, never what a page says.
   */
  pageMarks: {
    request: {
      ids: PaperId[];
      change?: { kind: MarkKind; on: boolean } | undefined;
      privately?: boolean | undefined;
    };
    reply: PageMark[];
  };
}

export type MessageType = keyof Messages;
/** A message as it is sent. @internal for tests, which send without `ask` */
export type Request<T extends MessageType> = { type: T } & Messages[T]["request"];
export type Reply<T extends MessageType> = Messages[T]["reply"];

/** What travels back: a value, or an error as code and text. */
export type Answer<T extends MessageType> = { ok: true; value: Reply<T> } | { ok: false; error: string };

/** Asks the worker, and gives its reply. */
export type Ask = <T extends MessageType>(type: T, request: Messages[T]["request"]) => Promise<Reply<T>>;
