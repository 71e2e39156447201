/** Reading many days at once, for windows longer than a day. */
import type { ScaledDigest } from "../digest/heat.ts";
import { mergedDay, SHOWN, shownBy } from "./merged-day.ts";
import type { DateRange } from "./read.ts";
import { soundDigests, soundHeat, soundFullTexts } from "./sound.ts";
import type { IndexDatabase, StoredFullTexts } from "./schema.ts";

/**
 * The merged digests of some ranges of days, oldest first, in one transaction of a few requests, however many days there are.
 *
 * @param words whether abstracts and texts of posts are read as well: most of the bytes, and of a long list few are looked at
 */
export async function readDigests(
  db: IndexDatabase,
  ranges: readonly DateRange[],
  words: boolean,
): Promise<ScaledDigest[]> {
  const tx = db.transaction(words ? ["digests", "words", "feeds", "heat"] : ["digests", "feeds", "heat"]);
  const digests = tx.objectStore("digests");
  const keys = ranges.map(keyRange);
  const [shown, facts, scaled, said] = await Promise.all([
    tx.objectStore("feeds").get(SHOWN),
    Promise.all(keys.map((range) => digests.getAll(range))),
    Promise.all(ranges.map((range) => tx.objectStore("heat").getAll(dateRange(range)))),
    words ? Promise.all(keys.map((range) => tx.objectStore("words").getAll(range))) : [],
  ]);
  const fullTextsByDay = Map.groupBy<string, StoredFullTexts>(
    soundFullTexts(said.flat()),
    ({ date }) => date,
  );
  const scales = new Map(soundHeat(scaled.flat()).map(({ date, scale }) => [date, scale]));
  return [...Map.groupBy(soundDigests(facts.flat()), ({ date }) => date)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, copies]) => {
      const digest = mergedDay(copies, shownBy(shown), fullTextsByDay.get(date));
      const scale = scales.get(date);
      return digest ? { ...digest, ...(scale && { scale }) } : [];
    });
}

const dateRange = ({ from = "", to = "9999-12-31" }: DateRange) => IDBKeyRange.bound(from, to);

/** All copies of the days of a range. */
const keyRange = ({ from = "", to = "9999-12-31" }: DateRange) => IDBKeyRange.bound([from], [to, []]);
