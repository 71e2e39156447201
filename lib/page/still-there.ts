/**
 * Notices that the extension was removed or updated while its badges stand in a page. Firefox hides them by taking its style
 * sheet away; Chromium tells nobody, but a port to the worker breaks, and the next look at the tab is a second chance.
 */

export interface Extension {
  /** False once this page's script belongs to an extension that is gone. */
  isThere: () => boolean;
  /** Opens a port to the worker and calls back when it breaks, which it also does when the worker falls asleep. */
  listen?: (onBroken: () => void) => void;
}

/** Milliseconds. Chromium breaks the port first and takes the extension's id from the page a moment later. */
const BREAK_FIRST = 50;

/** Calls back once when the extension is gone. */
export function watchExtension(
  document: Document,
  { isThere, listen }: Extension,
  signal: AbortSignal,
  onGone: () => void,
): void {
  const watching = new AbortController();
  const check = () => {
    if (isThere() || watching.signal.aborted) return;
    watching.abort();
    onGone();
  };
  const either = AbortSignal.any([signal, watching.signal]);
  // The port is not opened again when it breaks for another reason: that would wake the worker for ever.
  // Opening it wakes the worker, so it waits until the page has settled.
  const window = document.defaultView;
  const connect = () => {
    if (!either.aborted) listen?.(() => setTimeout(check, BREAK_FIRST));
  };
  if (window && "requestIdleCallback" in window) window.requestIdleCallback(connect);
  else connect();
  document.addEventListener("visibilitychange", check, { signal: either });
  window?.addEventListener("pageshow", check, { signal: either });
}
