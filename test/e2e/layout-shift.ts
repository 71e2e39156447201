import type { Page } from "puppeteer-core";

/**
 * The layout shift of a page since it was opened, as Chromium itself counts it, its last frame included. All observers are told in one
 * turn, in the order in which they began, so that the mark comes after every shift before it.
 */
export const layoutShift = (page: Page) =>
  page.evaluate(async () => {
    const frame = () =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    await frame();
    await frame();
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
    await new Promise((resolve) => {
      new PerformanceObserver(resolve).observe({ type: "mark" });
      performance.mark("all shifts so far");
    });
    return sum;
  });
