/** All that a page with a hot list shows, and all that a reader can do there: the popup, the side panel and the full page share it. */
import type { Filtered, Filters } from "../filters.ts";
import type { FeedTrouble } from "../freshness.ts";
import type { Span } from "../period.ts";
import type { HotListView } from "../hot-list-view.ts";
import type { Order } from "../order.ts";
import type { SavedChoice } from "../saved-choice.ts";
import type { ShownPaper } from "../shown-paper.ts";
import type { Target } from "../target.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Follow } from "../../follows/follow.ts";
import type { Following } from "./following.ts";
import type { Invitation } from "./invitation.ts";
import type { MarkingModel } from "../../marks/marking.ts";
import type { FullTextsState } from "./full-texts.ts";

/** What the reader searches for, and whether it can be looked up already. */
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
  /** The way to today's list, or how the days before it are coming; absent if there is neither. */
  invitation?: Invitation | undefined;
  /** Words that the archive's days lack. */
  words: FullTextsState;
  /** Absent until marks have been read. */
  marking?: MarkingModel;
  /** Of the papers of the list; absent until it is known what is followed. */
  following?: Following | undefined;
  /** The saved papers are on show in place of the list; `papers` is absent until they have been read. */
  saved?: { papers?: readonly ShownPaper[]; choice: SavedChoice } | undefined;
  /** What a press of a button could not do, in the worker's words. */
  trouble?: string;
  /** The paper that the address names, whatever list is on show. */
  paper?: PaperId | undefined;
  /** The category that the address names. */
  category?: string | undefined;
}

/** Loads what people said of a paper; false if some of it is still missing. */
export type LoadTexts = (id: PaperId) => Promise<boolean>;

export interface HotListActions {
  /** Shows what an address asks for. */
  show: (target: Target) => void;
  setSpan: (span: Span) => void;
  /** The reader is about to choose a period: what that needs is read. */
  preparePeriods: () => void;
  /** Shows the period of the same span that has this day, and the day itself if all time is on show. */
  setDate: (date: string) => void;
  setOrder: (order: Order) => void;
  setFilters: (change: Partial<Filters>) => void;
  clearFilters: () => void;
  setSearch: (text: string) => void;
  /** Follows something, or stops following it. */
  follow: (follow: Follow, on: boolean) => void;
  /** These papers are on show: abstracts and texts that the list was read without are read for them. */
  wantFullTexts: (papers: readonly ShownPaper[]) => void;
  /** For export: these papers with all words that the index has of them, even if the list was read without. */
  withFullTexts: (papers: readonly ShownPaper[]) => Promise<readonly ShownPaper[]>;
  /** The reader is about to search: what that needs is loaded. */
  prepareSearch: () => void;
  /** The page of a day on the site of a feed that has it; undefined if there is none. */
  dayPage: (date: string) => Promise<string | undefined>;
  /** Which of the saved papers are on show. */
  setSaved: (change: Partial<SavedChoice>) => void;
  /** Brings the bundled digests back, or tries again to. */
  restore: () => void;
  readAgain: () => void;
  /** Called in the click itself: browsers ask only then. */
  grantAccess: () => void;
  /** Fetches the archive's words, the months of this paper first. @throws why they could not be had, in plain words */
  loadTexts: LoadTexts;
  /** Switches "Today, live" on and shows today's list. Called in the click itself: browsers ask for permissions only then. */
  seeToday: () => void;
  /** Fetches the missing days before today, or leaves them. */
  fillGap: (on: boolean) => void;
  /** The answer to the offer of the archive's words. */
  answerOffer: (fetchThem: boolean) => void;
}

export interface HotListModel {
  state: () => HotListState;
  actions: HotListActions;
  /** Calls back after every change, until the signal ends it. */
  subscribe: (listener: (state: HotListState) => void) => void;
}
