/** Reading whole months of the index, for the mirror. */
import type { BadgeFacts } from "../messages/messages.ts";
import { paperIdFrom } from "../paper/paper-id.ts";
import { factsOf } from "./badge-rows.ts";
import { decodeBlock, PART_BITS } from "./block.ts";
import { readLists } from "./read-lists.ts";
import { readScales } from "./read-scales.ts";
import { soundBlocks } from "./sound.ts";
import type { IndexDatabase } from "./schema.ts";

/** All months that have an entry: `2108`, `hep-th/9901`. */
export async function monthsOf(db: IndexDatabase): Promise<string[]> {
  return [...new Set((await db.getAllKeys("blocks")).map(([month]) => month))];
}

/** What is known of all papers of a month that are in the index, by number. */
export async function readMonth(db: IndexDatabase, month: string): Promise<BadgeFacts[]> {
  const tx = db.transaction(["blocks", "heat", "days"]);
  const stored = await tx.objectStore("blocks").getAll(IDBKeyRange.bound([month], [month, []]));
  const blocks = soundBlocks(stored).map(({ part, rows }) => ({ part, rows: decodeBlock(rows) }));
  const all = blocks.flatMap(({ rows }) => rows);
  const [scales, lists] = await Promise.all([
    readScales(tx.objectStore("heat"), all),
    readLists(tx.objectStore("days"), all),
  ]);
  return blocks.flatMap(({ part, rows }) =>
    [...Map.groupBy(rows, ({ offset }) => offset)].map(([offset, ofPaper]) =>
      factsOf(paperIdFrom(month, (part << PART_BITS) | offset), ofPaper, scales, lists),
    ),
  );
}
