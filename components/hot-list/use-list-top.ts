import { useLayoutEffect, useRef } from "preact/hooks";
import { SAVED_HASH, windowHash } from "../../lib/hot-list/target.ts";
import type { HotListState } from "../../lib/reader/hot-list-state.ts";

/** For the element in which a list scrolls: another list begins at its first paper. */
export function useListTop<T extends HTMLElement>({ view, saved, filters, search }: HotListState) {
  const place = useRef<T>(null);
  const window = view.kind === "list" ? windowHash(view.list.window) : undefined;
  const order = view.kind === "list" ? view.list.order : undefined;
  const shown = saved ? SAVED_HASH : window;
  useLayoutEffect(() => place.current?.scrollTo(0, 0), [shown, order, filters, search.text]);
  return place;
}
