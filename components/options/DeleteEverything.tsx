import { text } from "../../lib/texts/text.ts";
import { Question } from "../parts/Question.tsx";

interface DeleteEverythingProps {
  /** Nothing is there to delete. */
  empty: boolean;
  deleting: boolean;
  onDelete: () => void;
}

/** Deletes the index, in two steps. */
export function DeleteEverything({ empty, deleting, onDelete }: DeleteEverythingProps) {
  return (
    <Question
      button={text(deleting ? "optionsDeleting" : "optionsDelete")}
      idle={empty || deleting}
      question={text("optionsDeleteQuestion")}
      consequence={text("optionsDeleteConsequence")}
      no={text("optionsDeleteNo")}
      yes={text("optionsDeleteYes")}
      onYes={onDelete}
    />
  );
}
