/** What the reader brought: every feed's copy of a day but the bundled ones, with its words. */
import { BUNDLED_IDS } from "../digest/bundled.ts";
import type { Digest } from "../digest/digest.ts";
import { readCopy } from "./read.ts";
import type { IndexDatabase } from "./schema.ts";

/** In order of days, one after the other: all at once may be more than a page can hold. */
export async function* ownCopies(db: IndexDatabase): AsyncGenerator<Digest> {
  for (const [date, feed] of await ownKeys(db)) {
    const copy = await readCopy(db, date, feed);
    if (copy) yield copy;
  }
}

/** The one at this place; undefined after the last. */
export async function ownCopy(db: IndexDatabase, place: number): Promise<Digest | undefined> {
  const [date, feed] = (await ownKeys(db))[place] ?? [];
  return date !== undefined && feed !== undefined ? readCopy(db, date, feed) : undefined;
}

const BUNDLED: ReadonlySet<string> = new Set(BUNDLED_IDS);

const ownKeys = async (db: IndexDatabase) =>
  (await db.getAllKeys("digests")).filter(([, feed]) => !BUNDLED.has(feed));
