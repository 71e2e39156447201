/** What the bench puts into the head of a page: it writes down when each badge, of whatever extension, came. */
import type { Page } from "puppeteer-core";
import type { BenchPage } from "./pages.ts";

interface Seen {
  host: Element;
  /** Milliseconds since the navigation began; those that were there when the page had been parsed have the time of that. */
  at: number;
}

declare global {
  var seenBadges: Seen[];
  /** The frame that was the first to paint an entry or a badge. */
  var paintedIn: Map<Element, number>;
  var layoutShift: number;
}

/** Runs in the page, as text: it must not need anything from here. */
function watchPage(): void {
  const seen: Seen[] = [];
  globalThis.seenBadges = seen;
  const paintedIn = new Map<Element, number>();
  globalThis.paintedIn = paintedIn;
  // The time of a paint is told as that of its frame's beginning, while the frame also shows what came into the page until
  // its callbacks had run. So frames are counted, not times compared.
  let frame = 0;
  const count = () => {
    frame++;
    for (const each of document.querySelectorAll("dt, li.arxiv-result, #abs > .authors, [data-hot-paper]"))
      if (!paintedIn.has(each)) paintedIn.set(each, frame);
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const see = (hosts: Iterable<Node>) => {
    const at = performance.now();
    for (const host of hosts)
      if (host instanceof HTMLElement && host.dataset["hotPaper"] !== undefined) seen.push({ host, at });
  };
  // Not before: a record of each node that is parsed takes longer than many a badge.
  const onParsed = () => {
    see(document.querySelectorAll("[data-hot-paper]"));
    new MutationObserver((records) => see(records.flatMap(({ addedNodes }) => [...addedNodes]))).observe(
      document,
      { childList: true, subtree: true },
    );
  };
  document.addEventListener("readystatechange", onParsed, { once: true });

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
  /** When the last badge was in the page, in ms after DOMContentLoaded; below 0 if it was there when the page had been parsed. */
  last: number;
  /** Whether each badge that a reader sees without scrolling was painted together with its entry. */
  painted: boolean;
  /** When something of the page was painted for the first time, in ms after its first bytes. */
  paint: number;
  /** The browser's sum of layout shifts; 0 if it counts none. */
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
    const { seenBadges: seen, paintedIn } = globalThis;
    const inView = seen.filter(({ host }) => host.getBoundingClientRect().top < innerHeight);
    return {
      paint: (paint()?.startTime ?? NaN) - (navigation?.responseStart ?? NaN),
      last: Math.max(...seen.map(({ at }) => at)) - loaded,
      painted:
        inView.length > 0 &&
        inView.every(({ host }) => {
          const entry = host.closest("dt, li.arxiv-result") ?? host.previousElementSibling;
          return entry !== null && paintedIn.get(entry) === paintedIn.get(host);
        }),
      shift: globalThis.layoutShift,
    };
  }, badges);
}
