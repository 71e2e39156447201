/** Makes a write fail in the middle, as a full disk or a killed worker does. */
import { vi } from "vitest";

/** What fake-indexeddb does inside when a transaction ends badly; browsers give no way to ask for it. */
interface Abortable {
  _abort: (errorName: string) => void;
}

type Put = (this: IDBObjectStore, ...args: Parameters<IDBObjectStore["put"]>) => IDBRequest<IDBValidKey>;

/** The transaction of the `nth` put from now on ends with an error of this name; gives a way to end that. */
export function failAtPut(nth: number, errorName: string): { restore: () => void } {
  const real = Reflect.get(IDBObjectStore.prototype, "put") as Put;
  let count = 0;
  const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function failing(
    this: IDBObjectStore,
    ...args
  ) {
    count += 1;
    const request = real.apply(this, args);
    // oxlint-disable-next-line no-underscore-dangle -- the fake's own name
    const abort = () => (this.transaction as unknown as Abortable)._abort(errorName);
    if (count === nth) request.addEventListener("success", abort);
    return request;
  });
  return { restore: () => spy.mockRestore() };
}
