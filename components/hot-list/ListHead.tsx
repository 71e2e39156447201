import type { HotListActions, HotListState } from "../../lib/reader/hot-list-state.ts";
import { windowHash } from "../../lib/hot-list/target.ts";
import { ListChoices } from "./ListChoices.tsx";
import { ListSummary } from "./ListSummary.tsx";
import { SavedHead } from "./SavedHead.tsx";
import { WindowBar } from "./WindowBar.tsx";
import "./list-head.css";

export interface HotListProps {
  state: HotListState;
  actions: HotListActions;
}

/** Everything above a hot list: which window, in which order, how many papers. It keeps its shape whatever is on show. */
export function ListHead({ state: { view, filtered, saved }, actions }: HotListProps) {
  const shown = view.kind === "list" ? view : undefined;
  if (saved)
    return <SavedHead papers={saved.papers} backHash={shown ? windowHash(shown.list.window) : "#"} />;
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
