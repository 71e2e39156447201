/** A conversation opens: under the badge on an abstract page, over the page on a list. */
import type { ConversationEntry, LookReply } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { guardPresses } from "../plain-sight.ts";
import { listen } from "../trusted.ts";
import { showConversation } from "./contents.ts";
import { type ConversationMarks, marksPart } from "./marks-part.ts";
import type { FollowActions } from "./follow-part.ts";
import type { Close, Opener } from "./opener.ts";
import { createPanel, endLoading, followTheme, showFailure, showRefusal } from "./panel.ts";
import { placePopover } from "./popover-position.ts";

/** What a conversation needs from outside. */
export interface ConversationActions {
  /** All entries of a paper, newest first. */
  conversation: (id: PaperId) => Promise<ConversationEntry[]>;
  /** Opens a day's hot list in a tab. */
  openDay: (date: string) => Promise<void>;
  /** Fetches what posts say, as whole months; gives all entries again. */
  loadTexts: (id: PaperId) => Promise<ConversationEntry[]>;
  /** Asks the networks about a paper, or for consent on a page of ours (null); absent if not possible. */
  look?: (id: PaperId) => Promise<LookReply | null>;
  /** Absent if nothing is marked. */
  marks?: ConversationMarks;
  /** Follows authors and categories; absent if not possible. */
  follows?: FollowActions | undefined;
}

/** Opens the panel and gives the function that closes it; with `focus`, the badge gets the focus back. */
export function openPanel(
  { id, look, button }: Opener,
  actions: ConversationActions,
  onClosed: () => void,
): Close {
  const root = button.getRootNode() as ShadowRoot;
  const document = root.ownerDocument;
  const ended = new AbortController();
  const { signal } = ended;
  const { host, panel, root: inner } = createPanel(document, id);
  guardPresses(inner, () => showRefusal(panel));
  followTheme(root.host, panel, signal);

  const close: Close = (focus) => {
    if (signal.aborted) return;
    const focusWasInside = root.activeElement === host;
    ended.abort();
    host.remove();
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-controls");
    if (focus || focusWasInside) button.focus({ preventScroll: true });
    onClosed();
  };

  (root.host as HTMLElement).removeAttribute("data-late"); // asked for, it may take room
  root.append(host);
  button.setAttribute("aria-expanded", "true");
  button.setAttribute("aria-controls", host.id);
  const onKey = (event: KeyboardEvent) => {
    // A popover is above everything; a panel in the page closes only from within.
    if (event.key !== "Escape" || (look === "line" && !event.composedPath().includes(root))) return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  };
  listen(document, "keydown", onKey, { capture: true, signal });
  if (look === "pill") {
    panel.popover = "auto";
    panel.showPopover();
    placePopover(panel, button, signal);
    listen(panel, "toggle", ({ newState }) => newState === "closed" && close(false));
  }
  void fill(panel, id, actions, signal);
  return close;
}

async function fill(panel: HTMLElement, id: PaperId, actions: ConversationActions, signal: AbortSignal) {
  try {
    const entries = await actions.conversation(id);
    if (signal.aborted) return;
    const { openDay, loadTexts, look, marks, follows } = actions;
    showConversation(panel, id, entries, openDay, loadTexts, look, follows);
    if (marks && entries.length > 0)
      panel.querySelector("header")?.after(marksPart(panel.ownerDocument, id, marks, signal));
  } catch (error) {
    if (signal.aborted) return;
    endLoading(panel);
    showFailure(panel, error);
  }
}
