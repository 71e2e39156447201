/** One connection to a database: opened when first asked for, and again after it was closed. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import { StoreError, storeError } from "./store-error.ts";

/** Takes a database from an older version to the present one, inside the transaction that it is given. */
export type Upgrade<Schema extends DBSchema> = (
  database: IDBPDatabase<Schema>,
  oldVersion: number,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">,
) => void;

export interface Connection<Schema extends DBSchema> {
  /** The open database; throws a StoreError. */
  open: () => Promise<IDBPDatabase<Schema>>;
  /** Closes it once its transactions have ended; the next `open` opens it again. */
  close: () => Promise<void>;
}

export function createConnection<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: Upgrade<Schema>,
): Connection<Schema> {
  let current: { database: Promise<IDBPDatabase<Schema>> } | undefined;

  function begin(): { database: Promise<IDBPDatabase<Schema>> } {
    let open: IDBPDatabase<Schema> | undefined;
    const forget = () => {
      if (current === slot) current = undefined;
    };
    const slot = {
      database: new Promise<IDBPDatabase<Schema>>((resolve, reject) => {
        const opening = openDB<Schema>(name, version, {
          upgrade: (database, oldVersion, _, transaction) => upgrade(database, oldVersion, transaction),
          // Somebody holds an older version. Whoever asks meanwhile is told so; the request itself stays and ends
          // well when that one closes.
          blocked: () => reject(new StoreError("blocked")),
          // A newer version wants the database, or it is to be deleted: we must not stand in the way.
          blocking: () => {
            open?.close();
            forget();
          },
          terminated: forget,
        });
        opening.then(
          (database) => {
            open = database;
            slot.database = opening; // also where "blocked" was the answer until now
            return resolve(database);
          },
          (cause: unknown) => {
            forget();
            reject(storeError(cause));
          },
        );
      }),
    };
    return slot;
  }

  return {
    open: () => (current ??= begin()).database,
    async close() {
      const closing = current;
      current = undefined;
      await closing?.database.then(
        (database) => database.close(),
        () => undefined, // it never opened
      );
    },
  };
}
