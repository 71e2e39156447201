/** Which window comes next when somebody chooses another span or another day. */
import type { HotWindow, Span } from "../hot-list/hot-window.ts";

export interface WindowChoice {
  /** A window is on show. */
  shown: (window: HotWindow) => void;
  /** The window of another span; undefined while none is on show. */
  withSpan: (span: Span) => HotWindow | undefined;
  /** The window that has another day. */
  withDate: (date: string) => HotWindow | undefined;
}

/** Remembers the day on show while a window is that has none of its own. */
export function createWindowChoice(today: () => string): WindowChoice {
  let now: HotWindow | undefined;
  let day: string | undefined;

  return {
    shown(window) {
      now = window;
      // All time has no day, and today's day of every year was not looked for by its date.
      const { span, date } = window;
      if (span !== "all" && (span !== "onThisDay" || date !== today())) day = date;
    },
    withSpan(span) {
      if (!now) return undefined;
      return { span, date: span === "onThisDay" ? today() : (day ?? now.date) };
    },
    withDate(date) {
      if (!now) return undefined;
      // All time has every day already: whoever chooses one wants to see it.
      return { span: now.span === "all" ? "day" : now.span, date };
    },
  };
}
