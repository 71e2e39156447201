import type { HotListActions, HotListState } from "../../lib/reader/hot-list-state.ts";
import { ListChoices } from "./ListChoices.tsx";
import { ListSummary } from "./ListSummary.tsx";
import { WindowBar } from "./WindowBar.tsx";
import "./list-head.css";

export interface HotListProps {
  state: HotListState;
  actions: HotListActions;
}

/** Everything above a hot list: which window, in which order, how many papers. It keeps its shape whatever is on show. */
export function ListHead({ state: { view, filtered }, actions }: HotListProps) {
  const shown = view.kind === "list" ? view : undefined;
  return (
    <div class="list-head">
      <WindowBar view={shown} onPickDay={actions.setDate} />
      <div class="list-tools">
        {shown && <ListChoices list={shown.list} onSpan={actions.setSpan} onOrder={actions.setOrder} />}
      </div>
      <ListSummary list={shown?.list} papers={filtered.papers} />
    </div>
  );
}
