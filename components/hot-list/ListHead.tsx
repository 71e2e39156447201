import type { HotListActions, HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import { periodHash } from "../../lib/hot-list/target.ts";
import { ListSummary } from "./ListSummary.tsx";
import { ListTools } from "./ListTools.tsx";
import { loadSaved } from "./load-saved.ts";
import { PeriodBar } from "./PeriodBar.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import "./list-head.css";

export interface HotListProps {
  state: HotListState;
  actions: HotListActions;
}

/** Everything above a hot list: which period, in which order, how many papers. Its shape never changes. */
export function ListHead({ state, actions }: HotListProps) {
  const { view, filtered, saved, category } = state;
  const shown = view.kind === "list" ? view : undefined;
  const place = useLoaded(loadSaved, saved !== undefined);
  if (saved)
    return place ? (
      <place.SavedHead
        {...saved}
        papers={saved.papers}
        marking={state.marking}
        onChoose={actions.setSaved}
        backHash={shown ? periodHash(shown.list.period, category) : "#"}
      />
    ) : null;
  return (
    <div class="list-head">
      <PeriodBar view={shown} category={category} onPickDay={actions.setDate} />
      <ListTools state={state} actions={actions} />
      <ListSummary list={shown?.list} papers={filtered.papers} fresh={state.following?.fresh} />
    </div>
  );
}
