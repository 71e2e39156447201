/** Opening and closing: under the badge on an abstract page, over the page on a list. */
import type { Badge, ConversationEntry } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { adoptSheet } from "../sheet.ts";
import type { Look } from "../spots.ts";
import css from "./conversation.css?inline";
import { createPanel, type PanelActions, showConversation, showFailure } from "./panel.ts";
import { placePopover } from "./popover-place.ts";

/** What a conversation needs from outside. */
export interface ConversationActions extends PanelActions {
  /** All entries of a paper, newest first. */
  conversation: (id: PaperId) => Promise<ConversationEntry[]>;
}

/**
 * Makes the badge's button open and close its conversation. The panel is made when it opens and removed when it closes,
 * so that a page full of badges stays light.
 */
export function attachConversation(
  root: ShadowRoot,
  button: HTMLButtonElement,
  badge: Badge,
  look: Look,
  actions: ConversationActions,
): void {
  let close: ((focus: boolean) => void) | undefined;
  // Pressing outside of a popover closes it, and the badge is outside: its click must not open it again.
  let openAtPress = false;
  button.addEventListener("pointerdown", () => {
    openAtPress = close !== undefined;
  });
  button.addEventListener("click", () => {
    const wasOpen = openAtPress || close !== undefined;
    openAtPress = false;
    if (wasOpen) close?.(true);
    else
      close = openPanel(root, button, badge.id, look, actions, () => {
        close = undefined;
      });
  });
}

/** Opens the panel and gives the function that closes it; with `focus`, the badge gets the focus back. */
function openPanel(
  root: ShadowRoot,
  button: HTMLButtonElement,
  id: PaperId,
  look: Look,
  actions: ConversationActions,
  onClosed: () => void,
): (focus: boolean) => void {
  const document = root.ownerDocument;
  const ended = new AbortController();
  const { signal } = ended;
  adoptOnce(root);
  const panel = createPanel(document, id);
  const close = (focus: boolean) => {
    if (signal.aborted) return;
    const focusWasInside = panel.contains(root.activeElement);
    ended.abort();
    panel.remove();
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-controls");
    if (focus || focusWasInside) button.focus({ preventScroll: true });
    onClosed();
  };

  root.host.removeAttribute("data-late"); // asked for, it may take room
  root.append(panel);
  button.setAttribute("aria-expanded", "true");
  button.setAttribute("aria-controls", panel.id);
  document.addEventListener(
    "keydown",
    (event) => {
      // A popover is above everything; a panel in the page closes only from within.
      if (event.key !== "Escape" || (look === "line" && !event.composedPath().includes(root))) return;
      event.preventDefault();
      event.stopPropagation();
      close(true);
    },
    { capture: true, signal },
  );
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
    if (!signal.aborted) showConversation(panel, id, entries, actions);
  } catch {
    if (!signal.aborted) showFailure(panel);
  }
}

const adopted = new WeakSet<ShadowRoot>();

function adoptOnce(root: ShadowRoot): void {
  if (adopted.has(root)) return;
  adopted.add(root);
  adoptSheet(root, css);
}
