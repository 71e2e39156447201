/**
 * Which months of the index changed since they were mirrored: a record that is written in the transaction of the change, so
 * that no change is forgotten, whenever a worker is stopped.
 */
import { isSound } from "./sound.ts";
import type { IndexDatabase, Unmirrored, WriteTransaction } from "./schema.ts";

const ID = "unmirrored" satisfies Unmirrored["id"];

/** Notes that months change in this transaction; all of them if none are named. */
export async function noteChange(tx: WriteTransaction, months?: Iterable<string>): Promise<void> {
  const store = tx.objectStore("unmirrored");
  const noted = await store.get(ID);
  const before = isSound("unmirrored", noted) ? noted : undefined;
  await store.put({
    id: ID,
    change: (before?.change ?? 0) + 1,
    months: [...new Set([...(before?.months ?? []), ...(months ?? [])])],
    everything: (before?.everything ?? false) || months === undefined,
  });
}

/** What is to be mirrored, or undefined if nothing changed. */
export async function readUnmirrored(db: IndexDatabase): Promise<Unmirrored | undefined> {
  const noted = await db.get("unmirrored", ID);
  if (noted === undefined || isSound("unmirrored", noted)) return noted;
  return { id: ID, change: noted.change, months: [], everything: true };
}

/** Says that it has been mirrored. What changed meanwhile stays noted. */
export async function forgetUnmirrored(db: IndexDatabase, mirrored: Unmirrored): Promise<void> {
  const tx = db.transaction("unmirrored", "readwrite");
  const now = await tx.store.get(ID);
  if (now?.change === mirrored.change) await tx.store.delete(ID);
  await tx.done;
}
