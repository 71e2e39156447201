/** What the reader brought: every feed's copy of a day but the archive's, with its words. */
import type { Digest } from "../digest/digest.ts";
import { readCopy } from "./read.ts";
import type { IndexDatabase } from "./schema.ts";

/** In order of days, one after the other: all at once may be more than a page can hold. */
export async function* ownCopies(db: IndexDatabase): AsyncGenerator<Digest> {
  for (const [date, feed] of await db.getAllKeys("digests")) {
    const copy = feed === "archive" ? undefined : await readCopy(db, date, feed);
    if (copy) yield copy;
  }
}
