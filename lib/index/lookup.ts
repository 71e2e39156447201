/** The question that every arXiv page asks. */
import type { BadgeFacts } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { factsOf } from "./badge-rows.ts";
import { rowsAt } from "./block.ts";
import { ByBlock, placeOf } from "./block-key.ts";
import { readBlocks } from "./read-blocks.ts";
import { readLists } from "./read-lists.ts";
import { readScales } from "./read-scales.ts";
import type { IndexDatabase } from "./schema.ts";

/**
 * What is known of the papers that are in the index, in no order. One read transaction, whose cost follows the ids, not the
 * size of the index; none if there are no ids. Throws what IndexedDB throws.
 */
export async function lookup(db: IndexDatabase, ids: Iterable<PaperId>): Promise<BadgeFacts[]> {
  const wanted = new ByBlock<Map<number, PaperId>>();
  for (const id of ids) {
    const { month, part, offset } = placeOf(id);
    wanted.at(month, part, () => new Map()).set(offset, id);
  }
  if (wanted.months.size === 0) return [];
  const tx = db.transaction(["blocks", "heat", "days"]);
  const blocks = await readBlocks(tx.objectStore("blocks"), wanted);
  const found = blocks.flatMap(({ month, part, rows }) => {
    const papers = wanted.get(month, part) ?? new Map<number, PaperId>();
    const offsets = [...papers.keys()].toSorted((a, b) => a - b);
    return [...Map.groupBy(rowsAt(rows, offsets), ({ offset }) => papers.get(offset))];
  });
  const all = found.flatMap(([, ofPaper]) => ofPaper);
  const [scales, lists] = await Promise.all([
    readScales(tx.objectStore("heat"), all),
    readLists(tx.objectStore("days"), all),
  ]);
  return found.flatMap(([id, ofPaper]) => (id ? factsOf(id, ofPaper, scales, lists) : []));
}
