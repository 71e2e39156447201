/** How asking live sources went, in the reader's language. */
import type { SourceState } from "../digest/digest.ts";
import type { FeedErrorCode } from "../feeds/feed-error.ts";
import type { LiveStatus } from "../messages/messages.ts";
import { moment } from "../texts/format.ts";
import { sourceName, troubleWords } from "../texts/network-text.ts";
import { text } from "../texts/text.ts";

const CODES: Record<string, FeedErrorCode> = {
  missing: "notFound",
  "too-big": "tooLarge",
  timeout: "timeout",
  throttled: "throttled",
  refused: "refused",
  offline: "offline",
  unreachable: "unreachable",
  unreadable: "unreadable",
};

/** A live source's reason as a feed's, whose sentences are the same. */
export const codeOf = (reason: string): FeedErrorCode => CODES[reason] ?? "broken";

/** A line for each source that was asked for a digest. */
export function sourceLines(sources: readonly SourceState[]): LiveStatus["sources"] {
  return sources.map(({ source, state, at, reason = "" }) => {
    const failed = state === "failed";
    const time = moment(Date.parse(`${at}Z`));
    const words = failed ? troubleWords(reason) : text("liveAnswered");
    return { name: sourceName(source), text: text("liveSource", words, time), failed };
  });
}
