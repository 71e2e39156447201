/** Waiting for something that sends no event. */
import { setTimeout as pause } from "node:timers/promises";

/** How long anything is waited for that must come, in ms: a machine that runs three browsers at once is slow, and that is not a failure. */
export const PATIENCE = 120_000;

/** Waits until a condition holds; says whether it did in time. */
export async function until(condition: () => Promise<boolean>, milliseconds = PATIENCE): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20))
    if (await condition()) return true;
  return condition();
}
