import type { ImportReport } from "../../lib/messages/messages.ts";
import type { FileReport } from "./import-state.ts";
import { date as dayWords, number } from "../../lib/texts/format.ts";
import { fileSize } from "../../lib/texts/quantity.ts";
import { plural, text } from "../../lib/texts/text.ts";

/** This many days are named; a file with more has a whole archive in it. */
const NAMED_DAYS = 3;

/** The result of one file. */
export function FileReportItem({ report: { name, outcome } }: { report: FileReport }) {
  return (
    <li>
      <b>{name}</b>
      {outcome.kind === "read" && <ReadFile report={outcome.report} />}
      {outcome.kind === "refused" && (
        <p class="bad">
          {outcome.reason === "tooLarge"
            ? text("optionsFile_tooLarge", fileSize(outcome.limit))
            : text(`optionsFile_${outcome.reason}`)}
        </p>
      )}
      {outcome.kind === "failed" && <p class="bad">{text("optionsFileFailed", outcome.error)}</p>}
    </li>
  );
}

function ReadFile({ report: { days, papers, older, problems } }: { report: ImportReport }) {
  const nothing = days.length === 0 && older.length === 0;
  return (
    <>
      {days.length > 0 && (
        <p class="ok">
          {text("optionsFileStored", namedDays(days), plural("popupPapers", papers, number(papers)))}
        </p>
      )}
      {older.length > 0 && <p>{text("optionsFileOlder", namedDays(older))}</p>}
      {nothing && <p class="bad">{text("optionsFileNothing")}</p>}
      {problems.length > 0 && (
        <ul class="problems">
          {[...new Set(problems)].map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function namedDays(days: readonly string[]): string {
  return days.length > NAMED_DAYS
    ? plural("optionsDays", days.length, number(days.length))
    : days.map((day) => dayWords(day)).join(text("listSeparator"));
}
