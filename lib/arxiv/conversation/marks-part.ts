/** Saves the paper and marks it as read, in the conversation: scripts of the page cannot look into its closed root. */
import type { MarkKind } from "../../marks/marks.ts";
import type { PageMark } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { plainError } from "../../texts/plain-error.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { listen } from "../trusted.ts";

/** What the marks of one paper need from outside. */
export interface ConversationMarks {
  read: (id: PaperId) => Promise<PageMark>;
  set: (id: PaperId, kind: MarkKind, on: boolean) => Promise<PageMark>;
  /** Calls back when marks have changed, here or elsewhere, until the signal ends it. */
  watch: (onChange: () => void, signal: AbortSignal) => void;
}

/** A line of two buttons, which cannot be pressed before the marks are known. */
export function marksPart(
  document: Document,
  id: PaperId,
  marks: ConversationMarks,
  signal: AbortSignal,
): HTMLElement {
  const status = element(document, "span", { role: "status" });
  let now: PageMark | undefined;
  const button = (kind: MarkKind) => {
    const made = element(document, "button", { type: "button", class: "link" }, text(`markOn_${kind}`));
    listen(made, "click", () => {
      if (now) void attempt(marks.set(id, kind, !now[kind]));
    });
    return made;
  };
  const buttons = { saved: button("saved"), read: button("read") };
  const show = (mark: PageMark) => {
    now = mark;
    for (const kind of ["saved", "read"] as const)
      buttons[kind].textContent = text(mark[kind] ? `markOff_${kind}` : `markOn_${kind}`);
  };
  const attempt = async (answer: Promise<PageMark>) => {
    try {
      show(await answer);
      status.textContent = "";
    } catch (error) {
      status.textContent = text("markTrouble", plainError(error));
    }
  };
  const read = () => void attempt(marks.read(id));
  read();
  marks.watch(read, signal);
  return element(document, "p", { class: "marks" }, buttons.saved, buttons.read, status);
}
