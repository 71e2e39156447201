import { chosenSaved } from "../../lib/hot-list/chosen-saved.ts";
import type { SavedChoice } from "../../lib/hot-list/saved-choice.ts";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import { text } from "../../lib/texts/text.ts";
import { FocusKeeper } from "./FocusKeeper.tsx";
import { PaperList } from "./PaperList.tsx";
import { Skeleton } from "./Skeleton.tsx";

interface SavedBodyProps {
  /** All of them; absent until they have been read. */
  papers: readonly ShownPaper[] | undefined;
  choice: SavedChoice;
  marking: Marking | undefined;
  optionsUrl: string;
  /** Shows all of them again. */
  onShowAll: () => void;
}

/** The saved papers on show, or how to save one. Choosing a file would close the popup, so that is on the options page. */
export function SavedBody({ papers, choice, marking, optionsUrl, onShowAll }: SavedBodyProps) {
  if (!papers) return <Skeleton />;
  const shown = chosenSaved(papers, choice, marking?.marks).papers;
  return (
    <>
      <FocusKeeper papers={shown}>
        {papers.length === 0 && <p class="empty-digest">{text("savedNone")}</p>}
        {shown.length > 0 && <PaperList papers={shown} dated marking={marking} />}
        {papers.length > 0 && shown.length === 0 && (
          <div class="empty-digest">
            <p>{text("listFilteredToNothing")}</p>
            <button type="button" class="button" onClick={onShowAll}>
              {text("listClearFilters")}
            </button>
          </div>
        )}
      </FocusKeeper>
      <p class="facts-only">
        <a href={`${optionsUrl}#marks`} target="_blank">
          {text("savedBring")}
        </a>
      </p>
    </>
  );
}
