/** Days as `YYYY-MM-DD` strings and instants as milliseconds since 1970, both in UTC. */

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (date: string): number => new Date(Date.parse(date)).getUTCDay();

/** The UTC day of an instant. */
export const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** `YYYY-MM-DDTHH:MM:SS` in UTC: how our own digests write times, which carry no zone. */
export const timeOf = (instant: number): string => new Date(instant).toISOString().slice(0, 19);
