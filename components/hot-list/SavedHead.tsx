import { exportPapers } from "../../lib/export/export-paper.ts";
import { hasInflatedRetweets } from "../../lib/hot-list/inflated.ts";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { Marks } from "../../lib/marks/marks.ts";
import { number } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { ExportMenu } from "../export/ExportMenu.tsx";
import { CountedHelp } from "./CountedHelp.tsx";
import { ListKeys } from "./ListKeys.tsx";
import { networksOf } from "./ListSummary.tsx";
import { Icon } from "../parts/Icon.tsx";

interface SavedHeadProps {
  /** Absent until they have been read. */
  papers: readonly ShownPaper[] | undefined;
  /** Absent until they have been read. */
  marks: Marks | undefined;
  /** Address of the list to go back to. */
  backHash: string;
}

/** Above the saved papers: the way back, how many they are, and the way out of here. */
export function SavedHead({ papers, marks, backHash }: SavedHeadProps) {
  const title = text("savedTitle");
  return (
    <div class="list-head">
      <nav class="period-bar" aria-label={text("popupDays")}>
        <a class="square" href={backHash} aria-label={text("savedBack")} title={text("savedBack")}>
          <Icon name="previous" />
        </a>
        <h2 id="period">{title}</h2>
      </nav>
      <div class="summary">
        <output>{papers && plural("popupPapers", papers.length, number(papers.length))}</output>
        {papers && papers.length > 0 && (
          <CountedHelp networks={networksOf(papers)} inflated={papers.some(hasInflatedRetweets)} />
        )}
        {papers && papers.length > 0 && (
          <ExportMenu
            list={async () => ({ title, papers: exportPapers(papers, marks) })}
            count={papers.length}
            fileName="hot-papers-saved"
          />
        )}
      </div>
      <ListKeys papers={papers ?? []} />
    </div>
  );
}
