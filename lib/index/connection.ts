/** One connection to a database: opened when first asked for, and again after it was closed. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import { openingError, StoreError } from "./store-error.ts";

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
  interface Opening {
    database: Promise<IDBPDatabase<Schema>>;
  }
  let current: Opening | undefined;

  function begin(): Opening {
    const answer = Promise.withResolvers<IDBPDatabase<Schema>>();
    const mine: Opening = { database: answer.promise };
    const forget = () => {
      if (current === mine) current = undefined;
    };
    let open: IDBPDatabase<Schema> | undefined;
    const opening = Promise.try(() =>
      openDB<Schema>(name, version, {
        upgrade(database, oldVersion, _, transaction) {
          transaction.done.catch(() => undefined); // `opening` fails as well
          upgrade(database, oldVersion, transaction);
        },
        // Another context holds an older version. Callers are told so meanwhile; the request itself stays, and ends well
        // when that one closes.
        blocked: () => answer.reject(new StoreError("blocked")),
        // A newer version wants the database, or it is to be deleted: we must not block it.
        blocking() {
          open?.close();
          forget();
        },
        terminated: forget,
      }),
    );
    opening.then(
      (database) => {
        open = database;
        mine.database = opening; // even if "blocked" was the answer until now
        return answer.resolve(database);
      },
      (cause: unknown) => {
        forget();
        answer.reject(openingError(cause));
      },
    );
    return mine;
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
