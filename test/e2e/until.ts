/** Waiting for something that sends no event. */
import { setTimeout as pause } from "node:timers/promises";

/** Waits until a condition holds; says whether it did in time. */
export async function until(condition: () => Promise<boolean>, milliseconds = 30_000): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20))
    if (await condition()) return true;
  return condition();
}
