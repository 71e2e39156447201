import type { MarkingModel } from "../../lib/reader/marking.ts";
import { text } from "../../lib/texts/text.ts";
import "./undo-notice.css";

/** Says what the last press did to a mark, with a way back; one at a time. Stands at the end of the page, and shows only then. */
export function UndoNotice({ marking }: { marking: MarkingModel | undefined }) {
  const { last, trouble, onUndo } = marking ?? {};
  return (
    <div class="undo-notice">
      {/* Always there, so that screen readers hear what comes into it. */}
      <output>
        {trouble !== undefined && text("markTrouble", trouble)}
        {last && trouble === undefined && text(last.on ? `markDone_${last.kind}` : `markUndone_${last.kind}`)}
      </output>
      {last && trouble === undefined && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            onUndo?.();
            focusMark(last.paper.id, last.kind);
          }}
        >
          {text("markUndo")}
        </button>
      )}
    </div>
  );
}

/** The notice goes away with its button: the focus returns to the mark that was pressed, where it is on show. */
function focusMark(id: string, kind: string) {
  document
    .querySelector<HTMLElement>(`[data-hot-paper="${CSS.escape(id)}"] [data-mark="${kind}"]`)
    ?.focus({ preventScroll: true });
}
