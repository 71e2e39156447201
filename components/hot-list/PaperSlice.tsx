import { Component } from "preact";
import type { ShownPaper } from "../../lib/hot-list/shown-list.ts";
import type { Marking } from "../../lib/reader/marking.ts";
import { PaperItem } from "./PaperItem.tsx";

interface PaperSliceProps {
  papers: readonly ShownPaper[];
  dated: boolean;
  /** Absent until marks have been read. */
  marking: Marking | undefined;
}

/** Some papers in a row: drawn again only when they are others, so that a long list costs what changes in it. */
export class PaperSlice extends Component<PaperSliceProps> {
  override shouldComponentUpdate({ papers, dated, marking }: PaperSliceProps): boolean {
    const { props } = this;
    if (dated !== props.dated || papers.length !== props.papers.length) return true;
    if (!marking !== !props.marking) return true;
    return papers.some(
      (paper, at) =>
        paper !== props.papers[at] || marking?.marks.get(paper.id) !== props.marking?.marks.get(paper.id),
    );
  }

  override render({ papers, dated, marking }: PaperSliceProps) {
    return papers.map((paper) => (
      <PaperItem key={`${paper.date} ${paper.id}`} paper={paper} dated={dated} marking={marking} />
    ));
  }
}
