/**
 * Numbers and days in the reader's language, by `Intl`. Days come in as `YYYY-MM-DD` and are that day everywhere: they are
 * formatted in UTC, so that no time zone moves them.
 */
import { language, text, textsLanguage, type TextKey } from "./text.ts";

/**
 * Makes a formatter when it is first needed, which takes longer than all that it will format.
 * @__NO_SIDE_EFFECTS__ a script goes without those that it does not use
 */
function once<T>(make: (language: string) => T): () => T {
  let made: T | undefined;
  return () => (made ??= make(language()));
}

/** Keeps what was made of each value: ranks, days and small numbers are few, and badges many. */
function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

const plain = once((l) => new Intl.NumberFormat(l));
const short = once((l) => new Intl.NumberFormat(l, { notation: "compact", maximumFractionDigits: 1 }));
const ordinals = once(() => new Intl.PluralRules(textsLanguage(), { type: "ordinal" }));
/* @__NO_SIDE_EFFECTS__ */
const dayFormat = (options: Intl.DateTimeFormatOptions) =>
  once((l) => new Intl.DateTimeFormat(dayLanguage(l), { ...options, timeZone: "UTC" }));
const withWeekday = dayFormat({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const full = dayFormat({ day: "numeric", month: "long", year: "numeric" });
const abbreviated = dayFormat({ day: "numeric", month: "short", year: "numeric" });
const yearOnly = dayFormat({ year: "numeric" });
const dayAndMonth = dayFormat({ day: "numeric", month: "long" });
const monthAndYear = dayFormat({ month: "long", year: "numeric" });
const monthAlone = dayFormat({ month: "short" });
const weekdayAlone = dayFormat({ weekday: "short" });

/** Plain `en` would write the month first; the digests' days are written as "12 August 2021". */
function dayLanguage(tag: string): string {
  return tag === "en" || tag === "en-US" ? "en-GB" : tag;
}

const joined = once((l) => new Intl.ListFormat(l));

/** "a, b, and c" of several names. */
export const list = (names: readonly string[]): string => joined().format(names);

const either = once((l) => new Intl.ListFormat(l, { type: "disjunction" }));

/** "a, b, or c" of several names. */
export const alternatives = (names: readonly string[]): string => either().format(names);

const instant = (day: string) => new Date(`${day}T00:00:00Z`);

const small = remembered((n: number): string => plain().format(n));

/** `3135` is "3,135". */
export const number = (n: number): string => (n < 1000 ? small(n) : plain().format(n));
/** `3135` is "3.1K". A smaller number is as short as it can be. */
export const compact = (n: number): string => (n < 1000 ? number(n) : short().format(n));
/** "Thursday 12 August 2021" */
export const longDate = (day: string): string => withWeekday().format(instant(day));
/** "12 August 2021" */
export const date = remembered((day: string): string => full().format(instant(day)));
/** "12 Aug 2021" */
export const shortDate = (day: string): string => abbreviated().format(instant(day));
/** "August 2021" */
export const month = (day: string): string => monthAndYear().format(instant(day));
/** "Aug" */
export const shortMonth = (day: string): string => monthAlone().format(instant(day));
/** "Thu" */
export const weekday = (day: string): string => weekdayAlone().format(instant(day));

/** "2021" */
export const year = (day: string): string => yearOnly().format(instant(day));
/** "12 August" */
export const dayOfYear = (day: string): string => dayAndMonth().format(instant(day));
/** "9–15 August 2021" */
export const dateRange = (from: string, to: string): string => full().formatRange(instant(from), instant(to));

/** `3` is "3rd". */
export const ordinal = remembered((n: number): string => {
  const form = ordinals().select(n);
  return text(`ordinal_${form}` as TextKey, number(n)) || text("ordinal_other", number(n));
});

const dayAndTime = once(
  (l) =>
    new Intl.DateTimeFormat(dayLanguage(l), {
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
    }),
);

/** "23 Nov, 08:00" on the reader's clock; milliseconds since 1970. */
export const moment = (at: number): string => dayAndTime().format(at);

const fullHour = once(
  (l) => new Intl.DateTimeFormat(dayLanguage(l), { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }),
);

/** `8` is "08:00". */
export const clockHour = (hour: number): string => fullHour().format(hour * 3_600_000);
