/** A conversation opens: under the badge on an abstract page, over the page on a list. */
import type { ConversationEntry, LookReply } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { adoptSheet } from "../sheet.ts";
import { showConversation } from "./contents.ts";
import type { Close, Opener } from "./opener.ts";
import type { IsOwnPress } from "./look-part.ts";
import css from "./panel.css?inline";
import { createPanel, endLoading, showFailure } from "./panel.ts";
import { placePopover } from "./popover-place.ts";

/** What a conversation needs from outside. */
export interface ConversationActions {
  /** All entries of a paper, newest first. */
  conversation: (id: PaperId) => Promise<ConversationEntry[]>;
  /** Opens a day's hot list in a tab. */
  openDay: (date: string) => Promise<void>;
  openOptions: () => Promise<void>;
  /** Asks the networks about a paper; absent where that cannot be. */
  look?: (id: PaperId) => Promise<LookReply>;
  /** Tells presses that may ask them: those that the browser trusts, unless said otherwise. */
  isOwnPress?: IsOwnPress;
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
  const panel = createPanel(document, id);
  adoptSheet(root, css);

  const close: Close = (focus) => {
    if (signal.aborted) return;
    const focusWasInside = panel.contains(root.activeElement);
    ended.abort();
    panel.remove();
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-controls");
    if (focus || focusWasInside) button.focus({ preventScroll: true });
    onClosed();
  };

  (root.host as HTMLElement).removeAttribute("data-late"); // asked for, it may take room
  root.append(panel);
  button.setAttribute("aria-expanded", "true");
  button.setAttribute("aria-controls", panel.id);
  const onKey = (event: KeyboardEvent) => {
    // A popover is above everything; a panel in the page closes only from within.
    if (event.key !== "Escape" || (look === "line" && !event.composedPath().includes(root))) return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  };
  document.addEventListener("keydown", onKey, { capture: true, signal });
  if (look === "pill") {
    panel.popover = "auto";
    panel.showPopover();
    placePopover(panel, button, signal);
    panel.addEventListener("toggle", (event) => {
      if (event.newState === "closed") close(false);
    });
  }
  void fill(panel, id, actions, signal);
  return close;
}

async function fill(panel: HTMLElement, id: PaperId, actions: ConversationActions, signal: AbortSignal) {
  try {
    const entries = await actions.conversation(id);
    if (signal.aborted) return;
    const { openDay, openOptions, look, isOwnPress } = actions;
    showConversation(panel, id, entries, openDay, openOptions, look, isOwnPress);
  } catch {
    if (signal.aborted) return;
    endLoading(panel);
    showFailure(panel);
  }
}
