/** "How is this counted?", one press away from every figure. */
import type { ConversationEntry } from "../../messages/messages.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";

/** A disclosure with what is known about the figures of these entries, their faults first. */
export function countedPart(document: Document, entries: readonly ConversationEntry[]): HTMLElement {
  const fromTwitter = entries.some(({ counts }) => counts.some(({ network }) => network === "twitter"));
  return element(
    document,
    "details",
    { class: "counted" },
    element(document, "summary", {}, text("conversationCounted")),
    fromTwitter ? element(document, "p", {}, text("conversationCountedTwitter")) : undefined,
    element(document, "p", {}, text("conversationCountedBars")),
    entries.some(({ ranks }) => ranks)
      ? element(document, "p", {}, text("conversationCountedMixed"))
      : undefined,
  );
}
