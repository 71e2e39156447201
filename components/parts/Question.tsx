import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./question.css";

interface QuestionProps {
  /** Words of the button that asks. */
  button: string;
  /** It can't be pressed now. */
  idle: boolean;
  question: string;
  consequence: string;
  no: string;
  yes: string;
  /** More to choose before it is answered. */
  children?: ComponentChildren;
  onYes: () => void;
}

/** A button for what can't be undone, in two steps. The question has the focus on its harmless answer. */
export function Question({ button, idle, question, consequence, no, yes, children, onYes }: QuestionProps) {
  const id = useId();
  const dialog = () => document.getElementById(id) as HTMLDialogElement;
  return (
    <>
      <button
        type="button"
        class="button danger"
        aria-disabled={idle}
        onClick={() => {
          if (!idle) dialog().showModal();
        }}
      >
        {button}
      </button>
      <dialog
        id={id}
        class="question"
        aria-labelledby={`${id}-question`}
        aria-describedby={`${id}-consequence`}
      >
        <h3 id={`${id}-question`}>{question}</h3>
        <p id={`${id}-consequence`}>{consequence}</p>
        {children}
        <div>
          <button type="button" class="button" onClick={() => dialog().close()}>
            {no}
          </button>
          <button
            type="button"
            class="button danger"
            onClick={() => {
              dialog().close();
              onYes();
            }}
          >
            {yes}
          </button>
        </div>
      </dialog>
    </>
  );
}
