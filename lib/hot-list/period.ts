/**
 * Periods: the stretches of time that a hot list is about. A period is named by its span and by a day in it, which stays when
 * the span changes, so that a reader who looks at a month and goes back to days finds the day again. Days are `YYYY-MM-DD`.
 */
import { addDays } from "../digest/dates.ts";
import type { Neighbours } from "./days.ts";

/** `onThisDay` is the same day of every year. */
export const SPANS = ["day", "week", "month", "year", "all", "onThisDay"] as const;
export type Span = (typeof SPANS)[number];

export interface Period {
  span: Span;
  /** A day in it; all time only remembers it. */
  date: string;
}

/** Both included. */
export interface DayRange {
  from: string;
  to: string;
}

const WEEK = 7;
/** How many days a day is after its week's Monday; weeks are those of ISO 8601 in every language. */
const sinceMonday = (day: string) => (new Date(Date.parse(day)).getUTCDay() + WEEK - 1) % WEEK;

/** First and last day of a period. "On this day" has none: its days are years apart. */
export function rangeOf({ span, date }: Period): DayRange | undefined {
  switch (span) {
    case "day":
      return { from: date, to: date };
    case "week": {
      const from = addDays(date, -sinceMonday(date));
      return { from, to: addDays(from, WEEK - 1) };
    }
    case "month":
      return { from: `${date.slice(0, 7)}-01`, to: lastOfMonth(date) };
    case "year":
      return { from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31` };
    case "all":
      return { from: "0000-01-01", to: "9999-12-31" };
    default:
      return undefined;
  }
}

function lastOfMonth(day: string): string {
  const next = addDays(`${day.slice(0, 7)}-28`, 4); // is in the month after, whatever the month
  return addDays(`${next.slice(0, 7)}-01`, -1);
}

const dayOfYear = (day: string) => day.slice(5);

/** Whether a day belongs to a period. */
export function isIn(period: Period, day: string): boolean {
  const range = rangeOf(period);
  return range ? range.from <= day && day <= range.to : dayOfYear(day) === dayOfYear(period.date);
}

/** The days of a period that have a digest; `days` are ascending, and so is the result. */
export const daysIn = (period: Period, days: readonly string[]): string[] =>
  days.filter((day) => isIn(period, day));

/**
 * Days in the periods before and after: those of the nearest digests outside. All time has none; "on this day" goes round
 * the year.
 *
 * @param days days with a digest, ascending
 */
export function periodNeighbours(days: readonly string[], period: Period): Neighbours {
  if (period.span === "all") return {};
  const range = rangeOf(period);
  if (!range) return roundTheYear(days, period.date);
  const previous = days.findLast((day) => day < range.from);
  const next = days.find((day) => day > range.to);
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}

function roundTheYear(days: readonly string[], date: string): Neighbours {
  const here = dayOfYear(date);
  const newestOf = new Map(days.map((day) => [dayOfYear(day), day]));
  const others = [...newestOf.keys()].filter((day) => day !== here).toSorted();
  const before = newestOf.get(others.findLast((day) => day < here) ?? others.at(-1) ?? "");
  const after = newestOf.get(others.find((day) => day > here) ?? others[0] ?? "");
  return { ...(before !== undefined && { previous: before }), ...(after !== undefined && { next: after }) };
}
