/** Moving between days by the digests that exist. Days are `YYYY-MM-DD`, ascending, each once. */

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

/** The day with a digest that is nearest to `date`, the older of two that are as near; undefined without any. */
export function nearestDay(days: readonly string[], date: string): string | undefined {
  if (days.includes(date)) return date;
  const { previous, next } = neighbours(days, date);
  if (previous === undefined || next === undefined) return previous ?? next;
  return distance(next, date) < distance(date, previous) ? next : previous;
}

const DAY = 86_400_000;

/** Whole days from `earlier` to `later`. */
export const distance = (later: string, earlier: string): number =>
  (Date.parse(later) - Date.parse(earlier)) / DAY;
