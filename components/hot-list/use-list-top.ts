import { useLayoutEffect, useRef } from "preact/hooks";
import { SAVED_HASH, windowHash } from "../../lib/hot-list/target.ts";
import type { HotListState } from "../../lib/reader/hot-list-state.ts";

/** For the element in which a list scrolls: another list begins at its first paper. */
export function useListTop<T extends HTMLElement>({ view, saved, filters, search }: HotListState) {
  const place = useRef<T>(null);
  const window = view.kind === "list" ? windowHash(view.list.window) : undefined;
  const order = view.kind === "list" ? view.list.order : undefined;
  const shown = saved ? SAVED_HASH : window;
  const beforeRef = useRef(shown);
  useLayoutEffect(() => {
    // The first list is at its top. To scroll is a layout of its own, and that one has to be on show at once.
    if (beforeRef.current !== undefined) place.current?.scrollTo(0, 0);
    beforeRef.current = shown;
  }, [shown, order, filters, search.text]);
  return place;
}
