/** What can go wrong with the index, as a closed list, so that every case has a sentence for the reader. */

/**
 * - `full`: the disk, or the browser's share of it, has no room; nothing of the write is kept.
 * - `newerVersion`: a newer version of the extension wrote this index.
 * - `blocked`: another page holds the index open in an older form.
 * - `noDatabase`: the browser refuses this page any database, as Firefox does in private windows.
 * - `damaged`: the database lacks some of what it is made of; it has to be made again.
 * - `failed`: anything else; `cause` has it.
 */
export type StoreErrorCode = "full" | "newerVersion" | "blocked" | "noDatabase" | "damaged" | "failed";

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
  return new StoreError(CODES.get(nameOf(cause)) ?? "failed", cause);
}

/**
 * What Firefox answers to `indexedDB.open` in private windows ("A mutation operation was attempted on a database that did not
 * allow mutations", seen in 153), and if site data are not allowed at all. For an open database the first means something else.
 */
const REFUSALS: ReadonlySet<string> = new Set(["InvalidStateError", "SecurityError"]);

/** An error of opening the index as one of ours. */
export const openingError = (cause: unknown): StoreError =>
  REFUSALS.has(nameOf(cause)) ? new StoreError("noDatabase", cause) : storeError(cause);

/** A DOMException of another realm is not an `Error` here. */
const nameOf = (cause: unknown): string => {
  const { name } = (cause ?? {}) as { name?: unknown };
  return typeof name === "string" ? name : "";
};
