/** Long reading in slices: the background answers one thing at a time, and badges, marks and removals must not wait for a stranger's file. */

/** This many ms of reading in one piece; then other work has its turn. */
const SLICE = 25;

/** Gives what to wait for between two pieces of work: at once, or a turn later if the slice is over. */
export function createSlices(now: () => number = () => performance.now()): () => Promise<void> {
  let begun = now();
  return async () => {
    if (now() - begun < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
    begun = now();
  };
}
