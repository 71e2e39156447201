import type { HotListActions, HotListState } from "../../lib/reader/hot-list-state.ts";
import { windowHash } from "../../lib/hot-list/target.ts";
import { ListSummary } from "./ListSummary.tsx";
import { ListTools } from "./ListTools.tsx";
import { SavedHead } from "./SavedHead.tsx";
import { WindowBar } from "./WindowBar.tsx";
import "./list-head.css";

export interface HotListProps {
  state: HotListState;
  actions: HotListActions;
}

/** Everything above a hot list: which window, in which order, how many papers. It keeps its shape whatever is on show. */
export function ListHead({ state, actions }: HotListProps) {
  const { view, filtered, saved, category } = state;
  const shown = view.kind === "list" ? view : undefined;
  if (saved)
    return (
      <SavedHead
        papers={saved.papers}
        marks={state.marking?.marks}
        backHash={shown ? windowHash(shown.list.window, category) : "#"}
      />
    );
  return (
    <div class="list-head">
      <WindowBar view={shown} category={category} onPickDay={actions.setDate} />
      <ListTools state={state} actions={actions} />
      <ListSummary list={shown?.list} papers={filtered.papers} />
    </div>
  );
}
