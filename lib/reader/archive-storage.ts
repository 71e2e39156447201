/** The embedded archive's state, as the worker writes it while it imports. */
import { browser } from "../browser.ts";
import { type ArchiveState, readArchiveState } from "../hot-list/archive-state.ts";

/** Key in `storage.local`. */
const KEY = "archive";

export async function storedArchiveState(): Promise<ArchiveState> {
  return readArchiveState((await browser.storage.local.get(KEY))[KEY]);
}

/** Calls back whenever the state or its progress changed, until the signal ends it. */
export function watchArchiveState(onChange: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === "local" && KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener), { once: true });
}
