/** The reader's own day: at which hour of the machine's clock it begins, and what day it is then. Hours are 0 to 23. */
import { dateOf } from "./calendar-date.ts";

/** The day (`YYYY-MM-DD`) of an instant: before the hour it is still the day before. Without an hour it begins at midnight UTC. */
export function readersDay(now: number, hour: number | undefined): string {
  return hour === undefined ? dateOf(now) : localDate(changeBefore(now, hour));
}

/** The last instant, up to now, at which the clock showed this full hour. */
export function changeBefore(now: number, hour: number): number {
  const change = atHour(now, hour, 0);
  return change <= now ? change : atHour(now, hour, -1);
}

/** The next instant after now at which the clock shows it. */
export function changeAfter(now: number, hour: number): number {
  const change = atHour(now, hour, 0);
  return change > now ? change : atHour(now, hour, 1);
}

/** An hour, this many days after the day of an instant; if the clocks skip it, the next one. */
function atHour(instant: number, hour: number, days: number): number {
  const day = new Date(instant);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, hour).getTime();
}

function localDate(instant: number): string {
  const day = new Date(instant);
  return dateOf(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()));
}
