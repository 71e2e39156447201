/** The address of a page with a hot list: it names what is on show, so that it can be kept. */
import type { HotListView } from "../hot-list-view.ts";
import type { Period } from "../period.ts";
import { periodHash, type Target, targetOf } from "../target.ts";
import type { HotListState } from "./hot-list-state.ts";

export interface ListAddress {
  /** What the address asks for now. */
  asked: () => Target;
  /** Names another period, as a step that "Back" leads back from. */
  go: (period: Period, category: string | undefined) => void;
  /**
   * Names what is on show, if another list is, or if the search of the address is over.
   *
   * @param anew whatever was on show before
   */
  name: (
    state: Pick<HotListState, "view" | "category" | "paper" | "saved" | "search">,
    anew?: boolean,
  ) => void;
}

export function createListAddress({ location, history }: Pick<Window, "location" | "history">): ListAddress {
  /** What the address asked to search for, as long as it is what is searched for. */
  let searched: string | undefined;
  let named: HotListView | undefined;
  return {
    asked() {
      const target = targetOf(location.hash);
      if ("search" in target) searched = target.search;
      return target;
    },
    go: (period, category) => history.pushState(null, "", periodHash(period, category, searched)),
    name({ view, category, paper, saved, search }, anew = false) {
      // If nothing, a paper or the saved ones were asked for, it stays.
      if (view.kind !== "list" || location.hash === "" || paper !== undefined || saved) return;
      const isOver = searched !== undefined && searched !== search.text;
      if (!anew && view === named && !isOver) return;
      named = view;
      if (isOver) searched = undefined;
      const hash = periodHash(view.list.period, category, searched);
      if (location.hash !== hash) history.replaceState(null, "", hash);
    },
  };
}
