/** Which feeds went wrong when they were asked last, as the worker keeps it in `storage.local`. Pages only read it. */
import { readFeedSettings } from "./feeds.ts";
import { fieldsOf } from "./stored-shape.ts";
import { storedValue } from "./stored-value.ts";

/** Codes of answers that came and cannot be used; with all others nothing came. */
const UNREADABLE = new Set(["noFeed", "unreadable", "newerVersion", "tooLarge", "checksum"]);

const checks = storedValue("feedChecks");

/** The feeds that are switched on and whose last check failed, the preferred first. */
export async function readFeedTroubles(): Promise<{ title: string; kind: "unreachable" | "unreadable" }[]> {
  const [{ feeds }, stored] = await Promise.all([readFeedSettings(), checks.read()]);
  const all = fieldsOf(stored);
  return feeds
    .filter(({ on }) => on)
    .flatMap(({ id, title }) => {
      const { code } = fieldsOf(fieldsOf(all[id])["error"]);
      // A full disk is no fault of the feed; the options say it.
      if (typeof code !== "string" || code.startsWith("store-")) return [];
      return { title, kind: UNREADABLE.has(code) ? "unreadable" : "unreachable" };
    });
}

/** Tells that checks were kept, until the signal ends it. */
export const watchFeedTroubles = (onChange: () => void, signal: AbortSignal): void =>
  checks.watch(onChange, signal);
