/** Words about networks that are asked live: their names, and why one has no answer. */
import type { SourceState } from "../digest/digest.ts";
import { text, type TextKey } from "./text.ts";

/** A source's own name. Twitter is no longer asked: X is. */
export const sourceName = (source: SourceState["source"]): string =>
  text(`network_${source === "twitter" ? "x" : source}`);

const TROUBLES: Record<string, TextKey> = {
  offline: "troubleOffline",
  unreachable: "troubleUnreachable",
  timeout: "troubleTimeout",
  throttled: "troubleThrottled",
  refused: "troubleRefused",
  unreadable: "troubleUnreadable",
};

/** Why a source did not answer, by the code of a digest: "is busy and asked us to wait". */
export const troubleWords = (reason: string): string =>
  text(Object.hasOwn(TROUBLES, reason) ? TROUBLES[reason]! : "troubleBroken");
