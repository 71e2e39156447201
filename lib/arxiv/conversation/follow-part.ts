/** A fold with the paper's authors and categories: a press on one follows it. In a closed root, like all of a conversation. */
import type { ConversationEntry } from "../../messages/messages.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { listen } from "../trusted.ts";

/** What can be followed of a paper, as in lib/follows/follow.ts. */
export interface Followable {
  kind: "author" | "category";
  text: string;
}

export interface FollowActions {
  /** Whether each of these is followed, in their order. */
  areFollowed: (what: readonly Followable[]) => Promise<boolean[]>;
  follow: (what: Followable, on: boolean) => Promise<void>;
}

/** This many names have a button: a line of a thousand would be of no use. */
const MOST_AUTHORS = 30;

export function followPart(
  document: Document,
  { authors, categories }: ConversationEntry,
  { areFollowed, follow }: FollowActions,
): HTMLElement {
  const status = element(document, "span", { role: "status" });
  const all: Followable[] = [
    ...authors.slice(0, MOST_AUTHORS).map((name) => ({ kind: "author", text: name }) as const),
    ...categories.map((category) => ({ kind: "category", text: category }) as const),
  ];
  const buttons = all.map((what) => {
    const button = element(
      document,
      "button",
      { type: "button", class: "link", "aria-pressed": "false" },
      what.text,
    );
    listen(button, "click", async () => {
      const on = button.ariaPressed !== "true";
      try {
        await follow(what, on);
        button.ariaPressed = `${on}`;
        status.textContent = text(on ? "followsStarted" : "followsStopped", what.text);
      } catch {
        status.textContent = text("conversationFailed");
      }
    });
    return button;
  });
  const show = async () => {
    const followed = await areFollowed(all);
    for (const [at, button] of buttons.entries()) button.ariaPressed = `${followed[at] ?? false}`;
  };
  void show().catch(() => undefined); // then a press says what cannot be done
  return element(
    document,
    "details",
    { class: "follow" },
    element(document, "summary", {}, text("followsAdd")),
    element(document, "p", {}, ...buttons.flatMap((button) => [button, " "]), status),
  );
}
