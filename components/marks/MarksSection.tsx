import type { MarksData, MarksDataActions } from "./marks-data.ts";
import { text } from "../../lib/texts/text.ts";
import { Question } from "../parts/Question.tsx";
import { MarksFile } from "./MarksFile.tsx";
import { marksCount, MarksOutcomeWords } from "./MarksOutcomeWords.tsx";
import "./marks-section.css";

/** Saved and read papers as a section of the options: how many there are, and how to export, import and delete them. */
export function MarksSection({
  data: { marks, outcome },
  ...actions
}: { data: MarksData } & MarksDataActions) {
  const none = (marks?.size ?? 0) === 0;
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">{text("marksTitle")}</h2>
      <p>{text("marksText")}</p>
      <p>{marks ? marksCount(marks) : "…"}</p>
      <div class="marks-actions">
        <MarksFile none={none} onSaveFile={actions.onSaveFile} onReadFile={actions.onReadFile} />
        <Question
          button={text("marksDelete")}
          idle={none}
          question={text("marksDeleteQuestion")}
          consequence={text("marksDeleteConsequence")}
          no={text("optionsDeleteNo")}
          yes={text("marksDeleteYes")}
          onYes={actions.onDelete}
        />
      </div>
      <MarksOutcomeWords outcome={outcome} />
    </section>
  );
}
