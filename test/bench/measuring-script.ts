/**
 * What the bench puts into the head of a page: it writes down when each badge, of whatever extension, came. It only keeps what the
 * browser tells while the page is on its way, and looks into that when all is over: what it did meanwhile would be measured too.
 */
import type { Page } from "puppeteer-core";
import type { BenchPage } from "./pages.ts";

/** What came into the page between two looks of the browser's. */
interface Lot {
  records: MutationRecord[];
  /** Milliseconds since the navigation began. */
  at: number;
  /** How many frames had begun before: it is painted with the next one. */
  frame: number;
}

declare global {
  var lots: Lot[];
  var layoutShift: number;
}

/** Runs in the page, as text: it must not need anything from here. */
function watchPage(): void {
  const lots: Lot[] = [];
  globalThis.lots = lots;
  // The time of a paint is told as that of its frame's beginning, while the frame also shows what came into the page until
  // its callbacks had run. So frames are counted, not times compared.
  let frame = 0;
  const count = () => {
    frame++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  new MutationObserver((records) => lots.push({ records, at: performance.now(), frame })).observe(document, {
    childList: true,
    subtree: true,
  });

  globalThis.layoutShift = 0;
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        globalThis.layoutShift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
}

export const MEASURING: string = `(${watchPage.toString()})()`;

/** What one opening of a page gave. */
export interface Load {
  /** When the last badge stood in the page, in ms after DOMContentLoaded; below 0 where it stood there before. */
  last: number;
  /** Whether each badge that a reader sees without scrolling was painted together with its entry. */
  painted: boolean;
  /** The browser's sum of layout shifts; 0 where it counts none. */
  shift: number;
}

/** Opens a page and gives what its script saw. Throws when its badges do not come. */
export async function load(tab: Page, { path, badges }: BenchPage): Promise<Load> {
  await tab.goto(`https://arxiv.org${path}`);
  return tab.evaluate(async (expected) => {
    const paint = () => performance.getEntriesByName("first-contentful-paint")[0];
    const count = () => document.querySelectorAll("[data-hot-paper]").length;
    const end = performance.now() + 10_000;
    while (count() < expected || !paint()) {
      if (performance.now() > end) throw new Error(`${location.href}: ${count()} of ${expected} badges came`);
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
    // A frame more, in which shifts are counted.
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, 20));
    });
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const loaded = navigation?.domContentLoadedEventStart ?? NaN;
    const seen: { host: Element; at: number; frame: number }[] = [];
    const entryFrames = new Map<Element, number>();
    for (const { records, at, frame } of globalThis.lots)
      for (const { addedNodes } of records)
        for (const node of addedNodes) {
          if (!(node instanceof HTMLElement)) continue;
          if (node.dataset["hotPaper"] !== undefined) seen.push({ host: node, at, frame });
          else if (node.matches("dt, .authors")) entryFrames.set(node, frame);
        }
    const inView = seen.filter(({ host }) => host.getBoundingClientRect().top < innerHeight);
    return {
      last: Math.max(...seen.map(({ at }) => at)) - loaded,
      painted:
        inView.length > 0 &&
        inView.every(({ host, frame }) => {
          const entry = host.closest("dt") ?? host.previousElementSibling;
          return entry !== null && entryFrames.get(entry) === frame;
        }),
      shift: globalThis.layoutShift,
    };
  }, badges);
}
