/** The index: its database, and how it grew. */
import { createConnection, type Upgrade } from "./connection.ts";
import type { IndexDatabase, IndexSchema } from "./schema.ts";

export type { IndexDatabase } from "./schema.ts";

export const INDEX_NAME = "hot-papers";
export const INDEX_VERSION = 2;

/** The ladder. A step that shipped is never edited; each has a test that starts from the version before it. */
export const upgradeIndex: Upgrade<IndexSchema> = (database, oldVersion) => {
  if (oldVersion < 1) {
    const digests = database.createObjectStore("digests", { keyPath: ["date", "feed"] });
    digests.createIndex("categories", "categories", { multiEntry: true });
    database.createObjectStore("words", { keyPath: ["date", "feed"] });
    database.createObjectStore("blocks", { keyPath: ["month", "part"] });
    database.createObjectStore("days", { keyPath: "date" });
    database.createObjectStore("totals", { keyPath: "id" });
    database.createObjectStore("unmirrored", { keyPath: "id" });
    database.createObjectStore("feeds", { keyPath: "id" });
  }
  // Nobody outside had a version 1: the days of such an index have bars once they are written again.
  if (oldVersion < 2) database.createObjectStore("heat", { keyPath: "date" });
};

const connection = createConnection<IndexSchema>(INDEX_NAME, INDEX_VERSION, upgradeIndex);

/**
 * The index, opened once in the life of a worker or page, when first asked for. Ask again for each piece of work and
 * keep no database: it may have been closed for a newer version, or by the browser. Throws a StoreError.
 */
export const openIndex: () => Promise<IndexDatabase> = connection.open;

/** Closes the index of this worker or page; the next `openIndex` opens it again. */
export const closeIndex = connection.close;
