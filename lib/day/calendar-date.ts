/** Days as `YYYY-MM-DD` strings, counted in UTC: no clock and no zone can move them. */
const DAY = 86_400_000;

/** The day `days` later (earlier when negative). */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (date: string): number => new Date(Date.parse(date)).getUTCDay();

/** True for a real day written as `YYYY-MM-DD`; 2021-02-30 is none. */
export function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The UTC day of an instant (milliseconds since 1970). */
export const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** `YYYY-MM-DDTHH:MM:SS` in UTC: how our own digests write times, which carry no zone. */
export const timeOf = (instant: number): string => new Date(instant).toISOString().slice(0, 19);
