/** Where pages see that something about feeds changed. The worker alone writes it. */
import { storedValue } from "../settings/stored-value.ts";

/** Feeds, checks and log; tells nothing but that one of them changed, until the signal ends it. */
export function watchFeeds(onChange: () => void, signal: AbortSignal): void {
  for (const key of ["feeds", "feedChecks", "feedLog", "live"]) storedValue(key).watch(onChange, signal);
}
