/** arXiv's clock: everything it announces happens in America/New_York, daylight saving time included. */
import { timeOf } from "../../digest/calendar-date.ts";

const HOUR = 3_600_000;

const clock = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/New_York",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** The wall clock in New York at an instant, as `YYYY-MM-DDTHH:MM:SS`. */
export function newYorkTime(instant: number): string {
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts["year"]}-${parts["month"]}-${parts["day"]}T${parts["hour"]}:${parts["minute"]}:${parts["second"]}`;
}

/**
 * The instant (milliseconds since 1970) at which New York's clock shows this date and full hour.
 * Clocks change there at 2 in the morning, so the hours of the afternoon and evening that we ask for exist once a day.
 */
export function instantInNewYork(date: string, hour: number): number {
  const asUtc = Date.parse(date) + hour * HOUR;
  const wanted = timeOf(asUtc);
  // UTC-4 in summer, UTC-5 in winter.
  return newYorkTime(asUtc + 4 * HOUR) === wanted ? asUtc + 4 * HOUR : asUtc + 5 * HOUR;
}
