import { useId } from "preact/hooks";
import type { CategoryHeat as Heat, CategoryPart } from "../../lib/hot-list/charts/category-heat.ts";
import { month as monthWords, number } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { CategoryBars, type Column } from "./CategoryBars.tsx";
import { Chart } from "./Chart.tsx";
import { YearAxis } from "./YearAxis.tsx";
import "./category-heat.css";

/** The heat of each of the hottest categories in each month: a row for each, all on one scale. */
export function CategoryHeat({ heat: { months, rows, unknown } }: { heat: Heat }) {
  const hatch = useId();
  const columns = columnsOf(months);
  const top = Math.max(0, ...rows.flatMap(({ parts }) => parts.map(({ heat }) => heat))) || 1;
  const line = roundBelow(top);
  const nameOf = ({ category }: { category?: string }) => category ?? text("chartOthers");
  return (
    <Chart
      title={text("chartCategories")}
      how={text("chartCategoriesHow", number(line))}
      leftOut={unknown > 0 ? plural("chartUnknownCategories", unknown, number(unknown)) : undefined}
      columns={[
        text("chartColumnMonth"),
        text("chartColumnPapers"),
        text("chartColumnHeat"),
        ...rows.map(nameOf),
      ]}
      rows={months
        .map((month, at) => [
          monthWords(month.first),
          number(month.papers),
          heatWords(month),
          ...rows.map(({ parts }) => partWords(parts[at])),
        ])
        .toReversed()}
    >
      <ul class="category-heat">
        {rows.map((row) => (
          <CategoryBars
            key={nameOf(row)}
            category={row.category}
            columns={columns}
            bars={row.parts.map((part, at) => {
              const month = months[at]?.first ?? "";
              return { ...part, month, name: barName([monthWords(month), nameOf(row)], part) };
            })}
            top={top}
            line={line}
            hatch={hatch}
          />
        ))}
      </ul>
      <YearAxis columns={columns} />
    </Chart>
  );
}

/** The largest of 1, 2, 5, 10 and so on that is not above this. */
function roundBelow(top: number): number {
  const ten = 10 ** Math.floor(Math.log10(top));
  return ten * (top >= 5 * ten ? 5 : top >= 2 * ten ? 2 : 1);
}

/** "12.3"; unknown heat is not zero. */
const heatWords = ({ papers, heat }: CategoryPart) =>
  papers > 0 && heat === 0 ? text("chartUnknown") : number(Math.round(heat * 10) / 10);

const papersWords = ({ papers }: CategoryPart) => plural("popupPapers", papers, number(papers));

/** "12.3 (77 papers)" */
const partWords = (part: CategoryPart = { papers: 0, heat: 0 }) =>
  text("chartHeatOf", heatWords(part), papersWords(part));

/** "August 2021, cs.LG: 77 papers, heat 12.3" */
function barName(of: readonly string[], part: CategoryPart): string {
  const name = of.join(text("listSeparator"));
  return part.heat > 0
    ? text("chartDay", name, papersWords(part), heatWords(part))
    : text("chartDayQuiet", name, papersWords(part));
}

/** A column for each month, and an empty one for months that are left out. */
function columnsOf(months: Heat["months"]): Column[] {
  let place = -1;
  const places = months.map(({ afterGap }) => (place += afterGap ? 2 : 1));
  return months.map(({ first, afterGap }, at) => ({
    first,
    afterGap,
    left: (100 * (places[at] ?? 0)) / (place + 1),
    width: 100 / (place + 1),
  }));
}
