import { useState } from "preact/hooks";
import { exportPapers } from "../../lib/export/export-paper.ts";
import { activeFilters } from "../../lib/hot-list/filters.ts";
import type { HotListActions, HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import { periodSlug } from "../../lib/hot-list/target.ts";
import { periodName } from "../../lib/texts/period-text.ts";
import { ExportMenu } from "../export/ExportMenu.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { FindButtons } from "./FindButtons.tsx";
import { ListChoices } from "./ListChoices.tsx";
import { ListKeys } from "./ListKeys.tsx";
import { loadFilters } from "./load-filters.ts";
import { SearchField } from "./SearchField.tsx";
import { useSearchField } from "./use-search-field.ts";
import "./filter-panel.css"; // of the search field too

interface ListToolsProps {
  state: HotListState;
  actions: HotListActions;
}

/** What narrows and orders the list: two choices in line, search and filters under a button each. */
export function ListTools({ state, actions }: ListToolsProps) {
  const { view, filters, filtered, search } = state;
  const active = activeFilters(filters);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const panel = useLoaded(loadFilters, filtersOpen);
  const searching = useSearchField(search.text, () => actions.setSearch(""));
  const list = view.kind === "list" ? view.list : undefined;

  return (
    <>
      <div class="list-tools">
        {list && (
          <>
            <ListChoices
              list={list}
              onSpan={actions.setSpan}
              onOrder={actions.setOrder}
              onPrepare={actions.preparePeriods}
            />
            <span class="list-buttons">
              <FindButtons
                searching={searching}
                active={active}
                filtersOpen={filtersOpen}
                onFilters={setFiltersOpen}
              />
              {filtered.papers.length > 0 && (
                <ExportMenu
                  list={async () => ({
                    title: periodName(list.period),
                    ofOneDay: list.period.span === "day",
                    papers: exportPapers(await actions.withFullTexts(filtered.papers), state.marking?.marks),
                  })}
                  count={filtered.papers.length}
                  fileName={`hot-papers-${periodSlug(list.period)}`}
                  webPage={list.period.span === "day" ? () => actions.dayPage(list.period.date) : undefined}
                />
              )}
            </span>
          </>
        )}
      </div>
      {list && searching.isOpen && (
        <SearchField
          id="search"
          search={search}
          inputRef={searching.field}
          onSearch={actions.setSearch}
          onPrepare={actions.prepareSearch}
          onClose={searching.close}
        />
      )}
      {list && filtersOpen && panel && (
        <panel.FilterPanel
          id="filters"
          filters={filters}
          categories={filtered.categories}
          following={state.following?.some}
          onFilters={actions.setFilters}
          onClear={actions.clearFilters}
        />
      )}
      <ListKeys papers={filtered.papers} onSearch={searching.open} />
    </>
  );
}
