/** The days of a month as a calendar shows them. Days are `YYYY-MM-DD`, months `YYYY-MM`. */
import { addDays } from "../digest/dates.ts";
import { rangeOf } from "./period.ts";

export const monthOf = (day: string): string => day.slice(0, 7);

/** The months in which some of these days are; days and months are ascending. */
export const monthsOf = (days: readonly string[]): string[] => [...new Set(days.map(monthOf))];

/** The weeks of a month, each from Monday to Sunday as in all of our lists; days of other months are undefined. */
export function weeksOf(month: string): (string | undefined)[][] {
  const weeks: (string | undefined)[][] = [];
  const last = rangeOf({ span: "month", date: `${month}-01` })?.to ?? "";
  let monday = rangeOf({ span: "week", date: `${month}-01` })?.from ?? "";
  for (; monday <= last; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at));
    weeks.push(days.map((day) => (monthOf(day) === month ? day : undefined)));
  }
  return weeks;
}

/** The next of some days that is at least this far away, for arrow keys; undefined if there is none. */
export function dayAway(days: readonly string[], from: string, by: number): string | undefined {
  const to = addDays(from, by);
  return by > 0 ? days.find((day) => day >= to) : days.findLast((day) => day <= to);
}
