import type { ImportState } from "./import-state.ts";
import { number } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { Progress } from "../parts/Progress.tsx";
import { FileDrop } from "./FileDrop.tsx";
import { FileReports } from "./FileReports.tsx";

interface ImportSectionProps {
  imports: ImportState;
  onFiles: (files: readonly File[]) => void;
}

/** Importing digest files: where to put them, the progress, the outcome of each. */
export function ImportSection({ imports, onFiles }: ImportSectionProps) {
  return (
    <section aria-labelledby="import">
      <h2 id="import">{text("optionsImport")}</h2>
      <p>{text("optionsImportText")}</p>
      <FileDrop onFiles={onFiles} />
      {imports.kind === "running" && (
        <div class="import-progress">
          <Progress value={imports.reports.length / imports.of} label={text("optionsImportProgress")} />
          <p>
            {text(
              "optionsImporting",
              number(imports.reports.length + 1),
              number(imports.of),
              imports.current,
            )}
          </p>
        </div>
      )}
      {imports.kind !== "idle" && imports.reports.length > 0 && (
        <FileReports reports={imports.reports} done={imports.kind === "done"} />
      )}
    </section>
  );
}
