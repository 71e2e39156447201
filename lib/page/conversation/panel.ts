/** The conversation as a reader sees it: loading, filled, failed. */
import type { ConversationEntry } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { copyPart } from "./copy-part.ts";
import { countedPart } from "./counted-part.ts";
import { entryPart } from "./entry-part.ts";
import { furtherPart } from "./further-part.ts";

export interface PanelActions {
  /** Opens a day's hot list in a tab. */
  openDay: (date: string) => Promise<void>;
}

/** A panel that says that it is loading. Its id is good within its own shadow root. */
export function createPanel(document: Document, id: PaperId): HTMLElement {
  const heading = element(document, "h2", {}, text("conversationTitle"));
  return element(
    document,
    "section",
    // Focusable, so that a click on its text does not leave Escape without effect.
    {
      id: "talk",
      class: "talk",
      tabindex: "-1",
      "aria-label": text("conversationLabel", id),
      "aria-busy": "true",
    },
    element(document, "header", {}, heading),
    element(document, "p", { class: "state" }, text("conversationLoading")),
  );
}

/** Fills the panel with a paper's entries. */
export function showConversation(
  panel: HTMLElement,
  id: PaperId,
  entries: readonly ConversationEntry[],
  { openDay }: PanelActions,
): void {
  const document = panel.ownerDocument;
  const [newest] = entries;
  if (!newest) {
    say(panel, text("conversationGone"));
    return;
  }
  const open = (date: string) => {
    openDay(date).catch(() => panel.append(failure(document)));
  };
  const withoutText = entries.some(({ posts }) => posts.some((post) => post.text === undefined));
  panel.querySelector(".state")?.remove();
  panel.removeAttribute("aria-busy");
  panel.querySelector("header")?.append(countedPart(document, entries));
  panel.append(
    ...entries.map((entry) => entryPart(document, entry, open)),
    ...(withoutText ? [element(document, "p", { class: "note" }, text("conversationNoTexts"))] : []),
    element(document, "footer", {}, copyPart(document, newest), furtherPart(document, id)),
  );
}

/** Says that the entries could not be read. */
export function showFailure(panel: HTMLElement): void {
  panel.querySelector(".state")?.remove();
  panel.removeAttribute("aria-busy");
  panel.append(failure(panel.ownerDocument));
}

function failure(document: Document): HTMLElement {
  return element(document, "p", { class: "state", role: "alert" }, text("conversationFailed"));
}

function say(panel: HTMLElement, words: string): void {
  panel.removeAttribute("aria-busy");
  const state = panel.querySelector(".state");
  if (state) state.textContent = words;
}
