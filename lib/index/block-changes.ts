/** What a transaction changes in the blocks, gathered so that each block is read and written once. */
import type { Digest } from "../digest/digest.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { rowsOf } from "./badge-rows.ts";
import { type BlockRow, changeBlock, dayNumber, papersIn } from "./block.ts";
import { ByBlock, placeOf } from "./block-key.ts";
import { readBlocks } from "./read-blocks.ts";
import { isSound } from "./sound.ts";
import type { WriteTransaction } from "./schema.ts";

interface BlockChange {
  /** Days whose rows go. */
  days: Set<number>;
  /** Rows that come, after the others went. */
  rows: BlockRow[];
}

export class BlockChanges {
  readonly #changes = new ByBlock<BlockChange>();

  #at(month: string, part: number): BlockChange {
    return this.#changes.at(month, part, () => ({ days: new Set(), rows: [] }));
  }

  /** Takes away what blocks have of a day for these papers. */
  removeDay(date: string, ids: Iterable<PaperId>): void {
    const day = dayNumber(date);
    if (day === undefined) return;
    for (const id of ids) {
      const { month, part } = placeOf(id);
      this.#at(month, part).days.add(day);
    }
  }

  /** Adds the rows of a merged day. */
  addDay(digest: Digest): void {
    for (const { place, row } of rowsOf(digest)) this.#at(place.month, place.part).rows.push(row);
  }

  /**
   * Reads the blocks, changes and writes them, and keeps the number of papers.
   *
   * @param onBlock called for each block that was written
   */
  async write(tx: WriteTransaction, onBlock: () => void): Promise<void> {
    if (this.size === 0) return;
    const store = tx.objectStore("blocks");
    const totals = tx.objectStore("totals");
    const [stored, before] = await Promise.all([readBlocks(store, this.#changes), totals.get("index")]);
    const there = new ByBlock<Uint32Array>();
    for (const { month, part, rows } of stored) there.at(month, part, () => rows);

    let papers = isSound("totals", before) ? (before?.papers ?? 0) : 0;
    const writing: Promise<unknown>[] = [];
    for (const { month, part, value } of this.#changes.entries()) {
      const old = there.get(month, part) ?? new Uint32Array();
      const rows = changeBlock(old, value.days, value.rows);
      papers += papersIn(rows) - papersIn(old);
      const written = rows.length > 0 ? store.put({ month, part, rows }) : store.delete([month, part]);
      writing.push(written.then(onBlock));
    }
    writing.push(totals.put({ id: "index", papers }));
    await Promise.all(writing);
  }

  /** Months that have a block to be written. */
  get months(): Iterable<string> {
    return this.#changes.months.keys();
  }

  /** How many blocks will be written. */
  get size(): number {
    let size = 0;
    for (const parts of this.#changes.months.values()) size += parts.size;
    return size;
  }
}
