/**
 * The day of a hot list: which of arXiv's announcements it is about and which hours of talk belong to it.
 * arXiv announces at 20:00 in New York from Sunday to Thursday and dates the list with the next day
 * (https://info.arxiv.org/help/availability.html); that next day names our digest, as it named the archive's.
 */
import { addDays } from "../../digest/dates.ts";
import { weekdayOf } from "../../digest/calendar-date.ts";
import { isHoliday } from "./holidays.ts";
import { instantInNewYork, newYorkTime } from "./new-york.ts";

/** Talk is counted over this time, because a paper's talk takes days and every network has its own clock. */
export const TALK_HOURS = 72;

const ANNOUNCED_AT = 20;
const SUBMITTED_UNTIL = 14;
const HOUR = 3_600_000;

/** All instants are milliseconds since 1970. */
export interface HotDay {
  /** The date that arXiv's list carries, `YYYY-MM-DD`. */
  date: string;
  /** When its papers were announced. */
  announced: number;
  /** When the next papers are announced: the day is over then. */
  closes: number;
  /** Talk counts from here … */
  from: number;
  /** … to here: now, or the end of a day that is over. */
  until: number;
}

/** True when arXiv announces on this evening in New York. */
export function announcesOn(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 5 && weekday !== 6 && !isHoliday(date);
}

function previousEvening(date: string): string {
  let evening = addDays(date, -1);
  while (!announcesOn(evening)) evening = addDays(evening, -1);
  return evening;
}

function nextEvening(date: string): string {
  let evening = addDays(date, 1);
  while (!announcesOn(evening)) evening = addDays(evening, 1);
  return evening;
}

function dayAnnouncedOn(evening: string, now: number): HotDay {
  const closes = instantInNewYork(nextEvening(evening), ANNOUNCED_AT);
  const until = Math.min(now, closes);
  return {
    date: addDays(evening, 1),
    announced: instantInNewYork(evening, ANNOUNCED_AT),
    closes,
    from: until - TALK_HOURS * HOUR,
    until,
  };
}

/** The day whose papers were last announced, by the calendar alone. Pure: `now` is its only input. */
export function hotDay(now: number): HotDay {
  const today = newYorkTime(now).slice(0, 10);
  const announcedToday = announcesOn(today) && now >= instantInNewYork(today, ANNOUNCED_AT);
  return dayAnnouncedOn(announcedToday ? today : previousEvening(today), now);
}

/** The day of this date, or undefined if arXiv has no list of that date (weekends, days after a holiday). */
export function hotDayOf(date: string, now: number): HotDay | undefined {
  const evening = addDays(date, -1);
  return announcesOn(evening) ? dayAnnouncedOn(evening, now) : undefined;
}

/** The dates from `first` to `last`, both included, that have a list. */
export function hotDates(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (announcesOn(addDays(date, -1))) dates.push(date);
  }
  return dates;
}

/** The cut-off that an announcement follows: 14:00 the same day, on Sundays Friday's. */
const cutOff = (evening: string): number =>
  instantInNewYork(weekdayOf(evening) === 0 ? addDays(evening, -2) : evening, SUBMITTED_UNTIL);

/** When the papers of this date were handed in, as two instants: what tells new papers from changed ones in OAI-PMH. */
export function submittedFor(date: string): { from: number; until: number } {
  const evening = addDays(date, -1);
  return { from: cutOff(previousEvening(evening)), until: cutOff(evening) };
}
