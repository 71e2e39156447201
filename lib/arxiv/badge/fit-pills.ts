/**
 * Pills in narrow windows. A pill takes no room in arXiv's line, so parts that do not fit beside the line have to go: first the
 * figures, then the rank, then the frame around the bars; the bars always stay. The name of the button always says everything. No layout
 * is forced: the browser reports by itself, before it paints. Pills far from the window only show bars until they come near (pill.css).
 */
import { listen } from "../trusted.ts";

/** Wider windows have room after every line of arXiv's lists, whose longest are about 600 px. */
const NARROW = "(max-width: 960px)";
/** Free space at the window's edge, in pixels. */
const EDGE = 4;
/** Width of a pill with only its bars, in pixels (pill.css). */
const BARS = 27;
/**
 * This many pills are drawn at once: more than a first screen may show, as putting off a few takes longer than drawing them. The others
 * are far: fitted when they come near, and in a wide window neither styled nor laid out before (pill.css).
 */
const FIRST = 100;
const NEAR = "100%";

/** Makes the pills of a page fit, those given now and all of them when the window changes its width. */
export function pillFitter(document: Document, signal: AbortSignal): (pills: readonly HTMLElement[]) => void {
  const window = document.defaultView;
  if (!window?.matchMedia) return () => {};

  let media: MediaQueryList | undefined;
  const isNarrow = () => (media ??= window.matchMedia(NARROW)).matches;
  const all: HTMLElement[] = [];
  let width: number | undefined;
  /** Tells when pills have been laid out, in the frame that paints them: then measuring is only reading. */
  let laidOut: ResizeObserver | undefined;
  const fit = (pills: readonly Element[]) => {
    width = window.innerWidth;
    const edge = document.documentElement.clientWidth - EDGE;
    const tooWide = pills.flatMap((pill) => {
      const { left, right } = pill.getBoundingClientRect();
      const over = right - edge;
      if (over <= 0) return [];
      if (over <= figuresOf(pill)) return [{ pill, fits: "rank" }];
      return [{ pill, fits: left + BARS <= edge ? "bars" : "edge" }];
    });
    for (const { pill, fits } of tooWide) pill.setAttribute("data-fit", fits);
  };
  const fitInFrame = (pills: readonly HTMLElement[]) => {
    laidOut ??= new ResizeObserver((entries) => {
      const targets = entries.map(({ target }) => target);
      for (const target of targets) {
        laidOut?.unobserve(target);
        show(target as HTMLElement);
      }
      if (isNarrow()) fit(targets);
    });
    for (const pill of pills) {
      pill.setAttribute("data-fit", "all");
      // Chrome counts what moves in the frame that fits it as a layout shift, even if it was never seen, but ignores what is hidden.
      pill.style.visibility = "hidden";
      laidOut.observe(pill);
    }
  };
  let near: IntersectionObserver | undefined;
  const fitNear = (pills: readonly HTMLElement[]) => {
    near ??= new IntersectionObserver(
      (entries) => {
        const found = entries.flatMap(({ isIntersecting, target }) => (isIntersecting ? [target] : []));
        for (const pill of found) near?.unobserve(pill);
        if (isNarrow()) fitInFrame(found as HTMLElement[]);
      },
      { rootMargin: NEAR },
    );
    for (const pill of pills) near.observe(pill);
  };
  /** A wide window is not measured at all. */
  const start = (pills: readonly HTMLElement[], first: number) => {
    if (!isNarrow()) return;
    fitInFrame(pills.slice(0, first));
    if (pills.length > first) fitNear(pills.slice(first));
  };

  const onResize = () => {
    if (window.innerWidth === width) return; // a phone's address bar coming and going
    near?.disconnect();
    laidOut?.disconnect();
    for (const pill of all) {
      pill.removeAttribute("data-fit");
      show(pill);
    }
    start(all, 0);
  };
  listen(window, "resize", onResize, { signal });
  signal.addEventListener("abort", () => {
    near?.disconnect();
    laidOut?.disconnect();
  });
  return (pills) => {
    const first = Math.max(FIRST - all.length, 0);
    all.push(...pills);
    for (const pill of pills.slice(first)) pill.setAttribute("data-far", "");
    start(pills, first);
  };
}

/** Shows again what measuring hides. */
function show(pill: HTMLElement): void {
  pill.style.visibility = "";
}

/** How much narrower a pill is without its figures, in pixels. */
function figuresOf(pill: Element): number {
  const shape = pill.firstElementChild;
  const [rank, figures] = shape?.children ?? [];
  return rank && figures ? figures.getBoundingClientRect().right - rank.getBoundingClientRect().right : 0;
}
