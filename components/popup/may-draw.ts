/** When the popup draws over the picture of its last time: what replaces it should look the same. */
import type { HotListState } from "../../lib/hot-list/state/hot-list-state.ts";

/** So long the picture stays on show (picture.ts), if the list does not come before, in ms. */
export const PATIENCE = 500;

/** Whether a list shows all that is seen at first. */
export const isWhole = ({ view, marking, following }: HotListState): boolean =>
  view.kind !== "loading" && !!marking && !!following;
