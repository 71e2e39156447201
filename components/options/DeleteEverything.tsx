import { useState } from "preact/hooks";
import { text } from "../../lib/texts/text.ts";
import { Question } from "../parts/Question.tsx";

interface DeleteEverythingProps {
  deleting: boolean;
  /** With `all` also feeds, marks and what was chosen. */
  onDelete: (all: boolean) => void;
}

/** Deletes the index, and what else the reader wants, in two steps. */
export function DeleteEverything({ deleting, onDelete }: DeleteEverythingProps) {
  const [all, setAll] = useState(false);
  return (
    <Question
      button={text(deleting ? "optionsDeleting" : "optionsDelete")}
      idle={deleting}
      question={text("optionsDeleteQuestion")}
      consequence={text("optionsDeleteConsequence")}
      no={text("optionsDeleteNo")}
      yes={text("optionsDeleteYes")}
      onYes={() => {
        onDelete(all);
        setAll(false);
      }}
    >
      <label>
        <input
          type="checkbox"
          checked={all}
          onChange={({ currentTarget }) => setAll(currentTarget.checked)}
        />
        {text("optionsDeleteAll")}
      </label>
    </Question>
  );
}
