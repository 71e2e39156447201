/** The list on show: which one is asked for, in which order, with which words of its papers, and narrowed by what. */
import { type Filters, needWords, NO_FILTERS } from "../filters.ts";
import { DEFAULT_ORDER } from "../order.ts";
import type { HotListView } from "../hot-list-view.ts";
import type { HotListQuery, HotListSources } from "../read-hot-list.ts";
import type { PeriodTarget } from "../target.ts";
import type { HotListChoices } from "../../settings/hot-list-choices.ts";
import { attempt } from "../../store.ts";
import type { HotListActions } from "./hot-list-state.ts";
import type { HotListStore } from "./hot-list-store.ts";
import { createListChoices } from "./list-choices.ts";
import { createListLoader } from "./list-loader.ts";
import { createListTexts } from "./list-texts.ts";
import { createNarrowing, type NarrowingActions, type NarrowingSources } from "./narrowing.ts";

export const NEWEST = { kind: "newest", span: "day" } as const satisfies PeriodTarget;

export interface ListSources extends HotListSources, NarrowingSources {
  readChoices: () => Promise<HotListChoices>;
  keepChoices: (choices: HotListChoices) => Promise<void>;
}

interface ListOnShowOptions {
  sources: ListSources;
  /** Filters took the place of the category that the address names: it is no longer true. */
  onCategoryGone: () => void;
  signal: AbortSignal;
}

export interface ListOnShow {
  /** Asks for another period, or for the same one as it is wanted now. */
  ask: (target?: PeriodTarget) => void;
  /** Reads the order and the filters that were chosen before. */
  readChoices: () => Promise<void>;
  /** To be called when marks are there for the first time. */
  marksLoaded: () => void;
  actions: NarrowingActions &
    Pick<
      HotListActions,
      "setOrder" | "setFilters" | "clearFilters" | "wantFullTexts" | "withFullTexts" | "readAgain"
    >;
  /** To be called if something of it changed elsewhere. */
  changed: Record<"index" | "archive" | "choices" | "day", () => void>;
}

/** Whether what was read is enough for some filters. */
const isReadFor = ({ words, days }: HotListQuery, filters: Filters) =>
  words === needWords(filters) && days === filters.newOnly;

/**
 * Shows nothing before the first `ask`.
 *
 * @param onView called when another view is on show
 */
export function createListOnShow(
  store: HotListStore,
  { sources, onCategoryGone, signal }: ListOnShowOptions,
  onView: (view: HotListView) => void,
): ListOnShow {
  let query: HotListQuery = { target: NEWEST, order: DEFAULT_ORDER, words: false, days: false };
  const choices = createListChoices(sources.readChoices, sources.keepChoices);
  const narrowing = createNarrowing(store, sources, choices);
  const words = createListTexts(sources.readDigests, () => {
    const { view } = store.state();
    if (view.kind !== "list") return;
    store.set({ view: { ...view, list: { ...view.list, papers: [...words.add(view.list.papers)] } } });
    narrowing.narrow();
  });
  const reader = createListLoader({
    sources,
    onView(view) {
      words.forget();
      store.set({ view, today: sources.today() });
      narrowing.viewChanged(view);
      onView(view);
    },
    signal,
  });

  /** Words of papers come too if a keyword is to be found in them. */
  function ask(target: PeriodTarget = query.target) {
    const { order, filters } = choices.now();
    query = { target, order, words: needWords(filters), days: filters.newOnly };
    reader.show(query);
    narrowing.narrowAnew();
  }

  const readChoices = () =>
    attempt(store, async () => {
      await choices.read();
      store.set({ order: choices.now().order });
    });

  function choose(change: Parameters<typeof choices.choose>[0]) {
    void attempt(store, () => choices.choose(change));
    const { order, filters } = choices.now();
    store.set({ order });
    if (query.order !== order || !isReadFor(query, filters)) ask();
    else narrowing.narrowAnew();
  }

  const actions: ListOnShow["actions"] = {
    setOrder: (order) => choose({ order }),
    setFilters(change) {
      const { filters, category } = store.state();
      store.set({ category: undefined });
      choose({ filters: { ...filters, ...change } });
      if (category !== undefined) onCategoryGone();
    },
    clearFilters: () => actions.setFilters(NO_FILTERS),
    wantFullTexts(papers) {
      const { view } = store.state();
      if (view.kind === "list" && view.list.period.span !== "day" && !query.words) words.want(papers);
    },
    withFullTexts: words.addAll,
    readAgain: reader.readAgain,
    ...narrowing.actions,
  };

  return {
    ask,
    readChoices,
    marksLoaded: narrowing.narrowAnew,
    actions,
    changed: {
      index() {
        narrowing.indexChanged();
        reader.readAgain();
      },
      archive: reader.archiveChanged,
      choices: () => void readChoices().then(() => ask()),
      day() {
        const today = sources.today();
        if (today === store.state().today) return;
        store.set({ today });
        reader.readAgain();
      },
    },
  };
}
