import { useState } from "preact/hooks";
import { exportPapers } from "../../lib/export/export-paper.ts";
import { hasInflatedRetweets } from "../../lib/hot-list/inflated.ts";
import { chosenSaved } from "../../lib/hot-list/chosen-saved.ts";
import { SAVED_ORDERS, type SavedChoice } from "../../lib/hot-list/saved-choice.ts";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import { number } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { ExportMenu } from "../export/ExportMenu.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Icon } from "../parts/Icon.tsx";
import { CategoryChips } from "./CategoryChips.tsx";
import { CountedHelp } from "./CountedHelp.tsx";
import { FindButtons } from "./FindButtons.tsx";
import { ListKeys } from "./ListKeys.tsx";
import { networksOf } from "./ListSummary.tsx";
import { SearchField } from "./SearchField.tsx";
import { useSearchField } from "./use-search-field.ts";

interface SavedHeadProps {
  /** All of them; absent until they have been read. */
  papers: readonly ShownPaper[] | undefined;
  choice: SavedChoice;
  /** Absent until marks have been read. */
  marking: Marking | undefined;
  /** Address of the list to go back to. */
  backHash: string;
  onChoose: (change: Partial<SavedChoice>) => void;
}

const ORDERS = { saved: "savedOrderSaved", published: "savedOrderPublished", heat: "orderHeat" } as const;

/** Above the saved papers: the way back, which are on show, in which order, how many, and their export. */
export function SavedHead({ papers, choice, marking, backHash, onChoose }: SavedHeadProps) {
  const title = text("savedTitle");
  const [filtersOpen, setFiltersOpen] = useState(false);
  const searching = useSearchField(choice.text, () => onChoose({ text: "" }));
  const shown = papers && chosenSaved(papers, choice, marking?.marks);
  const active = choice.categories.length > 0 ? 1 : 0;
  const some = papers !== undefined && papers.length > 0;
  return (
    <div class="list-head">
      <nav class="period-bar" aria-label={text("popupDays")}>
        <a class="square" href={backHash} aria-label={text("savedBack")} title={text("savedBack")}>
          <Icon name="previous" />
        </a>
        <h2 id="period">{title}</h2>
      </nav>
      {shown && some && (
        <>
          <div class="list-tools">
            <Choice
              label={text("orderLabel")}
              value={choice.order}
              options={SAVED_ORDERS.map((order) => ({ value: order, words: text(ORDERS[order]) }))}
              onChoose={(order) => onChoose({ order })}
            />
            <span class="list-buttons">
              <FindButtons
                searching={searching}
                active={active}
                filtersOpen={filtersOpen}
                onFilters={setFiltersOpen}
              />
              {shown.papers.length > 0 && (
                <ExportMenu
                  list={async () => ({ title, papers: exportPapers(shown.papers, marking?.marks) })}
                  count={shown.papers.length}
                  fileName="hot-papers-saved"
                />
              )}
            </span>
          </div>
          {searching.isOpen && (
            <SearchField
              id="search"
              label={text("savedSearch")}
              search={{ text: choice.text, state: "ready" }}
              inputRef={searching.field}
              onSearch={(typed) => onChoose({ text: typed })}
              onClose={searching.close}
            />
          )}
          {filtersOpen && (
            <section id="filters" class="filters" aria-label={text("filterTitle")}>
              <CategoryChips
                categories={shown.categories}
                chosen={choice.categories}
                onChoose={(categories) => onChoose({ categories })}
              />
            </section>
          )}
        </>
      )}
      <div class="summary">
        <output>{papers && shown && summary(papers, shown.papers)}</output>
        {some && <CountedHelp networks={networksOf(papers)} inflated={papers.some(hasInflatedRetweets)} />}
        {shown && marking && <RemoveRead papers={shown.papers} marking={marking} />}
      </div>
      <ListKeys papers={shown?.papers ?? []} {...(some && { onSearch: searching.open })} />
    </div>
  );
}

function summary(papers: readonly ShownPaper[], shown: readonly ShownPaper[]): string {
  const all = plural("popupPapers", papers.length, number(papers.length));
  return shown.length === papers.length ? all : text("listShownOf", number(shown.length), all);
}

/** Removes the read papers that are on show from the saved ones. The notice that follows can undo it. */
function RemoveRead({ papers, marking }: { papers: readonly ShownPaper[]; marking: Marking }) {
  const read = papers.filter(({ id }) => marking.marks.get(id)?.read !== undefined);
  if (read.length === 0) return null;
  return (
    <button
      type="button"
      class="plain"
      onClick={() => marking.onUnsave(read.flatMap(({ id }) => marking.marks.get(id)?.paper ?? []))}
    >
      {text("savedRemoveRead", number(read.length))}
    </button>
  );
}
