import { useEffect, useMemo, useState } from "preact/hooks";
import type { ShownPaper } from "../../lib/hot-list/shown-list.ts";

/** Fills more than two screens, and is drawn within a few frames. */
const SLICE = 30;

/** Known by its number: a filter changes what is in it. */
export interface Slice {
  number: number;
  papers: readonly ShownPaper[];
}

/**
 * A long list in slices: the first at once, the others one by one while the browser has nothing else to do, so that the first
 * papers stand there at once and nothing waits for the last. In the end all are in the page, for find-in-page and readers.
 */
export function useSlices(papers: readonly ShownPaper[]): readonly Slice[] {
  const slices = useMemo(
    () =>
      Array.from({ length: Math.ceil(papers.length / SLICE) }, (_, number) => ({
        number,
        papers: papers.slice(number * SLICE, (number + 1) * SLICE),
      })),
    [papers],
  );
  const [drawn, setDrawn] = useState({ slices, count: 1 });
  const count = drawn.slices === slices ? drawn.count : 1;
  useEffect(() => {
    if (count >= slices.length) return undefined;
    const next = requestIdleCallback(() => setDrawn({ slices, count: count + 1 }), { timeout: 100 });
    return () => cancelIdleCallback(next);
  }, [slices, count]);
  return slices.slice(0, count);
}
