/** The state of a hot list, and its listeners. */
import { type Filtered, NO_FILTERS } from "../filters.ts";
import { DEFAULT_ORDER } from "../order.ts";
import { createStore, type Store } from "../../store.ts";
import type { HotListModel, HotListState } from "./hot-list-state.ts";
import { NO_SEARCH } from "./search-model.ts";

/** What filters let through while no list is on show. */
export const NO_PAPERS: Filtered = { papers: [], categories: [] };

export interface HotListStore extends Store<HotListState> {
  subscribe: HotListModel["subscribe"];
}

/**
 * The state before anything has been read. Changes that come together are told together, until the signal ends it.
 *
 * @param canTell while it is false, no listener is told
 */
export function createHotListStore(today: string, canTell: () => boolean, signal: AbortSignal): HotListStore {
  const listeners: ((state: HotListState) => void)[] = [];
  let telling = false;

  function tell() {
    telling = false;
    if (canTell() && !signal.aborted) for (const listener of listeners) listener(store.state());
  }

  const first: HotListState = {
    view: { kind: "loading" },
    filtered: NO_PAPERS,
    order: DEFAULT_ORDER,
    filters: NO_FILTERS,
    search: NO_SEARCH,
    today,
    feedTroubles: [],
    access: true,
    words: "none",
  };
  const store = createStore(first, () => {
    if (!telling) queueMicrotask(tell);
    telling = true;
  });
  return {
    ...store,
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
