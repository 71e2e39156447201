import { useMemo, useRef } from "preact/hooks";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import { usePrinting } from "../parts/use-printing.ts";
import { PaperSlice, slicesOf } from "./PaperSlice.tsx";

/** A month of the archive is in the page whole, so that find-in-page and people's own scripts work on it. */
const LONG = 400;

const THREE_DIGITS = 100;

interface PaperListProps {
  papers: readonly ShownPaper[];
  /** The papers are of several days: each says which digest it is from. */
  dated: boolean;
  /** Absent until marks have been read. */
  marking?: Marking | undefined;
  /** These papers are in the page now: what is known of them is wanted. */
  onDrawn?: ((papers: readonly ShownPaper[]) => void) | undefined;
}

/** Papers in their order, as many as there may be. */
export function PaperList({ papers, dated, marking, onDrawn }: PaperListProps) {
  const list = useRef<HTMLOListElement>(null);
  const printing = usePrinting();
  const slices = useMemo(() => slicesOf(papers), [papers]);
  return (
    <ol ref={list} class={(papers.at(-1)?.place ?? 0) >= THREE_DIGITS ? "hot-list many" : "hot-list"}>
      {slices.map((slice) => (
        <PaperSlice
          key={slice.number}
          list={list}
          sparing={papers.length > LONG}
          printing={printing}
          slice={slice}
          dated={dated}
          marking={marking}
          onDrawn={onDrawn}
        />
      ))}
    </ol>
  );
}
