/** How the embedded archive is, in `storage.local`, so that pages can follow an import. The index itself has the truth. */
import type { IndexStatus } from "../messages/messages.ts";
import { storedValue } from "../settings/stored-value.ts";
import { createQueue } from "./queue.ts";

export interface ArchiveState {
  state: IndexStatus["archive"];
  /** 0 to 1 while importing. */
  progress: number;
  /** The error behind `failed`, in plain words. */
  failure?: string;
}

const stored = storedValue("archive");
const inTurn = createQueue();

/** Shows a state to all pages; one that they see already is not written again. */
export function showArchiveState(state: ArchiveState): Promise<void> {
  return inTurn(async () => {
    if (JSON.stringify(await stored.read()) !== JSON.stringify(state)) await stored.write(state);
  });
}

/** Tells each new state until the signal ends it. */
export function watchArchiveState(onChange: (state: ArchiveState) => void, signal: AbortSignal): void {
  stored.watch((value) => {
    if (isArchiveState(value)) onChange(value);
  }, signal);
}

function isArchiveState(value: unknown): value is ArchiveState {
  return typeof value === "object" && value !== null && "state" in value && "progress" in value;
}
