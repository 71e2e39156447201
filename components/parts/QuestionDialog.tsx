import type { ComponentChildren, Ref } from "preact";
import { useId } from "preact/hooks";
import "./question.css";

interface QuestionDialogProps {
  dialog: Ref<HTMLDialogElement>;
  question: string;
  consequence: string;
  no: string;
  yes: string;
  /** Of the button that goes ahead: it cannot be undone, or it is what was wanted. */
  tone: "danger" | "main";
  /** More to choose before it is answered. */
  children?: ComponentChildren;
  onNo: () => void;
  onYes: () => void;
}

/** A question with two answers, for `showModal`. The focus is on the harmless one, which comes first. */
export function QuestionDialog({
  dialog,
  question,
  consequence,
  no,
  yes,
  tone,
  children,
  onNo,
  onYes,
}: QuestionDialogProps) {
  const id = useId();
  return (
    <dialog
      ref={dialog}
      class="question"
      aria-labelledby={`${id}-question`}
      aria-describedby={`${id}-consequence`}
      onCancel={(event) => {
        event.preventDefault(); // Escape: the part that opened it closes it
        onNo();
      }}
    >
      <h3 id={`${id}-question`}>{question}</h3>
      <p id={`${id}-consequence`}>{consequence}</p>
      {children}
      <div>
        <button type="button" class="button" onClick={onNo}>
          {no}
        </button>
        <button type="button" class={`button ${tone}`} onClick={onYes}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
