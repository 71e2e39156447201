/** Counts what is asked of the database from now on. */
import { vi } from "vitest";

export interface Counted {
  transactions: number;
  get: number;
  getAll: number;
}

export function countRequests(): () => Counted {
  const transactions = vi.spyOn(IDBDatabase.prototype, "transaction").mock.calls;
  const get = vi.spyOn(IDBObjectStore.prototype, "get").mock.calls;
  const getAll = vi.spyOn(IDBObjectStore.prototype, "getAll").mock.calls;
  return () => ({ transactions: transactions.length, get: get.length, getAll: getAll.length });
}
