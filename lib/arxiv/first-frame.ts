/** Tells when a reader has seen a place, so that nothing new may take room there. */

/**
 * Calls back in the next frame: everything parsed by now counts as seen from then on. A frame's callbacks run before it is painted, and
 * pages in a hidden tab have no frames.
 */
export function inNextFrame(document: Document, callback: () => void): void {
  document.defaultView?.requestAnimationFrame?.(callback);
}
