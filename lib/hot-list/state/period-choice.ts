/** Which period comes next when the reader chooses another span or another day. */
import type { Period, Span } from "../period.ts";
import type { PeriodNote } from "../resolve-target.ts";

export interface PeriodChoice {
  /** A period is on show, maybe in place of another. */
  shown: (period: Period, note?: PeriodNote) => void;
  /** The period of another span; undefined while none is on show. */
  withSpan: (span: Span) => Period | undefined;
  /** The period that has another day. */
  withDate: (date: string) => Period | undefined;
}

/** Remembers the day on show while the period has none of its own. */
export function createPeriodChoice(today: () => string): PeriodChoice {
  let now: Period | undefined;
  let day: string | undefined;

  return {
    shown(period, note) {
      now = period;
      // All time has no day. "On this day" counts only if the reader asked for another day than today: the one asked for, not the nearest.
      const { span, date } = note?.kind === "noDigest" && period.span === "onThisDay" ? note.asked : period;
      if (span !== "all" && (span !== "onThisDay" || date !== today())) day = date;
    },
    withSpan(span) {
      if (!now) return undefined;
      return { span, date: span === "onThisDay" ? today() : (day ?? now.date) };
    },
    withDate(date) {
      if (!now) return undefined;
      // All time has every day already: a reader who chooses one wants to see it.
      return { span: now.span === "all" ? "day" : now.span, date };
    },
  };
}
