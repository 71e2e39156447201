import { useLayoutEffect, useRef } from "preact/hooks";
import { SAVED_HASH, periodHash } from "../../lib/hot-list/target.ts";
import type { HotListState } from "../../lib/hot-list/state/hot-list-state.ts";

/** For the element in which a list scrolls: a new list starts at its first paper. */
export function useListTop<T extends HTMLElement>({ view, saved, filters, search }: HotListState) {
  const place = useRef<T>(null);
  const period = view.kind === "list" ? periodHash(view.list.period) : undefined;
  const order = view.kind === "list" ? view.list.order : undefined;
  const shown = saved ? SAVED_HASH : period;
  const beforeRef = useRef(shown);
  useLayoutEffect(() => {
    // The first list is at its top already. Scrolling would cost a layout, and that list has to show at once.
    if (beforeRef.current !== undefined) place.current?.scrollTo(0, 0);
    beforeRef.current = shown;
  }, [shown, order, filters, search.text]);
  return place;
}
