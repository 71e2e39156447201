/** One copy of the page script at a time: the newest takes over, and undoes what the one before it did. */

/**
 * Sent when a copy of this script starts, for one that an update or a removal has cut off and that may be in another world. Any script of
 * the page can send it too, so it is only a hint to check whether that is so.
 */
const STARTED = "hot-papers-started";

/** Where a copy of this script finds one that runs in the same world, as when a tab is filled by the page and by the worker. */
const world = globalThis as { hotPapersRunning?: AbortController };

/**
 * Ends the copy that runs.
 *
 * @returns ends this copy as soon as another takes over
 */
export function takeOver(document: Document, isThere: () => boolean): AbortSignal {
  const replaced = new AbortController();
  world.hotPapersRunning?.abort();
  world.hotPapersRunning = replaced;
  document.dispatchEvent(new Event(STARTED));
  document.addEventListener(STARTED, () => isThere() || replaced.abort());
  return replaced.signal;
}
