/** All that the index holds, in a form to compare. */
import { type BlockRow, decodeBlock } from "../../lib/index/block.ts";
import { ALL_STORES, type IndexDatabase } from "../../lib/index/schema.ts";

export async function dump(db: IndexDatabase) {
  const [digests, words, blocks, days, heat, totals, feeds, halfWrites] = await Promise.all([
    db.getAll("digests"),
    db.getAll("words"),
    db.getAll("blocks"),
    db.getAll("days"),
    db.getAll("heat"),
    db.getAll("totals"),
    db.getAll("feeds"),
    db.getAll("halfWrites"),
  ]);
  const rows = blocks.flatMap(({ month, part, rows: packed }): (BlockRow & { block: string })[] =>
    decodeBlock(packed).map((row) => ({ block: `${month}/${part}`, ...row })),
  );
  return { digests, words, rows, days, heat, totals, feeds, halfWrites };
}

/** How many records each store has. */
export async function sizes(db: IndexDatabase): Promise<Record<string, number>> {
  return Object.fromEntries(
    await Promise.all(ALL_STORES.map(async (name) => [name, await db.count(name)] as const)),
  );
}
