/** What went wrong when feeds were asked last, as the worker keeps it in `storage.local`. Pages only read it. */
import { readFeedSettings } from "./feeds.ts";
import { fieldsOf } from "../stored-shape.ts";
import { storedValue } from "../stored-value.ts";
import { isUnusable } from "./unusable-codes.ts";

const checks = storedValue("feedChecks");

/** Ids of what is asked besides the reader's feeds, among the checks. */
const LIVE = "live";
const ARCHIVE = "archive";

type Trouble = { kind: "unreachable" | "unreadable" } & (
  | { source: "feed"; title: string }
  | { source: "live" | "words" }
);

/** What is switched on and failed at its last check: the feeds, the preferred first, "Today, live", the archive's words. */
export async function readFeedTroubles(): Promise<Trouble[]> {
  const [{ feeds, live, fullTexts }, stored] = await Promise.all([readFeedSettings(), checks.read()]);
  const all = fieldsOf(stored);
  const kindOf = (id: string): Trouble["kind"] | undefined => {
    const { failures, error } = fieldsOf(all[id]);
    const { code } = fieldsOf(error);
    // A browser that was closed meanwhile is not the feed's fault; it is told only if it stops the browser again and again.
    if (code === "interrupted" && typeof failures === "number" && failures < 2) return undefined;
    // A full disk is not the feed's fault; the options say it.
    if (typeof code !== "string" || code.startsWith("store-")) return undefined;
    return isUnusable(code) ? "unreadable" : "unreachable";
  };
  const troubles: Trouble[] = [];
  for (const { id, title, on } of feeds) {
    const kind = on && kindOf(id);
    if (kind) troubles.push({ source: "feed", title, kind });
  }
  const [ofLive, ofFullTexts] = [live && kindOf(LIVE), fullTexts && kindOf(ARCHIVE)];
  if (ofLive) troubles.push({ source: "live", kind: ofLive });
  if (ofFullTexts) troubles.push({ source: "words", kind: ofFullTexts });
  return troubles;
}

/** Tells that checks were kept, until the signal ends it. */
export const watchFeedTroubles = (onChange: () => void, signal: AbortSignal): void =>
  checks.watch(onChange, signal);
