/** Holds what a page with a hot list shows and keeps it true. Everything of the browser comes in as functions. */
import { filterPapers, type Filtered, needWords, NO_FILTERS, withCategory } from "../hot-list/filters.ts";
import type { FeedTrouble } from "../hot-list/freshness.ts";
import type { HotWindow } from "../hot-list/hot-window.ts";
import type { HotListQuery, HotListSources } from "../hot-list/read-hot-list.ts";
import { DEFAULT_ORDER } from "../hot-list/order.ts";
import type { Target } from "../hot-list/target.ts";
import type { Visit } from "../hot-list/visit.ts";
import type { Ask } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { KeptChoices } from "../settings/hot-list-choices.ts";
import { createArchiveWords, type WordsChoice } from "./archive-words.ts";
import { createHotListReader } from "./hot-list-reader.ts";
import type { HotListActions, HotListModel, HotListState } from "./hot-list-state.ts";
import type { Search } from "../search/open-search.ts";
import { createLastVisit } from "./last-visit.ts";
import { createListChoices } from "./list-choices.ts";
import { createListWords } from "./list-words.ts";
import type { MarkingModel } from "./marking.ts";
import { createSavedList } from "./saved-list.ts";
import { createSearchModel } from "./search-model.ts";
import { createWindowChoice } from "./window-choice.ts";

export interface HotListModelSources extends HotListSources {
  /** A window is about to be chosen. */
  prepareWindows: () => void;
  ask: Ask;
  readChoices: () => Promise<KeptChoices>;
  keepChoices: (choices: KeptChoices) => Promise<void>;
  readWordsChoice: () => Promise<WordsChoice>;
  readFeedTroubles: () => Promise<readonly FeedTrouble[]>;
  /** What the digests had at the visit before this one; also notes this one. */
  look: (seen: Visit) => Promise<Visit | undefined>;
  hasAccess: () => Promise<boolean>;
  requestAccess: () => Promise<boolean>;
  openSearch: () => Promise<Search>;
}

interface HotListModelOptions {
  target: Target;
  sources: HotListModelSources;
  /** Another window was chosen: whoever keeps the page's address names it there, and shows it. */
  onGo: (window: HotWindow, category: string | undefined) => void;
  /** Filters took the place of the category that the address names: it is not true any more. */
  onCategoryGone: () => void;
  signal: AbortSignal;
}

/** The model, and what is to be called when something changed elsewhere. */
export interface WatchedModel extends HotListModel {
  changed: Record<
    "index" | "archive" | "access" | "choices" | "wordsChoice" | "feedTroubles" | "day",
    () => void
  >;
  setMarking: (marking: MarkingModel) => void;
}

const NOTHING: Filtered = { papers: [], categories: [] };
const NEWEST: HotListQuery["target"] = { kind: "newest", span: "day" };
const NOBODY: ReadonlySet<PaperId> = new Set();

export function createHotListModel({
  target,
  sources,
  onGo,
  onCategoryGone,
  signal,
}: HotListModelOptions): WatchedModel {
  const listeners = new Set<(state: HotListState) => void>();
  const words = createArchiveWords({
    ask: sources.ask,
    readChoice: sources.readWordsChoice,
    onChange: () => set({ words: words.state() }),
  });
  const search = createSearchModel(sources.openSearch, () => {
    set({ search: search.state() });
    filter();
  });
  const listWords = createListWords(sources.readDigests, () => {
    const { view } = state;
    if (view.kind !== "list") return;
    set({ view: { ...view, list: { ...view.list, papers: [...listWords.add(view.list.papers)] } } });
    filter();
  });
  const choices = createListChoices(sources.readChoices, sources.keepChoices);
  const visit = createLastVisit({
    readDigests: sources.readDigests,
    look: sources.look,
    onBefore: () => filter(),
  });
  /** Absent until the browser has told; the list waits for it, so that no notice pushes it down. */
  let access: boolean | undefined;
  const windows = createWindowChoice(sources.today);
  /** Papers read before this list was opened: one that is read now does not vanish under somebody's eyes. */
  let read: ReadonlySet<PaperId> = NOBODY;
  let query: HotListQuery = { target: NEWEST, order: DEFAULT_ORDER, words: false };
  let state: HotListState = {
    view: { kind: "loading" },
    filtered: NOTHING,
    order: DEFAULT_ORDER,
    filters: NO_FILTERS,
    search: search.state(),
    today: sources.today(),
    feedTroubles: [],
    access: true,
    words: "none",
  };

  let telling = false;
  /** Changes that come together are told together. */
  function set(change: Partial<HotListState>) {
    state = { ...state, ...change };
    if (telling) return;
    telling = true;
    queueMicrotask(() => {
      telling = false;
      if (access !== undefined && !signal.aborted) for (const listener of listeners) listener(state);
    });
  }

  function filter() {
    const { view, category } = state;
    const filters = withCategory(choices.now().filters, category);
    const facts = { found: search.found(), read, before: visit.before() };
    set({
      filters,
      filtered: view.kind === "list" ? filterPapers(view.list.papers, filters, facts) : NOTHING,
    });
  }

  function noteRead() {
    const { marks } = state.marking ?? {};
    read = new Set([...(marks ?? [])].flatMap(([id, mark]) => (mark.read === undefined ? [] : id)));
  }

  /** Asks for what is wanted now. Words of papers come too where a keyword is to be found in them. */
  function ask(change: Partial<HotListQuery> = {}) {
    noteRead();
    query = { ...query, ...change, words: needWords(choices.now().filters) };
    reader.show(query);
  }

  /** Does what was pressed; what goes wrong is shown. Begins at once, since a permission is given only within the click. */
  async function attempt(work: () => Promise<unknown>) {
    const { trouble: _, ...without } = state;
    state = without;
    try {
      await work();
      set({});
    } catch (error) {
      set({ trouble: error instanceof Error ? error.message : String(error) });
    }
  }

  const readAgain = {
    access: () =>
      attempt(async () => {
        access = await sources.hasAccess();
        set({ access });
      }),
    feedTroubles: () => attempt(async () => set({ feedTroubles: await sources.readFeedTroubles() })),
  };

  const readChoices = () =>
    attempt(async () => {
      await choices.read();
      const { order } = choices.now();
      query = { ...query, order };
      set({ order });
    });

  async function choicesChanged() {
    await readChoices();
    ask();
    filter();
  }

  /** The first list comes in the order that was chosen, so what was chosen is read before it. */
  async function begin() {
    await readChoices();
    actions.show(target);
  }

  function choose(change: Parameters<typeof choices.choose>[0]) {
    void attempt(() => choices.choose(change));
    const { order, filters } = choices.now();
    set({ order });
    if (query.order !== order || query.words !== needWords(filters)) ask({ order });
    noteRead();
    filter();
  }

  const savedList = createSavedList({
    readDigests: sources.readDigests,
    onPapers: (papers) => {
      if (state.saved) set({ saved: { papers } });
    },
  });

  function showSaved() {
    const { saved, marking } = state;
    if (saved && marking) savedList.show(marking.marks);
  }

  function setCategory(next: string | undefined) {
    const { category: _, ...rest } = state;
    state = { ...rest, ...(next !== undefined && { category: next }) };
  }

  function go(window: HotWindow | undefined) {
    if (window && state.view.kind === "list") onGo(window, state.category);
  }

  const actions: HotListActions = {
    show(next) {
      if (next.kind === "paper") {
        set({ paper: next.id });
        if (state.view.kind === "loading") ask();
        return;
      }
      const { paper: _, saved: __, ...rest } = state;
      state = rest;
      if (next.kind === "saved") {
        set({ saved: {} });
        showSaved();
        if (state.view.kind === "loading") ask(); // there is a list to go back to
        return;
      }
      setCategory("category" in next ? next.category : undefined);
      ask({ target: next });
      filter();
    },
    setSpan: (span) => go(windows.withSpan(span)),
    prepareWindows: sources.prepareWindows,
    setDate: (date) => go(windows.withDate(date)),
    setOrder: (order) => choose({ order }),
    setFilters(change) {
      const { filters, category } = state;
      setCategory(undefined);
      choose({ filters: { ...filters, ...change } });
      if (category !== undefined) onCategoryGone();
    },
    clearFilters: () => actions.setFilters(NO_FILTERS),
    wantWords(papers) {
      if (state.view.kind === "list" && state.view.list.window.span !== "day" && !query.words)
        listWords.want(papers);
    },
    withWords: listWords.addAll,
    prepareSearch: search.prepare,
    setSearch: search.set,
    restore: () => void attempt(() => sources.ask("restoreArchive", {})),
    readAgain: () => reader.readAgain(),
    grantAccess: () => void attempt(sources.requestAccess),
    answerOffer: (fetchThem) => void attempt(() => words.answer(fetchThem)),
  };

  const reader = createHotListReader({
    sources,
    onView(view) {
      listWords.forget();
      set({ view, today: sources.today() });
      filter();
      if (view.kind !== "list") return;
      const { window, factsOnly } = view.list;
      windows.shown(window);
      if (window.span === "day") words.shown({ date: window.date, factsOnly });
      visit.shown(view.newest);
    },
    signal,
  });

  void readAgain.access();
  void readAgain.feedTroubles();
  void begin();

  return {
    state: () => state,
    actions,
    subscribe(listener) {
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
    setMarking(marking) {
      const first = state.marking === undefined;
      set({ marking });
      showSaved();
      if (!first) return;
      noteRead();
      filter();
    },
    changed: {
      index() {
        search.indexChanged();
        visit.indexChanged();
        savedList.indexChanged();
        reader.readAgain();
      },
      archive: () => reader.archiveChanged(),
      access: () => void readAgain.access(),
      choices: () => void choicesChanged(),
      wordsChoice: () => words.choiceChanged(),
      feedTroubles: () => void readAgain.feedTroubles(),
      day() {
        if (sources.today() === state.today) return;
        set({ today: sources.today() });
        reader.readAgain();
      },
    },
  };
}
