import type { Filtered, Filters } from "../../lib/hot-list/filters.ts";
import { activeFilters } from "../../lib/hot-list/filters.ts";
import { text } from "../../lib/texts/text.ts";
import { CategoryChips } from "./CategoryChips.tsx";
import { KeywordField } from "./KeywordField.tsx";

interface FilterPanelProps {
  id: string;
  filters: Filters;
  categories: Filtered["categories"];
  /** Whether anything is followed. */
  following?: boolean | undefined;
  onFilters: (change: Partial<Filters>) => void;
  onClear: () => void;
}

/** Which papers of the list are on show. Every change takes effect at once, and is remembered. */
export function FilterPanel({ id, filters, categories, following, onFilters, onClear }: FilterPanelProps) {
  return (
    <section id={id} class="filters" aria-label={text("filterTitle")}>
      <CategoryChips
        categories={categories}
        chosen={filters.categories}
        onChoose={(chosen) => onFilters({ categories: chosen })}
      />
      <KeywordField
        name="include"
        label={text("filterInclude")}
        hint={text("filterKeywordsHint")}
        keywords={filters.include}
        onChange={(include) => onFilters({ include })}
      />
      <KeywordField
        name="exclude"
        label={text("filterExclude")}
        hint={text("filterKeywordsHint")}
        keywords={filters.exclude}
        onChange={(exclude) => onFilters({ exclude })}
      />
      <p class="checks">
        <Check
          label={text("filterHideRead")}
          on={filters.hideRead}
          onChange={(hideRead) => onFilters({ hideRead })}
        />
        <Check
          label={text("filterNewOnly")}
          on={filters.newOnly}
          onChange={(newOnly) => onFilters({ newOnly })}
        />
        {following && (
          <Check
            label={text("filterMine")}
            on={filters.mine ?? false}
            onChange={(mine) => onFilters({ mine })}
          />
        )}
        {activeFilters(filters) > 0 && (
          <button type="button" class="plain" onClick={onClear}>
            {text("filterClear")}
          </button>
        )}
      </p>
    </section>
  );
}

interface CheckProps {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

function Check({ label, on, onChange }: CheckProps) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />{" "}
      {label}
    </label>
  );
}
