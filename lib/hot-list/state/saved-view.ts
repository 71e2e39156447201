/** The saved papers on show in place of the list. */
import { ALL_SAVED } from "../saved-choice.ts";
import type { HotListActions } from "./hot-list-state.ts";
import type { HotListStore } from "./hot-list-store.ts";
import { createSavedList, type SavedListOptions } from "./saved-list.ts";

export interface SavedView {
  /** As they were last on show in this page. */
  open: () => void;
  setSaved: HotListActions["setSaved"];
  /** Marks have been read, or have changed. */
  marksChanged: () => void;
  indexChanged: () => void;
}

/** Writes `saved` of the state. */
export function createSavedView(
  store: HotListStore,
  readDigests: SavedListOptions["readDigests"],
): SavedView {
  let choice = ALL_SAVED;
  const list = createSavedList({
    readDigests,
    onPapers(papers) {
      if (store.state().saved) store.set({ saved: { papers, choice } });
    },
  });

  function marksChanged() {
    const { saved, marking } = store.state();
    if (saved && marking) list.show(marking.marks);
  }

  return {
    open() {
      store.set({ paper: undefined, saved: { choice } });
      marksChanged();
    },
    setSaved(change) {
      const { saved } = store.state();
      choice = { ...choice, ...change };
      if (saved) store.set({ saved: { ...saved, choice } });
    },
    marksChanged,
    indexChanged: list.indexChanged,
  };
}
