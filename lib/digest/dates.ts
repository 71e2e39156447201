/** Days and times of digests: `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM:SS` without a zone. */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a real day: 2021-02-29 is not. Computed, because a file has hundreds and `Date` takes ten times as long. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS_OF_MONTHS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** Whether a text is a local time on a real day. */
export function isLocalTime(text: string): boolean {
  const match = TIME.exec(text);
  return match !== null && isDay(match[1] ?? "");
}

/** A day, in ms. */
export const DAY_MS = 86_400_000;

/** Whole days from one day to a later one; negative to an earlier one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The day `days` after another, or before it if negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

const pad = (text: string | undefined) => (text ?? "").padStart(2, "0");

/** The archive's `08/13/2021 08:41:50` as `2021-08-13T08:41:50`; undefined if it is not a time. */
export function readCountTime(text: string): string | undefined {
  const match = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2})$/.exec(text);
  if (!match) return undefined;
  const time = `${match[3]}-${match[1]}-${match[2]}T${match[4]}`;
  return isLocalTime(time) ? time : undefined;
}

/** The inverse of `readCountTime`. */
export function writeCountTime(time: string): string {
  return `${time.slice(5, 7)}/${time.slice(8, 10)}/${time.slice(0, 4)} ${time.slice(11)}`;
}

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
]; // prettier-ignore

/** Twitter's `August 12, 2021` as `2021-08-12`; undefined if it is not a day. */
export function readPostDay(text: string): string | undefined {
  const match = /^([A-Z][a-z]+) (\d{1,2}), (\d{4})$/.exec(text.trim());
  const month = MONTHS.indexOf(match?.[1] ?? "") + 1;
  if (!match || month === 0) return undefined;
  const day = `${match[3]}-${pad(String(month))}-${pad(match[2])}`;
  return isDay(day) ? day : undefined;
}

/** The inverse of `readPostDay`. */
export function writePostDay(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
}
