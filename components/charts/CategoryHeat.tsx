import { useId } from "preact/hooks";
import type { CategoryHeat as Heat } from "../../lib/charts/category-heat.ts";
import { month as monthWords, number } from "../../lib/texts/format.ts";
import { percent } from "../../lib/texts/quantity.ts";
import { text } from "../../lib/texts/text.ts";
import { CategoryBars, type Column } from "./CategoryBars.tsx";
import { Chart } from "./Chart.tsx";
import { YearAxis } from "./YearAxis.tsx";
import "./category-heat.css";

/** A thin line stands for this share. */
const LINE = 0.25;

/** The share of each frequent category in the papers of each month: a row for each, all on one scale. */
export function CategoryHeat({ heat: { months, rows } }: { heat: Heat }) {
  const hatch = useId();
  const columns = columnsOf(months);
  const share = (papers: number, at: number) => papers / Math.max(1, months[at]?.papers ?? 0);
  const top = Math.max(LINE, ...rows.flatMap(({ papers }) => papers.map(share)));
  const nameOf = ({ category }: { category?: string }) => category ?? text("chartOthers");
  return (
    <Chart
      title={text("chartCategories")}
      how={text("chartCategoriesHow", percent(LINE))}
      columns={[text("chartColumnMonth"), text("chartColumnPapers"), ...rows.map(nameOf)]}
      rows={months
        .map(({ first, papers }, at) => [
          monthWords(first),
          number(papers),
          ...rows.map((row) => shareWords(row.papers[at] ?? 0, papers)),
        ])
        .toReversed()}
    >
      <ul class="category-heat">
        {rows.map((row) => (
          <CategoryBars
            key={nameOf(row)}
            category={row.category}
            columns={columns}
            bars={row.papers.map((papers, at) => ({
              share: share(papers, at),
              name: text(
                "chartShareOf",
                monthWords(months[at]?.first ?? ""),
                nameOf(row),
                shareWords(papers, months[at]?.papers ?? 0),
              ),
              month: months[at]?.first ?? "",
            }))}
            top={top}
            line={LINE}
            hatch={hatch}
          />
        ))}
      </ul>
      <YearAxis columns={columns} />
    </Chart>
  );
}

/** "42% (77)" */
const shareWords = (papers: number, of: number) =>
  text("chartShare", percent(papers / Math.max(1, of)), number(papers));

/** Where each month stands, with a free column where months are left out. */
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
