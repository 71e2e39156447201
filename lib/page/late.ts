/** Tells whether a reader has seen a place already, so that nothing new may take room there. */

/**
 * Starts the clock for a place that has just been parsed: from the next frame on it counts as seen. A frame's callbacks run
 * before it is painted, and pages in a hidden tab have no frames.
 *
 * @returns tells whether the place has been seen
 */
export function watchFirstSight(document: Document): () => boolean {
  let seen = false;
  document.defaultView?.requestAnimationFrame?.(() => {
    seen = true;
  });
  return () => seen;
}
