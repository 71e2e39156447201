/** What can go wrong with the index, as a closed list, so that every case has a sentence for the reader. */

/**
 * - `full`: the disk, or the browser's share of it, has no room; nothing of the write is kept.
 * - `newerVersion`: a newer version of the extension wrote this index.
 * - `blocked`: another page holds the index open in an older form.
 * - `failed`: anything else; `cause` has it.
 */
export type StoreErrorCode = "full" | "newerVersion" | "blocked" | "failed";

export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, cause?: unknown) {
    super(`index: ${code}${cause instanceof Error ? ` (${cause.name}: ${cause.message})` : ""}`, { cause });
    this.code = code;
  }
}

/** Names of IndexedDB's errors: https://w3c.github.io/IndexedDB/#exceptions */
const CODES = new Map<string, StoreErrorCode>([
  ["QuotaExceededError", "full"],
  ["VersionError", "newerVersion"],
]);

/** Any error as one of ours. */
export function storeError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const code = cause instanceof Error ? CODES.get(cause.name) : undefined;
  return new StoreError(code ?? "failed", cause);
}
