/** All that a page with a hot list shows, and all that a reader can do there: the popup, the side panel and the full page share it. */
import type { Filtered, Filters } from "../hot-list/filters.ts";
import type { FeedTrouble } from "../hot-list/freshness.ts";
import type { Span } from "../hot-list/hot-window.ts";
import type { HotListView } from "../hot-list/hot-list-view.ts";
import type { Order } from "../hot-list/order.ts";
import type { ShownPaper } from "../hot-list/shown-paper.ts";
import type { Target } from "../hot-list/target.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { MarkingModel } from "./marking.ts";
import type { WordsState } from "./archive-words.ts";

/** What somebody typed to be found, and whether it can be looked up already. */
export interface SearchState {
  text: string;
  /** `preparing`: the texts are being read for the first time; the list is not narrowed yet. */
  state: "off" | "preparing" | "ready" | "failed";
}

export interface HotListState {
  view: HotListView;
  /** The papers of the list that filters and search let through; nothing while no list is on show. */
  filtered: Filtered;
  order: Order;
  /** Those in force: what was chosen, with the category of the address in place of the chosen ones. */
  filters: Filters;
  search: SearchState;
  /** `YYYY-MM-DD` */
  today: string;
  feedTroubles: readonly FeedTrouble[];
  /** Whether the browser lets the extension run on arXiv. */
  access: boolean;
  /** Words that the archive's days lack. */
  words: WordsState;
  /** Absent until marks have been read. */
  marking?: MarkingModel;
  /** The saved papers are on show in place of the list; `papers` is absent until they have been read. */
  saved?: { papers?: readonly ShownPaper[] };
  /** What a press of a button could not do, in the worker's words. */
  trouble?: string;
  /** The paper that the address names, whatever list is on show. */
  paper?: PaperId;
  /** The category that the address names. */
  category?: string;
}

export interface HotListActions {
  /** Shows what an address asks for. */
  show: (target: Target) => void;
  setSpan: (span: Span) => void;
  /** Somebody is about to choose a window: what that needs is read. */
  prepareWindows: () => void;
  /** Shows the window of the same span that has this day, and the day itself where all time is on show. */
  setDate: (date: string) => void;
  setOrder: (order: Order) => void;
  setFilters: (change: Partial<Filters>) => void;
  clearFilters: () => void;
  setSearch: (text: string) => void;
  /** These papers are on show: abstracts and texts that the list was read without are read for them. */
  wantWords: (papers: readonly ShownPaper[]) => void;
  /** These papers leave as a file: with all words that the index has of them, also where the list was read without. */
  withWords: (papers: readonly ShownPaper[]) => Promise<readonly ShownPaper[]>;
  /** Somebody is about to search: what that needs is loaded. */
  prepareSearch: () => void;
  /** Brings the embedded archive back, or tries again to. */
  restore: () => void;
  readAgain: () => void;
  /** Called in the click itself: browsers ask only then. */
  grantAccess: () => void;
  /** The answer to the offer of the archive's words. */
  answerOffer: (fetchThem: boolean) => void;
}

export interface HotListModel {
  state: () => HotListState;
  actions: HotListActions;
  /** Calls back after every change, until the signal ends it. */
  subscribe: (listener: (state: HotListState) => void) => void;
}
