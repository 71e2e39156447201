/**
 * The digest: what a day's hot papers were, as plain data. This is the JSON form, version 1, that the command line
 * prints and that a feed may serve. Nothing here knows a browser, a database or a file.
 */
import type { PaperId } from "../paper/paper-id.ts";
import type { Counter, Network } from "./networks.ts";

/** A place where people talk about papers. */
export type { Counter, Network };

/** What a network reported for a paper at a time. A figure that is absent is unknown, never zero. */
export interface Counts {
  network: Network;
  /** The source of the count, if it is neither the network nor the program that asked it: X's figures today are alphaXiv's. */
  by?: Counter | undefined;
  /** Retweets, under Twitter's name. */
  reposts?: number;
  /** Favorites, under Twitter's name. */
  likes?: number;
  points?: number;
  upvotes?: number;
  comments?: number;
  /** When it was counted: `YYYY-MM-DDTHH:MM:SS`, the counter's local time, without a zone. */
  at?: string;
}

/** A figure that a network may give. */
export type CountKind = Exclude<keyof Counts, "network" | "by" | "at">;

/** One message that links the paper. */
export interface Post {
  network: Network;
  id: string;
  /** http(s) only. */
  url: string;
  author: { name: string; handle: string };
  /** `YYYY-MM-DD`. */
  date: string;
  /** BCP 47 language as the network gave it, `und` if it gave none. */
  lang: string;
  dir: "ltr" | "rtl";
  /** Plain text with `\n` for line breaks; absent if only the facts of a post are known. */
  text?: string;
  /** True when the post only repeats the paper's title (and links); absent if that is not known. */
  titleOnly?: boolean;
}

/** One paper in one digest. */
export interface Entry {
  id: PaperId;
  /** 1 is the hottest; unique within its digest. */
  rank: number;
  title: string;
  authors: string[];
  /** arXiv's category names, the primary one first. */
  categories: string[];
  /** White space folded, paragraphs separated by a blank line; absent if only facts are known. */
  abstract?: string;
  counts: Counts[];
  posts: Post[];
  /** The ranks within each network that `rank` was mixed from; absent if one network's order is the rank. */
  ranks?: Partial<Record<Network, number>>;
  /** The name of the list of papers that named it: a foreign feed with one item for each paper, which may count nothing. */
  list?: string;
}

/** How asking one source for a digest went: a network, or arXiv for the papers and their names. */
export interface SourceState {
  source: Network | "arxiv";
  state: "ok" | "failed";
  /** As of when, `YYYY-MM-DDTHH:MM:SS` in UTC. */
  at: string;
  /** False if the source has more than it told. Only with `ok`. */
  complete?: boolean;
  /** A code of why there is no answer (`throttled`, `unreachable` …). Only with `failed`. */
  reason?: string;
  /** Plain English, for people. */
  note?: string;
}

/** The ranked list of one day. */
export interface Digest {
  version: 1;
  /** The digest's day, `YYYY-MM-DD`. */
  date: string;
  title: string;
  /** Time of writing, `YYYY-MM-DDTHH:MM:SS`, local to the writer: of two digests of a day the later one wins. */
  generated: string;
  /** In order of rank. */
  papers: Entry[];
  /** The sources that were asked; absent in digests that were not made from live sources. */
  sources?: SourceState[];
}
