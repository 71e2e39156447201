/** The embedded archive's state, as the worker writes it while it imports. */
import { type ArchiveState, readArchiveState } from "../hot-list/archive-state.ts";
import { storedValue } from "../settings/stored-value.ts";

const stored = storedValue("archive");

export const storedArchiveState = async (): Promise<ArchiveState> => readArchiveState(await stored.read());

/** Calls back whenever the state or its progress changed, until the signal ends it. */
export const watchArchiveState = (onChange: () => void, signal: AbortSignal): void =>
  stored.watch(onChange, signal);
