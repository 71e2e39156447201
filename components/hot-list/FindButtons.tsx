import { number } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { IconButton } from "../parts/IconButton.tsx";
import type { useSearchField } from "./use-search-field.ts";

interface FindButtonsProps {
  searching: ReturnType<typeof useSearchField>;
  /** How many filters narrow the list. */
  active: number;
  filtersOpen: boolean;
  onFilters: (open: boolean) => void;
}

/** The buttons that open the search and the filters of a list. */
export function FindButtons({ searching, active, filtersOpen, onFilters }: FindButtonsProps) {
  return (
    <>
      <IconButton
        icon="search"
        label={text("searchOpen")}
        open={searching.isOpen}
        controls="search"
        buttonRef={searching.button}
        onPress={searching.isOpen ? searching.close : searching.open}
      />
      <IconButton
        icon="filter"
        label={active > 0 ? text("filterOpenActive", number(active)) : text("filterOpen")}
        open={filtersOpen}
        controls="filters"
        count={active}
        onPress={() => onFilters(!filtersOpen)}
      />
    </>
  );
}
