/** What the bench puts into the head of a page: it writes down when each badge, of whatever extension, came. */
import type { Page } from "puppeteer-core";
import type { BenchPage } from "./pages.ts";

interface Seen {
  host: Element;
  /** Milliseconds since the navigation began. */
  at: number;
}

declare global {
  var seenBadges: Seen[];
  var layoutShift: number;
}

/** Runs in the page, as text: it must not need anything from here. */
function watchBadges(): void {
  const seen: Seen[] = [];
  globalThis.seenBadges = seen;
  new MutationObserver((records) => {
    const at = performance.now();
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof HTMLElement && node.dataset["hotPaper"] !== undefined)
          seen.push({ host: node, at });
  }).observe(document, { childList: true, subtree: true });

  globalThis.layoutShift = 0;
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        globalThis.layoutShift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
}

export const MEASURING: string = `(${watchBadges.toString()})()`;

/** What one opening of a page gave. */
export interface Load {
  /** When the last badge stood in the page, in ms after DOMContentLoaded; below 0 where it stood there before. */
  last: number;
  /** Whether all badges that a reader sees without scrolling were there at the first paint. */
  painted: boolean;
  /** The browser's sum of layout shifts; 0 where it counts none. */
  shift: number;
}

/** Opens a page and gives what its script saw. Throws when its badges do not come. */
export async function load(tab: Page, { path, badges }: BenchPage): Promise<Load> {
  await tab.goto(`https://arxiv.org${path}`);
  return tab.evaluate(async (expected) => {
    const paint = (): (PerformanceEntry & { paintTime?: number }) | undefined =>
      performance.getEntriesByName("first-contentful-paint")[0];
    const end = performance.now() + 10_000;
    while (globalThis.seenBadges.length < expected || !paint()) {
      if (performance.now() > end)
        throw new Error(`${location.href}: ${globalThis.seenBadges.length} of ${expected} badges came`);
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
    // A frame more, in which shifts are counted.
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, 20));
    });
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const loaded = navigation?.domContentLoadedEventStart ?? NaN;
    const first = paint();
    const firstPaint = first?.paintTime ?? first?.startTime ?? NaN;
    const inView = globalThis.seenBadges.filter(({ host }) => host.getBoundingClientRect().top < innerHeight);
    return {
      last: Math.max(...globalThis.seenBadges.map(({ at }) => at)) - loaded,
      painted: inView.length > 0 && inView.every(({ at }) => at <= firstPaint),
      shift: globalThis.layoutShift,
    };
  }, badges);
}
