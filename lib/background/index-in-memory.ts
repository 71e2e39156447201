/**
 * The index of a browser that is always private: in memory, made of the bundled digests each time the worker starts. That they were
 * deleted is remembered in `storage.local`, the one storage that such a browser keeps.
 */
import { BUNDLED_IDS } from "../digest/bundled.ts";
import { itemsOf } from "../stored-shape.ts";
import { storedValue } from "../stored-value.ts";
import { createMemoryIndex } from "../index/memory-index.ts";
import type { IndexDatabase } from "../index/schema.ts";
import { warn } from "../warn.ts";

const stored = storedValue("deletedFeeds");

/** For `openInstead`. Throws if `storage.local` cannot be read. */
export async function indexInMemory(): Promise<IndexDatabase> {
  const ids = itemsOf(await stored.read()).filter((id) => typeof id === "string");
  let known = JSON.stringify(ids);
  return createMemoryIndex({
    // A set without a record would count as deleted with all the others.
    feeds:
      ids.length === 0 ? [] : BUNDLED_IDS.map((id) => (ids.includes(id) ? { id, deleted: true } : { id })),
    onFeeds(feeds) {
      const deleted = feeds.flatMap((feed) => (feed.deleted ? feed.id : []));
      if (JSON.stringify(deleted) === known) return;
      known = JSON.stringify(deleted);
      stored.write(deleted).catch((error: unknown) => warn(error));
    },
  });
}
