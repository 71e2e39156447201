/** One value in `storage.local`, which the worker and all our pages share. What is read may be anything: check it. */
import { browser } from "./browser.ts";
import { readLocal } from "./read-local.ts";

export interface StoredValue {
  /** Undefined if nothing was stored. */
  read: () => Promise<unknown>;
  /** Plain JSON. */
  write: (value: unknown) => Promise<void>;
  remove: () => Promise<void>;
  /**
   * Tells each new value (undefined after it was removed) until the signal ends it, and the current value when the page comes back
   * from the back/forward cache: pages there are not told of changes.
   */
  watch: (onChange: (value: unknown) => void, signal: AbortSignal) => void;
  /** Tells the value that is stored, unless the caller has read it already, and then each new one. */
  follow: (onValue: (value: unknown) => void, signal: AbortSignal, read?: Promise<unknown>) => Promise<void>;
}

let next: { keys: string[]; values: Promise<Record<string, unknown>> } | undefined;

/** Reads a value together with all others asked for at this moment: a page wants many when it opens, and each trip takes its time. */
async function readTogether(key: string): Promise<unknown> {
  if (!next) {
    const keys: string[] = [];
    const read = () => {
      next = undefined;
      return readLocal(keys);
    };
    next = { keys, values: Promise.resolve().then(read) };
  }
  next.keys.push(key);
  return (await next.values)[key];
}

interface Watch {
  key: string;
  onChange: (value: unknown) => void;
}

/** All that watch values: one listener of the browser's for all, because each takes its time to add. */
const watches = new Set<Watch>();

function tell(changes: Record<string, { newValue?: unknown }>, area: string): void {
  if (area !== "local") return;
  for (const { key, onChange } of watches) {
    const change = changes[key];
    if (change) onChange(change.newValue);
  }
}

function tellAgain({ persisted }: PageTransitionEvent): void {
  if (!persisted) return;
  for (const { key, onChange } of watches) readTogether(key).then(onChange, () => undefined); // an extension that is gone
}

function listen(): void {
  const { onChanged } = browser.storage;
  if (!onChanged.hasListener(tell)) onChanged.addListener(tell);
  globalThis.addEventListener?.("pageshow", tellAgain); // once, however often it is added
}

function unlisten(): void {
  browser.storage.onChanged.removeListener(tell);
  globalThis.removeEventListener?.("pageshow", tellAgain);
}

export function storedValue(key: string): StoredValue {
  const all: StoredValue = {
    read: () => readTogether(key),
    write: (value) => browser.storage.local.set({ [key]: value }),
    remove: () => browser.storage.local.remove(key),
    watch(onChange, signal) {
      if (signal.aborted) return;
      const watch: Watch = { key, onChange };
      watches.add(watch);
      listen();
      signal.addEventListener("abort", () => {
        watches.delete(watch);
        if (watches.size === 0) unlisten();
      });
    },
    async follow(onValue, signal, read = all.read()) {
      all.watch(onValue, signal);
      const stored = await read;
      if (!signal.aborted) onValue(stored);
    },
  };
  return all;
}
