/** Reading the scales of heat that some rows of blocks need. */
import { isScaled } from "../digest/heat-scale.ts";
import type { HeatScale } from "../digest/heat.ts";
import { type BlockRow, dateOf } from "./block.ts";
import { worthRange } from "./read-blocks.ts";
import { soundHeat } from "./sound.ts";
import type { StoredHeat } from "./schema.ts";

/** The store of scales, in a transaction of any kind. */
interface Heat {
  get: (date: string) => Promise<StoredHeat | undefined>;
  getAll: (range: IDBKeyRange) => Promise<StoredHeat[]>;
}

/** Scales by day, `YYYY-MM-DD`. */
export type Scales = ReadonlyMap<string, HeatScale>;

/** The scales of these rows' days. Twitter's rows need none: nothing is read if there are only those. */
export async function readScales(store: Heat, rows: Iterable<BlockRow>): Promise<Scales> {
  const wanted = new Set<number>();
  for (const { day, counts } of rows) if (counts && isScaled(counts)) wanted.add(day);
  if (wanted.size === 0) return new Map();
  const days = [...wanted].toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const found = worthRange(days.length, last - first + 1)
    ? await store.getAll(IDBKeyRange.bound(dateOf(first), dateOf(last)))
    : await Promise.all(days.map((day) => store.get(dateOf(day))));
  return new Map(soundHeat(found).map(({ date, scale }) => [date, scale]));
}
