import type { MarksDataActions } from "./marks-data.ts";
import { text } from "../../lib/texts/text.ts";

interface MarksFileProps extends Pick<MarksDataActions, "onSaveFile" | "onReadFile"> {
  /** There is nothing to save. */
  none: boolean;
}

/** Saves marks to a file, and reads them from one. */
export function MarksFile({ none, onSaveFile, onReadFile }: MarksFileProps) {
  return (
    <>
      <button
        type="button"
        class="button"
        aria-disabled={none}
        onClick={() => {
          if (!none) onSaveFile();
        }}
      >
        {text("marksSaveFile")}
      </button>
      <label class="button">
        {text("marksReadFile")}
        <input
          class="unseen"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) onReadFile(file);
            event.currentTarget.value = ""; // so that the same file can be chosen again
          }}
        />
      </label>
    </>
  );
}
