/** "Look now": what networks say of this paper at this moment. Nobody is asked before the button, which says who will learn what. */
import type { LookReply, NetworkLook } from "../../messages/messages.ts";
import { moment } from "../../texts/format.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { chipsPart } from "./chips-part.ts";
import { postPart } from "./post-part.ts";

/** Whether a press is a person's own. Scripts of the page reach our buttons, since shadow roots are open. */
export type IsOwnPress = (event: Event) => boolean;

/**
 * @param look asks the networks
 * @param isOwnPress tells presses that may do so
 */
export function lookPart(
  document: Document,
  look: () => Promise<LookReply>,
  isOwnPress: IsOwnPress = ({ isTrusted }) => isTrusted,
): HTMLElement {
  const button = element(document, "button", { type: "button", class: "press" }, text("lookButton"));
  const found = element(document, "div", { "aria-live": "polite" });
  button.addEventListener("click", async (event) => {
    if (button.ariaDisabled === "true" || !isOwnPress(event)) return;
    button.ariaDisabled = "true";
    button.textContent = text("lookAsking");
    found.replaceChildren(...(await answerPart(document, look)));
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

async function answerPart(document: Document, look: () => Promise<LookReply>): Promise<Node[]> {
  try {
    return foundPart(document, await look());
  } catch {
    return [element(document, "p", { class: "state" }, text("conversationFailed"))];
  }
}

function foundPart(document: Document, { at, networks }: LookReply): Node[] {
  const known = networks.filter((each) => each.state === "known");
  const posts = known.flatMap((each) => each.posts);
  const seen = new Date(at).toISOString().slice(0, 19);
  const items = posts.map((post) => element(document, "li", { class: "post" }, ...postPart(document, post)));
  const parts = [
    chipsPart(document, {
      counts: known.map(({ counts }) => counts),
      sources: networks.map((each) => ({ source: each.network, at: seen, ...stateOf(each) })),
    }),
    element(document, "p", {}, text("lookAsked", moment(at))),
    items.length > 0 ? element(document, "ul", {}, ...items) : undefined,
  ];
  return parts.filter((part) => part !== undefined);
}

const stateOf = (each: NetworkLook) =>
  each.state === "failed"
    ? { state: "failed" as const, reason: each.reason }
    : { state: "ok" as const, complete: true };
