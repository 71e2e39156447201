/**
 * Makes our elements dark on a page whose own background is dark. A page's `data-theme` takes precedence, and needs none of this
 * (arxiv-hosts.css). No layout is forced: a background is read when the browser has laid out the page by itself, before it paints.
 */
import { CONTROL } from "../list-tools/control.ts";
import { listen } from "../trusted.ts";
import { HOST } from "./badge-host.ts";

/**
 * Gives a function to call when badges have been mounted. It costs nothing before its first call: most pages have no badge. From then on
 * the badges follow what the page or the system changes, until the signal ends it.
 */
export function backgroundFollower(document: Document, signal: AbortSignal): () => void {
  const window = document.defaultView;
  const root = document.documentElement;
  let laidOut: ResizeObserver | undefined;
  let isDark = false;
  const readInFrame = () => laidOut?.observe(root);
  const begin = () => {
    if (!window?.matchMedia) return;
    laidOut = new ResizeObserver(() => {
      laidOut?.disconnect();
      const wasDark = isDark;
      isDark = isOnDark(document.querySelector(HOST));
      if (!isDark && !wasDark) return;
      for (const host of document.querySelectorAll(`${HOST}, ${CONTROL}`))
        host.toggleAttribute("data-dark", isDark);
    });
    const changes = new MutationObserver(readInFrame);
    changes.observe(root, { attributes: true });
    listen(window.matchMedia("(prefers-color-scheme:dark)"), "change", readInFrame, { signal });
    signal.addEventListener("abort", () => changes.disconnect());
  };
  return () => {
    if (!laidOut) begin();
    readInFrame();
  };
}

/**
 * Whether the nearest opaque background under an element is dark, judged by its green, which contributes most to a colour's lightness. A
 * background that a browser does not write as `rgb()` does not count.
 */
function isOnDark(element: Element | null): boolean {
  if (!element) return false;
  const green = /^rgb\(\d+, (\d+)/u.exec(getComputedStyle(element).backgroundColor)?.[1];
  return green ? Number(green) < 128 : isOnDark(element.parentElement);
}
