import type { LastChange, MarkingModel } from "../../lib/marks/marking.ts";
import { number } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { focusWhenThere, holderOf, itemOf, TITLE } from "../hot-list/focus-paper.ts";
import "./undo-notice.css";

/** Says what the last press did to a mark, with a way back; one at a time. At the end of the page, and shown only then. */
export function UndoNotice({ marking }: { marking: MarkingModel | undefined }) {
  const { last, trouble, onUndo } = marking ?? {};
  return (
    <div class="undo-notice">
      {/* Always there, so that screen readers hear what comes into it. */}
      <output>
        {trouble !== undefined && text("markTrouble", trouble)}
        {last && trouble === undefined && (
          <>
            {lastWords(last)}
            <span class="unseen"> {text("markUndoKey")}</span>
          </>
        )}
      </output>
      {last && trouble === undefined && (
        <button
          type="button"
          class="plain"
          data-undo
          aria-keyshortcuts="u"
          onClick={({ currentTarget }) => {
            const { id } = last.paper;
            const pressed = document.activeElement === currentTarget;
            onUndo?.();
            // The notice goes away with its button: the focus returns to the mark that was pressed. After the key it stays with
            // the paper, or follows it back into the list.
            if (pressed) focusWhenThere(`${holderOf(id)} [data-mark="${last.kind}"]`);
            else if (!document.activeElement?.closest(holderOf(id))) focusWhenThere(`${itemOf(id)} ${TITLE}`);
          }}
        >
          {text("markUndo")} <kbd aria-hidden="true">u</kbd>
        </button>
      )}
    </div>
  );
}

function lastWords({ kind, on, note, papers }: LastChange): string {
  if (note !== undefined) return text(note === "" ? "noteRemoved" : "noteKept");
  if (papers > 1) return plural("savedRemoved", papers, number(papers));
  return text(on ? `markDone_${kind}` : `markUndone_${kind}`);
}
