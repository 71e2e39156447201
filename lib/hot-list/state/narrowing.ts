/** Which papers of a list are on show: filters, a search, marks and the visit before narrow it. */
import type { Digest } from "../../digest/digest.ts";
import { filterPapers, withCategory } from "../filters.ts";
import { searchWords } from "../../paper/keywords.ts";
import type { Mark } from "../../marks/marks.ts";
import { comparable } from "../../paper/comparable.ts";
import type { HotListView } from "../hot-list-view.ts";
import type { DayRange } from "../period.ts";
import type { Visit } from "../visit.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Search } from "../../index/search/open-search.ts";
import { attempt } from "../../store.ts";
import type { FollowingModel } from "./following.ts";
import type { HotListActions } from "./hot-list-state.ts";
import { type HotListStore, NO_PAPERS } from "./hot-list-store.ts";
import { createLastVisit } from "./last-visit.ts";
import type { ListChoices } from "./list-choices.ts";
import { createSearchModel } from "./search-model.ts";

export interface NarrowingSources {
  readDigests: (ranges: readonly DayRange[], words: boolean) => Promise<Digest[]>;
  /** What the digests had at the visit before this one; also notes this one. */
  look: (seen: Visit) => Promise<Visit | undefined>;
  openSearch: () => Promise<Search>;
  /** What is followed; calls back whenever that changes. */
  openFollowing: (onChange: () => void) => Promise<FollowingModel>;
}

export type NarrowingActions = Pick<HotListActions, "prepareSearch" | "setSearch" | "follow">;

export interface Narrowing {
  /** Narrows the list on show by all that is known now. */
  narrow: () => void;
  /** The same; papers that were read until now count as read. */
  narrowAnew: () => void;
  /** Another view is on show: it is narrowed, and noted as a visit. */
  viewChanged: (view: HotListView) => void;
  indexChanged: () => void;
  actions: NarrowingActions;
}

/** Writes `filters`, `filtered`, `following` and `search` of the state. */
export function createNarrowing(
  store: HotListStore,
  sources: NarrowingSources,
  choices: ListChoices,
): Narrowing {
  /** Papers read before this list was opened: one that is read now does not vanish under the reader's eyes. */
  let read: ReadonlySet<PaperId> = new Set();
  const search = createSearchModel(sources.openSearch, () => {
    store.set({ search: search.state() });
    narrow();
  });
  let following: FollowingModel | undefined;
  const opened = sources.openFollowing(() => narrow());
  const take = async () => {
    following = await opened;
  };
  take().catch(() => undefined); // then nothing of the list is marked
  const visit = createLastVisit({ ...sources, onBefore: narrow });

  /** The index does not have notes, which are the reader's own. */
  function found(): ReadonlySet<PaperId> | undefined {
    const inTexts = search.found();
    const marks = store.state().marking?.marks;
    if (!inTexts || !marks) return inTexts;
    const words = searchWords(search.state().text);
    return inTexts.union(new Set([...marks].flatMap(([id, mark]) => (hasNote(mark, words) ? id : []))));
  }

  function narrow() {
    const { view, category } = store.state();
    const filters = withCategory(choices.now().filters, category);
    const papers = view.kind === "list" ? view.list.papers : [];
    const before = visit.before();
    const known = following?.of(papers, before);
    const facts = { found: found(), read, before, mine: known?.some ? known.mine : undefined };
    const filtered = view.kind === "list" ? filterPapers(papers, filters, facts) : NO_PAPERS;
    store.set({ filters, filtered, following: known });
  }

  return {
    narrow,
    narrowAnew() {
      const marks = [...(store.state().marking?.marks ?? [])];
      read = new Set(marks.flatMap(([id, mark]) => (mark.read === undefined ? [] : id)));
      narrow();
    },
    viewChanged(view) {
      narrow();
      if (view.kind === "list") visit.shown(view.newest);
    },
    indexChanged() {
      search.indexChanged();
      visit.indexChanged();
    },
    actions: {
      prepareSearch: search.prepare,
      setSearch: search.set,
      follow: (follow, on) => void attempt(store, async () => (await opened).set(follow, on)),
    },
  };
}

/** Whether a note has all of these words. */
function hasNote({ note }: Mark, words: readonly string[]): boolean {
  const written = note === undefined ? undefined : comparable(note);
  return written !== undefined && words.every((word) => written.includes(word));
}
