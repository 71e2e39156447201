/** From what the reader asked for to a period that has a digest, and what to tell the reader about it. */
import { nearestDay, nearestDayOfYear } from "./days.ts";
import { daysIn, type Period, isIn } from "./period.ts";
import type { PeriodTarget } from "./target.ts";

/** Why the period on show is not the one that was asked for. */
export type PeriodNote =
  /** No digest is in the period; the nearest one that has any is shown. */
  | { kind: "noDigest"; asked: Period }
  /** What was asked for is not a period; the newest day is shown. */
  | { kind: "unreadable"; asked: string };

export interface ResolvedPeriod {
  period: Period;
  note?: PeriodNote;
}

/**
 * The period to show, or undefined if there is no digest at all.
 *
 * @param days ascending
 * @param today `YYYY-MM-DD`: "on this day" begins there
 */
export function resolveTarget(
  days: readonly string[],
  target: PeriodTarget,
  today: string,
): ResolvedPeriod | undefined {
  const newest = days.at(-1);
  if (newest === undefined) return undefined;
  switch (target.kind) {
    case "newest":
      return target.span === "onThisDay"
        ? onThisDay(days, { span: "onThisDay", date: today })
        : { period: { span: target.span, date: newest } };
    case "unreadable":
      return { period: { span: "day", date: newest }, note: target };
    default: {
      const { period: asked } = target;
      if (asked.span === "onThisDay") return onThisDay(days, asked);
      if (daysIn(asked, days).length > 0) return { period: asked };
      const date = nearestDay(days, asked.date) ?? newest;
      return { period: { span: asked.span, date }, note: { kind: "noDigest", asked } };
    }
  }
}

/** This day of every year, or the nearest day of the year that has a digest in any. */
function onThisDay(days: readonly string[], asked: Period): ResolvedPeriod {
  const date = nearestDayOfYear(days, asked.date);
  if (date === undefined || isIn(asked, date)) return { period: asked };
  return { period: { span: asked.span, date }, note: { kind: "noDigest", asked } };
}
