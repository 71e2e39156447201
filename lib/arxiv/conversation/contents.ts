/**
 * What a conversation says. It is in a script of its own, which a page gets when its first conversation seems to be wanted
 * (entrypoints/conversation.ts): most pages of arXiv never need it.
 */
import { lacksTexts } from "../../texts/fold-posts.ts";
import type { ConversationEntry, LookReply } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { adoptSheet } from "../badge/shared-stylesheet.ts";
import css from "./contents.css?inline";
import { copyPart } from "./copy-part.ts";
import { countedPart } from "./counted-part.ts";
import { entryPart } from "./entry-part.ts";
import { type FollowActions, followPart } from "./follow-part.ts";
import { furtherPart } from "./further-part.ts";
import { lookPart } from "./look-part.ts";
import { endLoading, showFailure } from "./panel.ts";
import { textsPart } from "./texts-part.ts";

/**
 * Fills a panel with a paper's entries.
 *
 * @param entries newest first
 * @param openDay opens a day's hot list in a tab
 * @param loadTexts fetches the words of posts, as whole months, and gives the entries again
 * @param look asks the networks about a paper, or for consent on a page of ours (null); absent if not possible
 * @param follows follows authors and categories; absent if not possible
 */
export function showConversation(
  panel: HTMLElement,
  id: PaperId,
  entries: readonly ConversationEntry[],
  openDay: (date: string) => Promise<void>,
  loadTexts: (id: PaperId) => Promise<ConversationEntry[]>,
  look?: (id: PaperId) => Promise<LookReply | null>,
  follows?: FollowActions,
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
    openDay(date).catch((error: unknown) => showFailure(panel, error));
  };
  const articles = (some: readonly ConversationEntry[]) =>
    some.map((entry) => entryPart(document, entry, open));
  let shown = articles(entries);
  const texts = async () => {
    const loaded = await loadTexts(id);
    const [first, ...others] = shown;
    shown = articles(loaded);
    for (const article of others) article.remove();
    first?.replaceWith(...shown);
    return !loaded.some(lacksTexts);
  };
  panel.querySelector("header")?.append(countedPart(document, entries));
  panel.append(
    ...(entries.some(lacksTexts) ? [textsPart(document, texts)] : []),
    ...shown,
    ...(look ? [lookPart(document, id, look)] : []),
    ...(follows ? [followPart(document, newest, follows)] : []),
    element(document, "footer", {}, copyPart(document, newest), furtherPart(document, id)),
  );
}
