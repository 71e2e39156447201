/** When the popup draws over its last picture: what replaces it should look the same. */
import type { HotListState } from "../../lib/hot-list/state/hot-list-state.ts";

/** How long the picture stays on show (picture.ts) if the list does not come first, in ms. */
export const PATIENCE = 500;

/** Whether a list shows all that is seen at first. */
export const isWhole = ({ view, marking, following }: HotListState): boolean =>
  view.kind !== "loading" && !!marking && !!following;
