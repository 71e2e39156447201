/** Holds what a page with a hot list shows and keeps it up to date. Everything from the browser comes in as functions. */
import type { Period } from "../period.ts";
import type { Target } from "../target.ts";
import type { MarkingModel } from "../../marks/marking.ts";
import { attempt } from "../../store.ts";
import { lacksTexts } from "../../texts/fold-posts.ts";
import { createNotices, type NoticesSources } from "./hot-list-notices.ts";
import type { HotListModel } from "./hot-list-state.ts";
import { createHotListStore } from "./hot-list-store.ts";
import { createListOnShow, type ListSources, NEWEST } from "./list-on-show.ts";
import { createPeriodChoice } from "./period-choice.ts";
import { createSavedView } from "./saved-view.ts";

export interface HotListModelSources extends ListSources, NoticesSources {
  /** A period is about to be chosen. */
  preparePeriods: () => void;
  dayPage: HotListModel["actions"]["dayPage"];
}

interface HotListModelOptions {
  target: Target;
  sources: HotListModelSources;
  /** Another period was chosen: to be named in the page's address, and shown. */
  onGo: (period: Period, category: string | undefined) => void;
  /** Filters took the place of the category that the address names: it is no longer true. */
  onCategoryGone: () => void;
  signal: AbortSignal;
}

/** The model, and what to call when something changed elsewhere. */
export interface WatchedModel extends HotListModel {
  changed: Record<
    "index" | "archive" | "today" | "access" | "choices" | "fullTextsChoice" | "feedTroubles" | "day",
    () => void
  >;
  setMarking: (marking: MarkingModel) => void;
}

/** Connects the parts of a hot list, and begins at once with what is asked for. */
export function createHotListModel(options: HotListModelOptions): WatchedModel {
  const { target, sources, onGo, signal } = options;
  const store = createHotListStore(sources.today(), () => notices.known(), signal);
  const notices = createNotices(store, sources, () => show(NEWEST));
  const periods = createPeriodChoice(sources.today);
  const saved = createSavedView(store, sources.readDigests);
  const list = createListOnShow(store, options, (view) => {
    notices.viewChanged(view);
    if (view.kind === "list") periods.shown(view.list.period, view.note);
  });

  function show(next: Target) {
    if (next.kind !== "paper" && next.kind !== "saved") {
      const category = "category" in next ? next.category : undefined;
      // First, so that the address is never taken for one of which the search has changed.
      if ("search" in next && next.search !== undefined) list.actions.setSearch(next.search);
      store.set({ paper: undefined, saved: undefined, category });
      list.ask(next);
      return;
    }
    if (next.kind === "paper") store.set({ paper: next.id });
    else saved.open();
    if (store.state().view.kind === "loading") list.ask(); // there is a list to go back to
  }

  function go(period: Period | undefined) {
    const { view, category } = store.state();
    if (period && view.kind === "list") onGo(period, category);
  }

  /** The first list comes in the order that was chosen, so what was chosen is read before it. */
  async function begin() {
    await list.readChoices();
    show(target);
  }
  void begin();

  return {
    state: store.state,
    subscribe: store.subscribe,
    actions: {
      show,
      setSpan: (span) => go(periods.withSpan(span)),
      preparePeriods: sources.preparePeriods,
      setDate: (date) => go(periods.withDate(date)),
      restore: () => void attempt(store, () => sources.ask("restoreArchive", {})),
      async loadTexts(id) {
        const entries = await sources.ask("loadTexts", { id });
        return !entries.some(lacksTexts);
      },
      setSaved: saved.setSaved,
      dayPage: sources.dayPage,
      ...list.actions,
      ...notices.actions,
    },
    setMarking(marking) {
      const first = store.state().marking === undefined;
      store.set({ marking });
      saved.marksChanged();
      if (first) list.marksLoaded();
    },
    changed: {
      ...list.changed,
      ...notices.changed,
      index() {
        list.changed.index();
        saved.indexChanged();
      },
    },
  };
}
