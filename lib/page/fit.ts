/**
 * Pills in narrow windows. A pill takes no room in arXiv's line, so what does not fit beside the line has to go: first the
 * figures, then the rank; the bars always stay. The name of the button says everything all the same. Until a pill is measured,
 * which waits until it is near the window, a narrow window shows its bars only (pill.css).
 */

/** Wider windows have room behind every line of arXiv's lists, whose longest are about 600 px. */
const NARROW = "(max-width: 960px)";
/** What stays free at the window's edge, in pixels. */
const EDGE = 4;
/**
 * As many pills are measured before they are painted: more than a first screen may show, since to put off a few takes longer than to
 * draw them. The others are far: measured when they come near, and in a wide window neither styled nor laid out before (pill.css).
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
  /** At which the pills were fitted last. Asking for it is a layout. */
  let width: number | undefined;
  // Each step reads all and then writes all: one layout per step, not per pill.
  const fit = (pills: readonly HTMLElement[]) => {
    const edge = document.documentElement.clientWidth - EDGE;
    let tooWide = pills;
    for (const step of ["all", "rank", "bars"]) {
      for (const pill of tooWide) pill.dataset["fit"] = step;
      if (step === "bars") return;
      tooWide = tooWide.filter((pill) => pill.getBoundingClientRect().right > edge);
    }
  };
  let near: IntersectionObserver | undefined;
  const fitNear = (pills: readonly HTMLElement[]) => {
    near ??= new IntersectionObserver(
      (entries) => {
        const shown = entries.filter(({ isIntersecting }) => isIntersecting);
        const found = shown.map(({ target }) => target as HTMLElement);
        for (const pill of found) near?.unobserve(pill);
        if (isNarrow()) fit(found);
      },
      { rootMargin: NEAR },
    );
    for (const pill of pills) near.observe(pill);
  };
  /** A wide window is not measured at all. */
  const start = (pills: readonly HTMLElement[], first: number) => {
    if (!isNarrow()) return;
    width = window.innerWidth;
    fit(pills.slice(0, first));
    if (pills.length > first) fitNear(pills.slice(first));
  };

  const onResize = () => {
    if (window.innerWidth === width) return; // a phone's address bar coming and going
    near?.disconnect();
    for (const pill of all) delete pill.dataset["fit"];
    start(all, 0);
  };
  window.addEventListener("resize", onResize, { signal });
  signal.addEventListener("abort", () => near?.disconnect());
  return (pills) => {
    const first = Math.max(FIRST - all.length, 0);
    all.push(...pills);
    for (const pill of pills.slice(first)) pill.dataset["far"] = "";
    start(pills, first);
  };
}
