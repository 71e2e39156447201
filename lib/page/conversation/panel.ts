/** The frame of a conversation: what is there before its entries are. */
import type { PaperId } from "../../paper/paper-id.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";

/** A panel that says that it is loading. Its id is good within its own shadow root. */
export function createPanel(document: Document, id: PaperId): HTMLElement {
  return element(
    document,
    "section",
    {
      id: "talk",
      class: "talk",
      tabindex: "-1", // a click on its text must not leave Escape without effect
      "aria-label": text("conversationLabel", id),
      "aria-busy": "true",
    },
    element(document, "header", {}, element(document, "h2", {}, text("conversationTitle"))),
    element(document, "p", { class: "state" }, text("conversationLoading")),
  );
}

/** Ends loading: what comes now is all there is. */
export function endLoading(panel: HTMLElement): void {
  panel.removeAttribute("aria-busy");
  panel.querySelector(".state")?.remove();
}

/** Says that what was asked for could not be had. */
export function showFailure(panel: HTMLElement): void {
  panel.append(
    element(panel.ownerDocument, "p", { class: "state", role: "alert" }, text("conversationFailed")),
  );
}
