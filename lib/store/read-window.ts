/** Reading many days at once, for windows longer than a day. */
import type { Digest } from "../digest/digest.ts";
import { mergedDay, SHOWN, shownBy } from "./merged-day.ts";
import type { DateRange } from "./read.ts";
import type { IndexDatabase, StoredWords } from "./schema.ts";

/**
 * The merged digests of some ranges of days, oldest first, in one transaction of a few requests, however many days there are.
 *
 * @param words whether abstracts and texts of posts are read as well: most of the bytes, and of a long list few are looked at
 */
export async function readDigests(
  db: IndexDatabase,
  ranges: readonly DateRange[],
  words: boolean,
): Promise<Digest[]> {
  const tx = db.transaction(words ? ["digests", "words", "feeds"] : ["digests", "feeds"]);
  const digests = tx.objectStore("digests");
  const keys = ranges.map(keyRange);
  const [shown, facts, said] = await Promise.all([
    tx.objectStore("feeds").get(SHOWN),
    Promise.all(keys.map((range) => digests.getAll(range))),
    words ? Promise.all(keys.map((range) => tx.objectStore("words").getAll(range))) : [],
  ]);
  const wordsByDay = Map.groupBy<string, StoredWords>(said.flat(), ({ date }) => date);
  return [...Map.groupBy(facts.flat(), ({ date }) => date)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, copies]) => mergedDay(copies, shownBy(shown), wordsByDay.get(date)) ?? []);
}

/** All copies of the days of a range. */
const keyRange = ({ from = "", to = "9999-12-31" }: DateRange) => IDBKeyRange.bound([from], [to, []]);
