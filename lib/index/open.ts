/** The index: its database, and how it grew. */
import { deleteDB, unwrap } from "idb";
import { createConnection, type Upgrade } from "./connection.ts";
import { ALL_STORES, type IndexDatabase, type IndexSchema } from "./schema.ts";
import { StoreError, storeError } from "./store-error.ts";

export type { IndexDatabase } from "./schema.ts";

export const INDEX_NAME = "hot-papers";
export const INDEX_VERSION = 3;

/** The ladder. A step that shipped is never edited; each has a test that starts from the version before it. */
export const upgradeIndex: Upgrade<IndexSchema> = (database, oldVersion, transaction) => {
  if (oldVersion < 1) {
    const digests = database.createObjectStore("digests", { keyPath: ["date", "feed"] });
    unwrap(digests).createIndex("categories", "categories", { multiEntry: true });
    database.createObjectStore("words", { keyPath: ["date", "feed"] });
    database.createObjectStore("blocks", { keyPath: ["month", "part"] });
    database.createObjectStore("days", { keyPath: "date" });
    database.createObjectStore("totals", { keyPath: "id" });
    database.createObjectStore("unmirrored", { keyPath: "id" });
    database.createObjectStore("feeds", { keyPath: "id" });
  }
  // Version 1 was never released: the days of such an index have bars once they are written again.
  if (oldVersion < 2) database.createObjectStore("heat", { keyPath: "date" });
  // Nothing reads by category; and writes note what they are about to do. What a damaged database lacks is found after it was opened.
  if (oldVersion < 3) {
    const digests =
      database.objectStoreNames.contains("digests") && unwrap(transaction.objectStore("digests"));
    if (digests && digests.indexNames.contains("categories")) digests.deleteIndex("categories");
    database.createObjectStore("halfWrites", { keyPath: "lot" });
  }
};

const connection = createConnection<IndexSchema>(INDEX_NAME, INDEX_VERSION, upgradeIndex);

let makeInstead: (() => Promise<IndexDatabase>) | undefined;
let instead: Promise<IndexDatabase> | undefined;

/** If the browser refuses any database, this one is opened from now on. For the worker, whose index all pages can ask. */
export function openInstead(make: () => Promise<IndexDatabase>): void {
  makeInstead = make;
  instead = undefined;
}

/**
 * The index, opened once in the life of a worker or page, when first asked for. Ask again for each piece of work and
 * keep no database: it may have been closed for a newer version, or by the browser. Throws a StoreError.
 */
export async function openIndex(): Promise<IndexDatabase> {
  if (instead) return instead;
  try {
    const db = await connection.open();
    if (ALL_STORES.every((name) => db.objectStoreNames.contains(name))) return db;
    await connection.close(); // so that it can be made again
    throw new StoreError("damaged");
  } catch (error) {
    if (!makeInstead || !(error instanceof StoreError) || error.code !== "noDatabase") throw error;
    return (instead ??= makeInstead());
  }
}

/** Deletes the database as a whole: the next `openIndex` makes it again. Throws a StoreError. */
export async function deleteIndex(): Promise<void> {
  await connection.close();
  try {
    await deleteDB(INDEX_NAME);
  } catch (cause) {
    throw storeError(cause);
  }
}

/** Closes the index of this worker or page; the next `openIndex` opens it again. @internal tests use it to end a life of the background */
export const closeIndex = connection.close;
