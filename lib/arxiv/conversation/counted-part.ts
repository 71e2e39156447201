/** "How is this counted?", one press away from every figure. */
import type { Counter, Network } from "../../digest/digest.ts";
import type { ConversationEntry } from "../../messages/messages.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";

/** A disclosure with all that is known about the figures of these entries, their faults first. */
export function countedPart(document: Document, entries: readonly ConversationEntry[]): HTMLElement {
  const isFrom = (network: Network, by?: Counter) =>
    entries.some(({ counts }) => counts.some((each) => each.network === network && each.by === by));
  return element(
    document,
    "details",
    { class: "counted" },
    element(document, "summary", {}, text("conversationCounted")),
    isFrom("twitter") ? element(document, "p", {}, text("conversationCountedTwitter")) : undefined,
    isFrom("twitter", "alphaxiv") ? element(document, "p", {}, text("countedAlphaxiv")) : undefined,
    isFrom("huggingface") ? element(document, "p", {}, text("conversationCountedHuggingFace")) : undefined,
    element(document, "p", {}, text("conversationCountedBars")),
    entries.some(({ ranks }) => ranks)
      ? element(document, "p", {}, text("conversationCountedMixed"))
      : undefined,
  );
}
