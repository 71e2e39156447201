/** What the bench puts into the head of a page: it writes down when each badge, of whatever extension, came. */
import type { Page } from "puppeteer-core";
import type { BenchPage } from "./pages.ts";

interface Seen {
  host: Element;
  /** Milliseconds since the navigation began. */
  at: number;
  /** How many frames had begun before: it is painted with the next one. */
  frame: number;
}

declare global {
  var seenBadges: Seen[];
  /** For each entry of arXiv's, how many frames had begun before it came. */
  var entryFrames: WeakMap<Element, number>;
  var layoutShift: number;
}

/** Runs in the page, as text: it must not need anything from here. */
function watchBadges(): void {
  const seen: Seen[] = [];
  globalThis.seenBadges = seen;
  const entries = new WeakMap<Element, number>();
  globalThis.entryFrames = entries;
  // The time of a paint is told as that of its frame's beginning, while the frame also shows what came into the page until
  // its callbacks had run. So frames are counted, not times compared.
  let frame = 0;
  const count = () => {
    frame++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  new MutationObserver((records) => {
    const at = performance.now();
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        if (node.dataset["hotPaper"] !== undefined) seen.push({ host: node, at, frame });
        else if (node.matches("dt, .authors")) entries.set(node, frame);
      }
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
    const inView = globalThis.seenBadges.filter(({ host }) => host.getBoundingClientRect().top < innerHeight);
    return {
      last: Math.max(...globalThis.seenBadges.map(({ at }) => at)) - loaded,
      painted:
        inView.length > 0 &&
        inView.every(({ host, frame }) => {
          const entry = host.closest("dt") ?? host.previousElementSibling;
          return entry !== null && globalThis.entryFrames.get(entry) === frame;
        }),
      shift: globalThis.layoutShift,
    };
  }, badges);
}
