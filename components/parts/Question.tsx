import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { QuestionDialog } from "./QuestionDialog.tsx";

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

/** A button for what can't be undone, in two steps. The focus is on the harmless answer. */
export function Question({ button, idle, onYes, ...asked }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <button
        type="button"
        class="button danger"
        aria-disabled={idle}
        onClick={() => {
          if (!idle) dialog.current?.showModal();
        }}
      >
        {button}
      </button>
      <QuestionDialog
        {...asked}
        dialog={dialog}
        tone="danger"
        onNo={close}
        onYes={() => {
          close();
          onYes();
        }}
      />
    </>
  );
}
