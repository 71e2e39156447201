/** "Look now": what networks say of this paper now. Nothing is asked before a press on the button, which says who will learn what. */
import type { LookReply } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { moment } from "../../texts/format.ts";
import { lookAnswer } from "../../texts/look-answer.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { listen } from "../trusted.ts";
import { chipsPart } from "./chips-part.ts";
import { postPart } from "./post-part.ts";

/** @param look asks the networks; null if the reader has to consent first, on a page of ours that it opens */
export function lookPart(
  document: Document,
  id: PaperId,
  look: (id: PaperId) => Promise<LookReply | null>,
): HTMLElement {
  const button = element(document, "button", { type: "button", class: "press" }, text("lookButton"));
  const found = element(document, "div", { "aria-live": "polite" });
  listen(button, "click", async () => {
    if (button.ariaDisabled === "true") return;
    button.ariaDisabled = "true";
    button.textContent = text("lookAsking");
    found.replaceChildren(...(await answerPart(document, id, look)));
    button.ariaDisabled = null;
    button.textContent = text("lookButton");
  });
  return element(
    document,
    "section",
    { class: "look" },
    element(document, "h3", {}, text("lookTitle")),
    element(document, "p", {}, text("lookHint")),
    button,
    found,
  );
}

async function answerPart(
  document: Document,
  id: PaperId,
  look: (id: PaperId) => Promise<LookReply | null>,
): Promise<Node[]> {
  try {
    const reply = await look(id);
    return reply ? foundPart(document, id, reply) : [statePart(document, "lookElsewhere")];
  } catch {
    return [statePart(document, "conversationFailed")];
  }
}

const statePart = (document: Document, words: "lookElsewhere" | "conversationFailed") =>
  element(document, "p", { class: "state" }, text(words));

function foundPart(document: Document, id: PaperId, reply: LookReply): Node[] {
  const answer = lookAnswer(reply);
  const items = answer.posts.map((post) =>
    element(document, "li", { class: "post" }, ...postPart(document, post)),
  );
  const parts = [
    chipsPart(document, { id, ...answer }),
    element(document, "p", {}, text("lookAsked", moment(reply.at))),
    items.length > 0 ? element(document, "ul", {}, ...items) : undefined,
  ];
  return parts.filter((part) => part !== undefined);
}
