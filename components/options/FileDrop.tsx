import { useState } from "preact/hooks";
import { text } from "../../lib/texts/text.ts";
import { Icon } from "../parts/Icon.tsx";
import "./file-drop.css";

/** Where files come in: chosen in the system's dialog, or dropped. */
export function FileDrop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  return (
    <div
      class={over ? "file-drop over" : "file-drop"}
      onDragOver={(event) => {
        event.preventDefault(); // otherwise the browser would open the file
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label class="button">
        <Icon name="file" />
        {text("optionsChooseFiles")}
        <input
          class="unseen"
          type="file"
          multiple
          accept=".md,.markdown,.json,.jsonl,.ndjson,.txt"
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = ""; // so that the same file can be chosen again
          }}
        />
      </label>
      <p>{text("optionsDropFiles")}</p>
    </div>
  );
}
