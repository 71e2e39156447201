/** One transaction that writes. */
import { ALL_STORES, type IndexDatabase, type WriteTransaction } from "./schema.ts";
import { storeError } from "./store-error.ts";

/**
 * Nothing but requests of the transaction may be awaited in `work`: it ends as soon as none is open.
 *
 * @throws StoreError
 */
export async function inTransaction<Result>(
  db: IndexDatabase,
  work: (tx: WriteTransaction) => Promise<Result>,
): Promise<Result> {
  let tx: WriteTransaction | undefined;
  try {
    tx = db.transaction(ALL_STORES, "readwrite");
    const [result] = await Promise.all([work(tx), tx.done]);
    return result;
  } catch (cause) {
    abort(tx);
    // A request that ended with its transaction only says "aborted"; the transaction knows why.
    throw storeError(tx?.error ?? cause);
  }
}

function abort(tx: WriteTransaction | undefined): void {
  try {
    tx?.abort();
  } catch {
    // It ended already.
  }
}
