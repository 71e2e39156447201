/**
 * Waits until everything that was ready to run has run: promises, and timers of 0 ms with those that they set in turn. It takes as long
 * as that takes, on a busy machine too.
 */
export async function settled(turns = 4): Promise<void> {
  for (let turn = 0; turn < turns; turn++)
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
}
