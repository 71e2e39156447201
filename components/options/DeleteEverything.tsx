import { useId } from "preact/hooks";
import { text } from "../../lib/texts/text.ts";

interface DeleteEverythingProps {
  /** Nothing is there to delete. */
  empty: boolean;
  deleting: boolean;
  onDelete: () => void;
}

/** Deletes the index, in two steps. The question has the focus on its harmless answer. */
export function DeleteEverything({ empty, deleting, onDelete }: DeleteEverythingProps) {
  const id = useId();
  const idle = empty || deleting;
  const question = () => document.getElementById(id) as HTMLDialogElement;
  return (
    <>
      <button
        type="button"
        class="button danger"
        aria-disabled={idle}
        onClick={() => {
          if (!idle) question().showModal();
        }}
      >
        {text(deleting ? "optionsDeleting" : "optionsDelete")}
      </button>
      <dialog
        id={id}
        class="question"
        aria-labelledby={`${id}-question`}
        aria-describedby={`${id}-consequence`}
      >
        <h3 id={`${id}-question`}>{text("optionsDeleteQuestion")}</h3>
        <p id={`${id}-consequence`}>{text("optionsDeleteConsequence")}</p>
        <div>
          <button type="button" class="button" onClick={() => question().close()}>
            {text("optionsDeleteNo")}
          </button>
          <button
            type="button"
            class="button danger"
            onClick={() => {
              question().close();
              onDelete();
            }}
          >
            {text("optionsDeleteYes")}
          </button>
        </div>
      </dialog>
    </>
  );
}
