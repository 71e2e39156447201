/** The saved papers on show in place of the list. */
import type { HotListStore } from "./hot-list-store.ts";
import { createSavedList, type SavedListOptions } from "./saved-list.ts";

export interface SavedView {
  open: () => void;
  /** Marks have been read, or are others now. */
  marksChanged: () => void;
  indexChanged: () => void;
}

/** Writes `saved` of the state. */
export function createSavedView(
  store: HotListStore,
  readDigests: SavedListOptions["readDigests"],
): SavedView {
  const list = createSavedList({
    readDigests,
    onPapers(papers) {
      if (store.state().saved) store.set({ saved: { papers } });
    },
  });

  function marksChanged() {
    const { saved, marking } = store.state();
    if (saved && marking) list.show(marking.marks);
  }

  return {
    open() {
      store.set({ paper: undefined, saved: {} });
      marksChanged();
    },
    marksChanged,
    indexChanged: list.indexChanged,
  };
}
