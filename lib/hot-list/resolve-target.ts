/** From what somebody asked for to a window that has a digest, and what to tell them about it. */
import { nearestDay } from "./days.ts";
import { daysIn, type HotWindow } from "./hot-window.ts";
import type { WindowTarget } from "./target.ts";

/** Why the window on show is not the one that was asked for. */
export type WindowNote =
  /** No digest is in the window; the nearest one that has any is shown. */
  | { kind: "noDigest"; asked: HotWindow }
  /** What was asked for is no window; the newest day is shown. */
  | { kind: "unreadable"; asked: string };

export interface ResolvedWindow {
  window: HotWindow;
  note?: WindowNote;
}

/**
 * The window to show, or undefined where there is no digest at all.
 *
 * @param days ascending
 * @param today `YYYY-MM-DD`: "on this day" begins there
 */
export function resolveTarget(
  days: readonly string[],
  target: WindowTarget,
  today: string,
): ResolvedWindow | undefined {
  const newest = days.at(-1);
  if (newest === undefined) return undefined;
  switch (target.kind) {
    case "newest":
      return { window: { span: target.span, date: target.span === "onThisDay" ? today : newest } };
    case "unreadable":
      return { window: { span: "day", date: newest }, note: target };
    default: {
      const { window: asked } = target;
      // This day of no year has a digest: an empty list says so, and going elsewhere would be another day.
      if (asked.span === "onThisDay" || daysIn(asked, days).length > 0) return { window: asked };
      const date = nearestDay(days, asked.date) ?? newest;
      return { window: { span: asked.span, date }, note: { kind: "noDigest", asked } };
    }
  }
}
