/**
 * Pills in narrow windows. A pill takes no room in arXiv's line, so what does not fit beside the line has to go: first the
 * figures, then the rank; the bars always stay. The name of the button says everything all the same.
 */

/** Wider windows have room behind every line of arXiv's lists, whose longest are about 600 px. */
const NARROW = "(max-width: 960px)";
/** What stays free at the window's edge, in pixels. */
const EDGE = 4;

/** Makes the pills of a page fit, those given now and all of them when the window changes its width. */
export function pillFitter(document: Document, signal: AbortSignal): (pills: readonly HTMLElement[]) => void {
  const window = document.defaultView;
  const narrow = window?.matchMedia?.(NARROW);
  if (!window || !narrow) return () => {};

  const all: HTMLElement[] = [];
  // Each step reads all and then writes all: one layout per step, not per pill. A wide window is not measured at all.
  const fit = (pills: readonly HTMLElement[]) => {
    if (!narrow.matches) return;
    const edge = document.documentElement.clientWidth - EDGE;
    let tooWide = pills;
    for (const step of ["rank", "bars"]) {
      tooWide = tooWide.filter((pill) => pill.getBoundingClientRect().right > edge);
      for (const pill of tooWide) pill.dataset["fit"] = step;
    }
  };

  let width = window.innerWidth;
  const onResize = () => {
    if (window.innerWidth === width) return; // a phone's address bar coming and going
    width = window.innerWidth;
    for (const pill of all) delete pill.dataset["fit"];
    fit(all);
  };
  window.addEventListener("resize", onResize, { signal });
  return (pills) => {
    all.push(...pills);
    fit(pills);
  };
}
