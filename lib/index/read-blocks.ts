/** Reading blocks as cheaply as possible: a range if most of a month is wanted, one by one if little is. */
import type { ByBlock } from "./block-key.ts";
import { soundBlocks } from "./sound.ts";
import type { StoredBlock } from "./schema.ts";

/** The store of blocks, in a transaction of any kind. */
interface Blocks {
  get: (key: [month: string, part: number]) => Promise<StoredBlock | undefined>;
  getAll: (range: IDBKeyRange) => Promise<StoredBlock[]>;
}

/**
 * A get costs about as much as two or three more records in a range (60 µs to 25 µs with small blocks, in Chromium and
 * Firefox), so a range pays when at least half of its records are wanted.
 */
export const worthRange = (wanted: number, span: number) => wanted > 1 && wanted * 2 >= span;

/** The blocks at these places, without missing ones. All requests are made at once. */
export async function readBlocks(store: Blocks, wanted: ByBlock<unknown>): Promise<StoredBlock[]> {
  const reading: Promise<(StoredBlock | undefined)[]>[] = [];
  for (const [month, parts] of wanted.months) {
    const numbers = [...parts.keys()];
    const first = Math.min(...numbers);
    const last = Math.max(...numbers);
    if (worthRange(numbers.length, last - first + 1))
      reading.push(store.getAll(IDBKeyRange.bound([month, first], [month, last])));
    else reading.push(Promise.all(numbers.map((part) => store.get([month, part]))));
  }
  const found = await Promise.all(reading);
  return soundBlocks(found.flat()).filter(({ month, part }) => wanted.get(month, part) !== undefined);
}
