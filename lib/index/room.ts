/** Room for a write is asked for before it begins: Firefox has left half of a write in an index whose disk was full. */
import type { Digest } from "../digest/digest.ts";
import { StoreError } from "./store-error.ts";

/** What a digest takes in the index, in bytes for each character of its JSON: its rows, its papers' blocks, and what a database adds. */
const BYTES_PER_CHARACTER = 2;

/**
 * Refuses digests that the browser has no room for. If it cannot say how much there is, the write itself finds out.
 *
 * @throws StoreError `full`
 */
export async function needRoom(digests: readonly Digest[]): Promise<void> {
  if (digests.length === 0) return;
  const { quota, usage = 0 } = await estimate();
  if (quota === undefined) return;
  let left = quota - usage;
  for (const digest of digests) {
    left -= JSON.stringify(digest).length * BYTES_PER_CHARACTER;
    if (left < 0) throw new StoreError("full");
  }
}

const estimate = async (): Promise<StorageEstimate> =>
  (await globalThis.navigator?.storage?.estimate?.().catch(() => undefined)) ?? {};
