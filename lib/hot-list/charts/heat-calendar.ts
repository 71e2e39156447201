/** The days of every year by how hot their digests were. */
import { addDays } from "../../digest/dates.ts";
import { heatOf, type ScaledDigest } from "../../digest/heat.ts";

/** A day's place in its year's calendar: a column for each week, from Monday (0) to Sunday (6). */
export interface CalendarPlace {
  week: number;
  weekday: number;
}

/** A day with a digest. */
export interface CalendarDay extends CalendarPlace {
  /** `YYYY-MM-DD` */
  date: string;
  /** 0 in an empty digest. */
  papers: number;
  /** The bars of its papers together; counts of networks are never added. Also 0 if no paper has bars. */
  heat: number;
  /** The fifth of all digests that its heat is in, 5 being the hottest; 0 without heat. */
  level: number;
}

export interface CalendarYear {
  year: number;
  /** Ascending. A day without a digest is not among them. */
  days: CalendarDay[];
  /** The days without a digest. */
  without: CalendarPlace[];
  /** The first day of each month, and the column that it is in. */
  months: { first: string; week: number }[];
}

const FIFTHS = 5;

/**
 * The calendar of all digests, newest year first. Years without any digest are left out.
 *
 * @param digests one for each day, in any order
 */
export function heatCalendar(digests: readonly ScaledDigest[]): CalendarYear[] {
  const days = digests
    .map(({ date, papers, scale }) => ({
      date,
      papers: papers.length,
      heat: papers.reduce((sum, { counts }) => sum + heatOf(counts, date, scale), 0),
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const level = levels(days.map(({ heat }) => heat));
  const years = Map.groupBy(days, ({ date }) => date.slice(0, 4));
  return [...years]
    .map(([year, those]) =>
      yearOf(
        year,
        those.map((day) => ({ ...day, level: level(day.heat) })),
      ),
    )
    .toReversed();
}

function yearOf(year: string, days: Omit<CalendarDay, keyof CalendarPlace>[]): CalendarYear {
  const first = `${year}-01-01`;
  const behindMonday = (new Date(Date.parse(first)).getUTCDay() + 6) % 7;
  const known = new Map(days.map((day) => [day.date, day]));
  const calendar: CalendarYear = { year: Number(year), days: [], without: [], months: [] };
  for (let at = behindMonday, date = first; date.startsWith(year); at += 1, date = addDays(date, 1)) {
    const place = { week: Math.floor(at / 7), weekday: at % 7 };
    const day = known.get(date);
    if (day) calendar.days.push({ ...day, ...place });
    else calendar.without.push(place);
    if (date.endsWith("-01")) calendar.months.push({ first: date, week: place.week });
  }
  return calendar;
}

/** The fifth of each heat among those above 0: equal heats share one, and a single one is in the middle. */
function levels(heats: readonly number[]): (heat: number) => number {
  const hot = heats.filter((heat) => heat > 0).toSorted((a, b) => a - b);
  const known = new Map<number, number>();
  for (const heat of new Set(hot)) {
    const below = hot.indexOf(heat);
    const middle = (below + hot.lastIndexOf(heat) + 1) / 2;
    known.set(heat, 1 + Math.floor((FIFTHS * middle) / hot.length));
  }
  return (heat) => known.get(heat) ?? 0;
}
