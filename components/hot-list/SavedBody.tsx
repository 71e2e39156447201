import type { ShownPaper } from "../../lib/hot-list/shown-list.ts";
import type { Marking } from "../../lib/reader/marking.ts";
import { text } from "../../lib/texts/text.ts";
import { Skeleton } from "./Skeleton.tsx";
import { PaperSlice } from "./PaperSlice.tsx";
import { useSlices } from "./use-slices.ts";

interface SavedBodyProps {
  /** Absent until they have been read. */
  papers: readonly ShownPaper[] | undefined;
  marking: Marking | undefined;
  optionsUrl: string;
}

const NONE: readonly ShownPaper[] = [];

/** The saved papers, or how to save one. A choice of files would close the popup, so that is on the options page. */
export function SavedBody({ papers, marking, optionsUrl }: SavedBodyProps) {
  const slices = useSlices(papers ?? NONE);
  if (!papers) return <Skeleton />;
  return (
    <>
      {papers.length === 0 && <p class="empty-digest">{text("savedNone")}</p>}
      {papers.length > 0 && (
        <ol class="hot-list">
          {slices.map((slice) => (
            <PaperSlice key={slice.number} papers={slice.papers} dated marking={marking} />
          ))}
        </ol>
      )}
      <p class="facts-only">
        <a href={`${optionsUrl}#marks`} target="_blank">
          {text("savedBring")}
        </a>
      </p>
    </>
  );
}
