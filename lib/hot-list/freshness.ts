/** How fresh the hot list is: fresh, old, and which feeds do not answer or cannot be read, as separate messages. */
import { daysBetween } from "../digest/dates.ts";

/** What is switched on and failed when it was last asked: a feed, the networks of "Today, live", or the archive's words. */
export type FeedTrouble = {
  /** Nothing came; or what came cannot be used. */
  kind: "unreachable" | "unreadable";
} & ({ source: "feed"; title: string } | { source: "live" | "words" });

/** How old the newest digest is, in the unit in which people say it. */
export interface Age {
  value: number;
  unit: "day" | "month" | "year";
}

/** A long weekend has four days without a digest; anything older than this is called old, as in the state of feeds. */
const FRESH_DAYS = 7;
const DAYS_OF_MONTH = 30.44;
const DAYS_OF_YEAR = 365.25;

/** The age of the newest digest, or undefined while it is fresh. */
export function ageOf(newest: string, today: string): Age | undefined {
  const days = daysBetween(newest, today);
  if (days <= FRESH_DAYS) return undefined;
  if (days < 2 * DAYS_OF_MONTH) return { value: days, unit: "day" };
  if (days < 2 * DAYS_OF_YEAR) return { value: Math.floor(days / DAYS_OF_MONTH), unit: "month" };
  return { value: Math.floor(days / DAYS_OF_YEAR), unit: "year" };
}
