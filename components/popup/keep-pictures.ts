/** Keeps a picture for the popup to open with next time. */
import { keepPicture } from "../../lib/hot-list/picture/last-picture.ts";
import type { HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import { isDrawing } from "../hot-list/PaperSlice.tsx";

interface ShownList {
  state: () => HotListState;
  subscribe: (listener: () => void) => void;
}

/**
 * After each change of the list, once the page has come to rest, keeps a picture of the list that the popup opens with.
 *
 * @param isPrivate whether this is a private window: nothing is kept of those
 */
export function keepPictures(place: HTMLElement, list: ShownList, isPrivate: () => Promise<boolean>): void {
  let waiting = 0;
  const keep = async () => {
    if (await isPrivate()) return;
    const { view, saved, search, trouble } = list.state();
    const plain = !saved && search.text === "" && trouble === undefined && location.hash === "";
    if (view.kind === "list" && plain) keepPicture(window, place);
  };
  const keepLater = () => {
    cancelIdleCallback(waiting); // only the last of several quick changes counts
    waiting = requestIdleCallback(() => {
      if (isDrawing(place)) keepLater();
      else void keep();
    });
  };
  list.subscribe(keepLater);
}
