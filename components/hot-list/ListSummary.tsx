import { hasInflatedRetweets } from "../../lib/hot-list/inflated.ts";
import type { ShownList } from "../../lib/hot-list/shown-list.ts";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import { number, shortDate } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { CountedHelp } from "./CountedHelp.tsx";

interface ListSummaryProps {
  /** Absent if no list is on show. */
  list: ShownList | undefined;
  /** Its papers that filters and search let through. */
  papers: readonly ShownPaper[];
  /** How many of the followed papers are new since the last visit. */
  fresh?: number | undefined;
}

/** How many papers, when the figures are from, and how they were counted. */
export function ListSummary({ list, papers, fresh = 0 }: ListSummaryProps) {
  return (
    <div class="summary">
      <output>
        {list && summary(list, papers.length)}
        {list && fresh > 0 && <b> · {plural("followsNew", fresh, number(fresh))}</b>}
      </output>
      {list && list.papers.length > 0 && (
        <CountedHelp
          networks={networksOf(list.papers)}
          inflated={list.papers.some(hasInflatedRetweets)}
          byHeat={list.order === "heat"}
        />
      )}
    </div>
  );
}

/** Whose figures they are: the networks', or alphaXiv's. */
export const networksOf = (papers: readonly Pick<ShownPaper, "counts">[]) =>
  new Set(papers.flatMap(({ counts }) => counts.map(({ network, by = network }) => by)));

function summary({ papers, counted, period }: ShownList, shown: number): string {
  const all = plural("popupPapers", papers.length, number(papers.length));
  const many = shown === papers.length ? all : text("listShownOf", number(shown), all);
  if (counted === undefined) return many;
  return period.span === "day"
    ? text("popupCounted", many, shortDate(counted))
    : text("listCountedThen", many);
}
