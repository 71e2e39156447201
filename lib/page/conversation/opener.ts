/** Opening and closing: under the badge on an abstract page, over the page on a list. */
import type { ConversationEntry } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { adoptSheet } from "../sheet.ts";
import type { Look } from "../spots.ts";
import type { ShowConversation } from "./contents.ts";
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
  /** Gets the part that shows entries, which is not loaded with the page. */
  contents: () => Promise<ShowConversation>;
}

/** A badge that a conversation opens from. */
interface Opener {
  id: PaperId;
  look: Look;
  button: HTMLButtonElement;
}

type Close = (focus: boolean) => void;

/**
 * Listens for presses on badges, once there is one and until the signal ends: two listeners for a whole page. A panel is made when it opens and
 * removed when it closes, so that a page full of badges stays light.
 *
 * @returns makes a badge's host open its conversation
 */
export function listenForPresses(
  document: Document,
  actions: ConversationActions,
  signal: AbortSignal,
): (host: HTMLElement, opener: Opener) => void {
  const openers = new WeakMap<EventTarget, Opener>();
  const open = new Map<Opener, Close>();
  const pressed = (event: Event): Opener | undefined => {
    const path = event.composedPath();
    const opener = path.map((target) => openers.get(target)).find(Boolean);
    return opener && path.includes(opener.button) ? opener : undefined;
  };

  // Pressing outside of a popover closes it, and the badge is outside: the click that follows must not open it again.
  let openAtPress: Opener | undefined;
  const onPointerDown = (event: Event) => {
    const opener = pressed(event);
    openAtPress = opener && open.has(opener) ? opener : undefined;
  };
  const onClick = (event: Event) => {
    const opener = pressed(event);
    if (!opener) return;
    const wasOpen = open.has(opener) || openAtPress === opener;
    openAtPress = undefined;
    if (wasOpen) open.get(opener)?.(true);
    else
      open.set(
        opener,
        openPanel(opener, actions, () => open.delete(opener)),
      );
  };
  let listening = false;
  const listen = () => {
    listening = true;
    document.addEventListener("pointerdown", onPointerDown, { capture: true, signal });
    document.addEventListener("click", onClick, { capture: true, signal });
  };
  return (host, opener) => {
    if (!listening) listen();
    openers.set(host, opener);
  };
}

/** Opens the panel and gives the function that closes it; with `focus`, the badge gets the focus back. */
function openPanel({ id, look, button }: Opener, actions: ConversationActions, onClosed: () => void): Close {
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
    const [show, entries] = await Promise.all([actions.contents(), actions.conversation(id)]);
    if (!signal.aborted) show(panel, id, entries, actions.openDay, actions.openOptions);
  } catch {
    if (signal.aborted) return;
    endLoading(panel);
    showFailure(panel);
  }
}
