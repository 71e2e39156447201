import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { exportPapers } from "../../lib/export/export-paper.ts";
import { activeFilters } from "../../lib/hot-list/filters.ts";
import type { HotListActions, HotListState } from "../../lib/reader/hot-list-state.ts";
import { number } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { windowSlug } from "../../lib/hot-list/target.ts";
import { windowName } from "../../lib/texts/window-text.ts";
import { ExportMenu } from "../export/ExportMenu.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { FilterPanel } from "./FilterPanel.tsx";
import { ListChoices } from "./ListChoices.tsx";
import { ListKeys } from "./ListKeys.tsx";
import { SearchField } from "./SearchField.tsx";

interface ListToolsProps {
  state: HotListState;
  actions: HotListActions;
}

/** What narrows and orders the list: two choices in line, search and filters behind a button each. */
export function ListTools({ state, actions }: ListToolsProps) {
  const { view, filters, filtered, search } = state;
  const active = activeFilters(filters);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [searchOpen, setSearchOpen] = useState(false);
  const [opened, setOpened] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const searchButton = useRef<HTMLButtonElement>(null);
  // Before the next key, which is for the field already.
  useLayoutEffect(() => {
    if (opened > 0) field.current?.select();
  }, [opened]); // every time it is asked for, also where it is open already

  const openSearch = () => {
    setSearchOpen(true);
    setOpened(opened + 1);
  };
  const closeSearch = () => {
    setSearchOpen(false);
    actions.setSearch("");
    searchButton.current?.focus();
  };

  return (
    <>
      <div class="list-tools">
        {view.kind === "list" && (
          <>
            <ListChoices
              list={view.list}
              onSpan={actions.setSpan}
              onOrder={actions.setOrder}
              onPrepare={actions.prepareWindows}
            />
            <span class="list-buttons">
              <IconButton
                icon="search"
                label={text("searchOpen")}
                open={searchOpen}
                controls="search"
                buttonRef={searchButton}
                onPress={searchOpen ? closeSearch : openSearch}
              />
              <IconButton
                icon="filter"
                label={active > 0 ? text("filterOpenActive", number(active)) : text("filterOpen")}
                open={filtersOpen}
                controls="filters"
                count={active}
                onPress={() => setFiltersOpen(!filtersOpen)}
              />
              {filtered.papers.length > 0 && (
                <ExportMenu
                  list={async () => ({
                    title: windowName(view.list.window),
                    papers: exportPapers(await actions.withWords(filtered.papers), state.marking?.marks),
                  })}
                  count={filtered.papers.length}
                  fileName={`hot-papers-${windowSlug(view.list.window)}`}
                />
              )}
            </span>
          </>
        )}
      </div>
      {view.kind === "list" && searchOpen && (
        <SearchField
          id="search"
          search={search}
          inputRef={field}
          onSearch={actions.setSearch}
          onPrepare={actions.prepareSearch}
          onClose={closeSearch}
        />
      )}
      {view.kind === "list" && filtersOpen && (
        <FilterPanel
          id="filters"
          filters={filters}
          categories={filtered.categories}
          onFilters={actions.setFilters}
          onClear={actions.clearFilters}
        />
      )}
      <ListKeys papers={filtered.papers} onSearch={openSearch} />
    </>
  );
}
