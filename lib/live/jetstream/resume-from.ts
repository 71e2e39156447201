/** From when to collect, by what is there already. */
import { MICROSECONDS } from "./event.ts";
import { HOUR } from "./hour-file.ts";
import { REPLAY_HOURS } from "./hosts.ts";
import { holesIn } from "./spans.ts";
import type { Span } from "./spans.ts";

export interface Wish {
  /** Milliseconds since 1970. */
  now: number;
  /** This many hours back, if they are not there yet. */
  hours: number;
  /** A service goes on where it was: it does not read a day again for a hole in it. */
  follow: boolean;
}

/**
 * The time to listen from, in microseconds since 1970. It is where the last run ended, if the hosts still remember that; so a run that
 * comes a little late each day leaves no hole.
 */
export function resumeFrom(covered: readonly Span[], { now, hours, follow }: Wish): number {
  const present = now * MICROSECONDS;
  const from = present - hours * HOUR;
  const [, end = 0] = covered.findLast(([start]) => start < present) ?? [];
  const remembered = end >= present - REPLAY_HOURS * HOUR;
  if (remembered && (follow || end <= from)) return Math.min(end, present);
  return holesIn(covered, [from, present])[0]?.[0] ?? present;
}
