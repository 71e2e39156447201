import type { ComponentChildren } from "preact";
import { text } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";
import type { OwnDataActions, OwnDataModel } from "./own-data-model.ts";
import { OwnDataQuestion } from "./OwnDataQuestion.tsx";
import { OwnDataWords } from "./OwnDataWords.tsx";
import "./own-data-file.css";

interface OwnDataFileProps extends OwnDataActions {
  model: OwnDataModel;
}

/** The import of a file of own data, and its outcome in a live region that is always there. */
export function OwnDataFile({ model, onFile, onAdd, onCancel }: OwnDataFileProps) {
  return (
    <>
      <label class="button own-data-file">
        {text("ownDataBring")}
        <input
          class="unseen"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            currentTarget.value = ""; // so that the same file can be chosen again
          }}
        />
      </label>
      <div class="own-data" aria-live="polite">
        <Outcome model={model} />
      </div>
      {model.kind === "found" && (
        <OwnDataQuestion name={model.name} found={model.found} onAdd={onAdd} onCancel={onCancel} />
      )}
    </>
  );
}

function Outcome({ model }: { model: OwnDataModel }): ComponentChildren {
  switch (model.kind) {
    case "reading":
      return text("ownDataReading", model.name);
    case "adding":
      return text("ownDataAdding", model.name);
    case "added":
      return (
        <Notice tone={model.report.failures.length > 0 ? "warn" : "plain"}>
          <OwnDataWords report={model.report} />
        </Notice>
      );
    case "refused":
      return <Notice tone="warn">{refusal(model.name, model.problem)}</Notice>;
    case "failed":
      return <Notice tone="bad">{text("ownDataFailed", model.why)}</Notice>;
    default:
      return null;
  }
}

function refusal(name: string, problem: Extract<OwnDataModel, { kind: "refused" }>["problem"]): string {
  switch (problem) {
    case "binary":
    case "unreadable":
    case "newerVersion":
      return text(`marksProblem_${problem}`, name);
    default:
      return text(`ownDataProblem_${problem}`, name);
  }
}
