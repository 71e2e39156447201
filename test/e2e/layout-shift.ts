import type { Page } from "puppeteer-core";

interface Shift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/**
 * What has moved in a page since it was opened, as Chromium itself counts it, its last frame included: how much, and what from where to where.
 * All observers are told in one turn, in the order in which they began, so that the mark comes after every shift before it.
 */
export const layoutShifts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const frame = () =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    await frame();
    await frame();
    const shifts: Shift[] = [];
    new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[]))).observe({
      type: "layout-shift",
      buffered: true,
    });
    await new Promise((resolve) => {
      new PerformanceObserver(resolve).observe({ type: "mark" });
      performance.mark("all shifts so far");
    });
    const place = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}x${height}`;
    // The node is not told if it is in a shadow root: then it is one of ours.
    const whatMoved = ({ node, previousRect, currentRect }: Shift["sources"][number]) =>
      `${node?.nodeName ?? "ours"} "${node?.textContent?.trim().slice(0, 40) ?? ""}" ${place(previousRect)} to ${place(currentRect)}`;
    return shifts
      .filter(({ value }) => value > 0)
      .map(
        ({ value, startTime, sources }) =>
          `${value} after ${startTime} ms: ${sources.map(whatMoved).join("; ")}`,
      );
  });
