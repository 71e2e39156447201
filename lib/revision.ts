/**
 * A number in `storage.local` that goes up whenever the index has changed. The worker is the only one that writes to the
 * index; pages read it themselves, and read again when this number changes.
 */
import { storedValue } from "./stored-value.ts";
import { createQueue } from "./queue.ts";

const stored = storedValue("revision");

/** In turn, because two that read the same number would write the same one, and the second change would be lost. */
const inTurn = /* @__PURE__ */ createQueue(); // pages only watch, and go without it

/** To be called after each write that ended well. */
export function raiseRevision(): Promise<void> {
  return inTurn(async () => {
    const before = await stored.read();
    await stored.write((typeof before === "number" ? before : 0) + 1);
  });
}

/** Tells that the index has changed, until the signal ends it. */
export function watchRevision(onChange: () => void, signal: AbortSignal): void {
  stored.watch(onChange, signal);
}
