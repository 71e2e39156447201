/**
 * Notices that the extension was removed while its badges are in a page. Firefox hides them by taking its style sheet away;
 * Chromium does nothing, so the next look at the page notices it. A port to the worker would tell it at once, but opening one wakes the
 * worker for every page.
 */
import { listen } from "./trusted.ts";

/** False once this page's script belongs to an extension that is gone. */
export type IsThere = () => boolean;

/** Calls back once when the extension is gone. */
export function watchExtension(
  document: Document,
  isThere: IsThere,
  signal: AbortSignal,
  onGone: () => void,
): void {
  const watching = new AbortController();
  const check = () => {
    if (isThere()) return;
    watching.abort();
    onGone();
  };
  const either = AbortSignal.any([signal, watching.signal]);
  listen(document, "visibilitychange", check, { signal: either });
  const window = document.defaultView;
  if (window)
    for (const look of ["pageshow", "focus"] as const) listen(window, look, check, { signal: either });
}
