/** One value in `storage.local`, which the worker and all our pages share. What is read may be anything: check it. */
import { browser } from "../browser.ts";

export interface StoredValue {
  /** Undefined where nothing was stored. */
  read: () => Promise<unknown>;
  /** Plain JSON. */
  write: (value: unknown) => Promise<void>;
  /** Tells each new value (undefined after it was removed) until the signal ends it. */
  watch: (onChange: (value: unknown) => void, signal: AbortSignal) => void;
}

export function storedValue(key: string): StoredValue {
  return {
    read: async () => (await browser.storage.local.get(key))[key],
    write: (value) => browser.storage.local.set({ [key]: value }),
    watch(onChange, signal) {
      if (signal.aborted) return;
      const { onChanged } = browser.storage;
      const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        const change = changes[key];
        if (area === "local" && change) onChange(change.newValue);
      };
      onChanged.addListener(listener);
      signal.addEventListener("abort", () => onChanged.removeListener(listener), { once: true });
    },
  };
}
