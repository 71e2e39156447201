/** Where pages see that something about feeds changed. Only the worker writes it. */
import { storedValue } from "../../stored-value.ts";

/** Feeds, checks and log; tells nothing but that one of them changed, until the signal ends it. */
export function watchFeeds(onChange: () => void, signal: AbortSignal): void {
  for (const key of ["feeds", "feedChecks", "feedLog", "live", "livePast"])
    storedValue(key).watch(onChange, signal);
}
