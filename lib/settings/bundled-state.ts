/**
 * How the bundled digests are, in `storage.local` under "archive": the background writes it, pages follow it. The index itself has the
 * truth.
 */
import { createQueue } from "../queue.ts";
import { storedValue } from "../stored-value.ts";

/** `progress` is 0 to 1. `deleted`: the reader deleted everything; they stay away until they are restored. */
export type BundledState =
  | { state: "importing"; progress: number }
  | { state: "whole" | "deleted"; progress?: number }
  /** `failure` is the error in plain words. */
  | { state: "failed"; progress?: number; failure?: string };

const stored = storedValue("archive");
const inTurn = createQueue();

/** Shows a state to all pages; one that they see already is not written again. */
export function showBundledState(state: BundledState): Promise<void> {
  return inTurn(async () => {
    if (JSON.stringify(await stored.read()) !== JSON.stringify(state)) await stored.write(state);
  });
}

export const storedBundledState = async (): Promise<BundledState> => bundledStateIn(await stored.read());

/** Calls back whenever the state or its progress changed, until the signal ends it. */
export const watchBundledState = (onChange: () => void, signal: AbortSignal): void =>
  stored.watch(onChange, signal);

/** Reads what is stored. If there is nothing, or nothing that we know, the background has not told yet, so it is about to begin. */
export function bundledStateIn(value: unknown): BundledState {
  const { state, progress, failure } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  switch (state) {
    case "whole":
    case "deleted":
      return { state };
    case "failed":
      return { state, ...(typeof failure === "string" && { failure }) };
    default:
      return { state: "importing", progress: typeof progress === "number" ? within(progress) : 0 };
  }
}

const within = (progress: number) => (progress >= 0 ? Math.min(progress, 1) : 0);
