/** What digests cover: their days as they are, with the gaps between them. Days are `YYYY-MM-DD`. */
import { addDays } from "./dates.ts";

/** Both included. */
export interface Stretch {
  from: string;
  to: string;
}

/** Weekends, holidays and arXiv's own pauses leave gaps of days; more than a month without a digest is a gap worth telling. */
const LONGEST_PAUSE = 31;

/** The stretches of time in which there are digests, oldest first. `days` are ascending. */
export function coveredBy(days: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last && day <= addDays(last.to, LONGEST_PAUSE)) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  return stretches;
}
