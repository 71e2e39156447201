import { useState } from "preact/hooks";
import { text } from "../../lib/texts/text.ts";
import "./report.css";

interface ReportSectionProps {
  makeReport: () => Promise<string>;
  copy: (report: string) => Promise<void>;
}

/** "Report a problem": a text to copy, on show before it is sent anywhere. */
export function ReportSection({ makeReport, copy }: ReportSectionProps) {
  const [report, setReport] = useState<string>();
  const [said, setSaid] = useState("");
  async function press() {
    const made = await makeReport();
    setReport(made);
    try {
      await copy(made);
      setSaid(text("optionsReportCopied"));
    } catch {
      setSaid(text("optionsReportNotCopied"));
    }
  }
  return (
    <section class="report" aria-labelledby="report">
      <h2 id="report">{text("optionsReport")}</h2>
      <p>{text("optionsReportText")}</p>
      <p class="report-actions">
        <button type="button" class="button" onClick={() => void press()}>
          {text("optionsReportCopy")}
        </button>
        <output>{said}</output>
      </p>
      {report !== undefined && (
        <textarea readOnly rows={12} aria-label={text("optionsReport")} lang="en" value={report} />
      )}
    </section>
  );
}
