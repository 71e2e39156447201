/**
 * What a conversation says. It is in a script of its own, which a page gets when its first conversation seems to be wanted
 * (entrypoints/conversation.ts): most pages of arXiv never need it.
 */
import type { ConversationEntry, LookReply } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { adoptSheet } from "../sheet.ts";
import css from "./contents.css?inline";
import { copyPart } from "./copy-part.ts";
import { countedPart } from "./counted-part.ts";
import { entryPart } from "./entry-part.ts";
import { furtherPart } from "./further-part.ts";
import { type IsOwnPress, lookPart } from "./look-part.ts";
import { endLoading, showFailure } from "./panel.ts";

/**
 * Fills a panel with a paper's entries.
 *
 * @param entries newest first
 * @param openDay opens a day's hot list in a tab
 * @param openOptions opens our options, where the words of posts can be had
 * @param look asks the networks about a paper; absent where that cannot be
 * @param isOwnPress tells presses that may ask them
 */
export function showConversation(
  panel: HTMLElement,
  id: PaperId,
  entries: readonly ConversationEntry[],
  openDay: (date: string) => Promise<void>,
  openOptions: () => Promise<void>,
  look?: (id: PaperId) => Promise<LookReply>,
  isOwnPress?: IsOwnPress,
): void {
  const document = panel.ownerDocument;
  const [newest] = entries;
  adoptSheet(panel.getRootNode() as ShadowRoot, css);
  endLoading(panel);
  if (!newest) {
    panel.append(element(document, "p", { class: "state" }, text("conversationGone")));
    return;
  }
  const open = (date: string) => {
    openDay(date).catch(() => showFailure(panel));
  };
  // Those of the archive; live networks let nobody pass words on.
  const withoutText = entries.some(({ posts }) =>
    posts.some((post) => post.network === "twitter" && post.text === undefined),
  );
  panel.querySelector("header")?.append(countedPart(document, entries));
  panel.append(
    ...entries.map((entry) => entryPart(document, entry, open)),
    ...(withoutText ? [wordsNote(document, () => void openOptions().catch(() => showFailure(panel)))] : []),
    ...(look ? [lookPart(document, () => look(id), isOwnPress)] : []),
    element(document, "footer", {}, copyPart(document, newest), furtherPart(document, id)),
  );
}

/** Says why posts have no words, and leads to where they can be had: as whole days, never for one paper. */
function wordsNote(document: Document, onPress: () => void): HTMLElement {
  const button = element(document, "button", { type: "button", class: "link" }, text("conversationGetTexts"));
  button.addEventListener("click", onPress);
  return element(document, "p", { class: "note" }, `${text("conversationNoTexts")} `, button);
}
