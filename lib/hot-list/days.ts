/** Moving between days by the digests that exist. Days are `YYYY-MM-DD`, ascending, each once. */
import { daysBetween } from "../digest/dates.ts";

/** The digests before and after a day; absent at the ends. */
export interface Neighbours {
  previous?: string;
  next?: string;
}

/** The nearest older and newer digest of a day, whether or not it has a digest itself. */
export function neighbours(days: readonly string[], date: string): Neighbours {
  const previous = days.findLast((day) => day < date);
  const next = days.find((day) => day > date);
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}

/** The day with a digest that is nearest to `date`, the older of two that are equally near; undefined without any. */
export function nearestDay(days: readonly string[], date: string): string | undefined {
  if (days.includes(date)) return date;
  const { previous, next } = neighbours(days, date);
  if (previous === undefined || next === undefined) return previous ?? next;
  return daysBetween(date, next) < daysBetween(previous, date) ? next : previous;
}

/** A leap year, so that it has every day. */
const SOME_YEAR = 2000;
const DAYS_OF_YEAR = 366;

/** Place of a day in the year, from 0. */
const placeInYear = (day: string) => daysBetween(`${SOME_YEAR}-01-01`, `${SOME_YEAR}${day.slice(4)}`);

/**
 * The day with a digest whose month and day are nearest to those of `date`, round the year: that day itself if there is one, the earlier of
 * two that are equally near, and the newest of several years. Undefined without any.
 */
export function nearestDayOfYear(days: readonly string[], date: string): string | undefined {
  const here = placeInYear(date);
  let nearest: { day: string; away: number } | undefined;
  for (const day of days.toReversed()) {
    const before = (here - placeInYear(day) + DAYS_OF_YEAR) % DAYS_OF_YEAR;
    const away = Math.min(2 * before, 2 * (DAYS_OF_YEAR - before) + 1);
    if (!nearest || away < nearest.away) nearest = { day, away };
  }
  return nearest?.day;
}
