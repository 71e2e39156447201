import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import { text } from "../../lib/texts/text.ts";
import { FocusKeeper } from "./FocusKeeper.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { PaperList } from "./PaperList.tsx";

interface SavedBodyProps {
  /** Absent until they have been read. */
  papers: readonly ShownPaper[] | undefined;
  marking: Marking | undefined;
  optionsUrl: string;
}

/** The saved papers, or how to save one. A choice of files would close the popup, so that is on the options page. */
export function SavedBody({ papers, marking, optionsUrl }: SavedBodyProps) {
  if (!papers) return <Skeleton />;
  return (
    <>
      <FocusKeeper papers={papers}>
        {papers.length === 0 && <p class="empty-digest">{text("savedNone")}</p>}
        {papers.length > 0 && <PaperList papers={papers} dated marking={marking} />}
      </FocusKeeper>
      <p class="facts-only">
        <a href={`${optionsUrl}#marks`} target="_blank">
          {text("savedBring")}
        </a>
      </p>
    </>
  );
}
