/** From what somebody asked for to a day that has a digest, and what to tell them about it. */
import type { DayTarget } from "./day-target.ts";
import { nearestDay } from "./days.ts";

/** Why the day on show is not the one that was asked for. */
export type DayNote =
  /** The day has no digest; the nearest one is shown. */
  | { kind: "noDigest"; asked: string }
  /** What was asked for is no day; the newest is shown. */
  | { kind: "unreadable"; asked: string };

export interface ResolvedDay {
  date: string;
  note?: DayNote;
}

/** The day to show, or undefined where there is no digest at all. `days` are ascending. */
export function resolveTarget(days: readonly string[], target: DayTarget): ResolvedDay | undefined {
  const newest = days.at(-1);
  if (newest === undefined) return undefined;
  switch (target.kind) {
    case "newest":
      return { date: newest };
    case "unreadable":
      return { date: newest, note: target };
    default: {
      const date = nearestDay(days, target.date) ?? newest;
      return date === target.date ? { date } : { date, note: { kind: "noDigest", asked: target.date } };
    }
  }
}
