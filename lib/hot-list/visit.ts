/** What is new since the reader last looked. A visit is all looking without a pause of half an hour. */

/** What the digests had at a visit. */
export interface Visit {
  /** Day of the newest digest. */
  day: string;
  /** Papers of that day: its digest may still grow. */
  ids: readonly string[];
}

export interface Visits {
  /** When the reader last looked, in milliseconds since 1970. */
  at: number;
  /** The visit that this moment belongs to. */
  now: Visit;
  /** The one before it; absent at the first. */
  before?: Visit;
}

/** A popup that was closed and is opened again a little later is the same visit. */
const PAUSE = 30 * 60_000;

/** The visits after the reader looked: what was there last time becomes the visit before once the pause was long enough. */
export function afterLook(visits: Visits | undefined, seen: Visit, at: number): Visits {
  if (!visits) return { at, now: seen };
  const before = at - visits.at > PAUSE ? visits.now : visits.before;
  return { at, now: seen, ...(before && { before }) };
}

/** Whether a paper was in none of the digests at a visit: a new version of one that was there is not new. */
export const isNewPaper = (
  before: Visit,
  { id, date, also }: { id: string; date: string; also: readonly { date: string }[] },
): boolean => [{ date }, ...also].every((entry) => isNewSince(before, { id, date: entry.date }));

/** Whether an entry was not in the digests at a visit. */
export const isNewSince = ({ day, ids }: Visit, entry: { id: string; date: string }): boolean =>
  entry.date > day || (entry.date === day && !ids.includes(entry.id));
