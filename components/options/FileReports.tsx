import type { FileReport } from "./import-state.ts";
import { number } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { FileReportItem } from "./FileReportItem.tsx";
import "./file-reports.css";

/** Above this many files, those that simply went well are folded. */
const SHOWN = 6;

const wentWell = ({ outcome }: FileReport) =>
  outcome.kind === "read" && outcome.report.problems.length === 0 && outcome.report.days.length > 0;

interface FileReportsProps {
  /** At least one. */
  reports: readonly FileReport[];
  /** False while more are on their way. */
  done: boolean;
}

/** The result of an import: in one sentence, then file by file, those that need a look first. */
export function FileReports({ reports, done }: FileReportsProps) {
  const fold = reports.length > SHOWN;
  const well = reports.filter(wentWell);
  const items = (some: readonly FileReport[]) => (
    <ul class="file-reports">
      {some.map((report) => (
        <FileReportItem key={report.number} report={report} />
      ))}
    </ul>
  );
  return (
    <div class="import-result">
      <output>{done && sentence(reports)}</output>
      {fold ? (
        <>
          {items(reports.filter((report) => !wentWell(report)))}
          {well.length > 0 && (
            <details>
              <summary>{plural("optionsFilesWell", well.length, number(well.length))}</summary>
              {items(well)}
            </details>
          )}
        </>
      ) : (
        items(reports)
      )}
    </div>
  );
}

/** "294 files read: 294 days stored, 3,347 papers." */
function sentence(reports: readonly FileReport[]): string {
  const read = reports.flatMap(({ outcome }) => (outcome.kind === "read" ? [outcome.report] : []));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const days = sum(read.map((report) => report.days.length));
  const papers = sum(read.map((report) => report.papers));
  return text(
    "optionsImportDone",
    plural("optionsFiles", reports.length, number(reports.length)),
    plural("optionsDays", days, number(days)),
    plural("popupPapers", papers, number(papers)),
  );
}
