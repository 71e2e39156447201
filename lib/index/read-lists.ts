/** Reading the names of the lists of papers that some rows of blocks are of. */
import { type BlockRow, dateOf } from "./block.ts";
import type { StoredDay } from "./schema.ts";
import { soundDays } from "./sound.ts";

/** The store of days, in a transaction of any kind. */
interface Days {
  get: (date: string) => Promise<StoredDay | undefined>;
}

/** The names of each day's lists, in the order in which rows have their places. */
export type Lists = ReadonlyMap<string, readonly string[]>;

/** The lists of these rows' days. Rows with counts need none: nothing is read if there are only those. */
export async function readLists(store: Days, rows: Iterable<BlockRow>): Promise<Lists> {
  const wanted = new Set<number>();
  for (const { day, list } of rows) if (list !== undefined) wanted.add(day);
  const found = await Promise.all([...wanted].map((day) => store.get(dateOf(day))));
  return new Map(soundDays(found).map(({ date, lists = [] }) => [date, lists]));
}
