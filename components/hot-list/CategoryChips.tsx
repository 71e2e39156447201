import { useState } from "preact/hooks";
import { type CategoryCount, UNKNOWN_CATEGORY } from "../../lib/hot-list/filters.ts";
import { categoryName } from "../../lib/paper/category-names.ts";
import { number } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";

/** This many fill three lines; arXiv has 155. */
const SHOWN = 9;

interface CategoryChipsProps {
  categories: readonly CategoryCount[];
  chosen: readonly string[];
  onChoose: (categories: string[]) => void;
}

/** The list's categories, each with its number of papers. If some are pressed, only their papers are shown. */
export function CategoryChips({ categories, chosen, onChoose }: CategoryChipsProps) {
  const [all, setAll] = useState(false);
  const on = new Set(chosen);
  const shown = all
    ? categories
    : categories.filter(
        ({ category }, at) => at < SHOWN || on.has(category) || category === UNKNOWN_CATEGORY,
      );
  const toggle = (category: string) =>
    onChoose(on.has(category) ? chosen.filter((each) => each !== category) : [...chosen, category]);
  return (
    <fieldset class="chips">
      <legend>{text("filterCategories")}</legend>
      {shown.map(({ category, papers }) => (
        <CategoryChip
          key={category}
          category={category}
          papers={papers}
          on={on.has(category)}
          onPress={() => toggle(category)}
        />
      ))}
      {shown.length < categories.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {text("filterMoreCategories", number(categories.length - shown.length))}
        </button>
      )}
    </fieldset>
  );
}

interface CategoryChipProps extends CategoryCount {
  on: boolean;
  onPress: () => void;
}

function CategoryChip({ category, papers, on, onPress }: CategoryChipProps) {
  const unknown = category === UNKNOWN_CATEGORY;
  const shown = unknown ? text("categoryUnknown") : category;
  const name = unknown ? text("categoryUnknownName") : categoryName(category);
  const many = plural("popupPapers", papers, number(papers));
  return (
    <button
      type="button"
      class="category"
      aria-pressed={on}
      aria-label={text("filterCategory", shown, name ?? category, many)}
      title={name}
      onClick={onPress}
    >
      {shown} <span class="many">{number(papers)}</span>
    </button>
  );
}
