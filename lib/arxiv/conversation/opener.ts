/** Presses on badges. What they open is a script of its own, loaded when it seems to be wanted. */
import type { PaperId } from "../../paper/paper-id.ts";
import { bareText } from "../../texts/bare-text.ts";
import { element } from "../element.ts";
import { once } from "../once.ts";
import type { Look } from "../badge/badge-slots.ts";
import { listen } from "../trusted.ts";

/** A badge that a conversation opens from. */
export interface Opener {
  id: PaperId;
  look: Look;
  button: HTMLButtonElement;
}

/** Closes a conversation; with `focus`, the badge gets the focus back. */
export type Close = (focus: boolean) => void;

export type OpenConversation = (opener: Opener, onClosed: () => void) => Close;

interface Presses {
  /** Makes a badge's host open its conversation. */
  add: (host: HTMLElement, opener: Opener) => void;
  /** Whether a conversation is open, or about to be. */
  isOpen: () => boolean;
}

/**
 * Listens for presses on badges, once there is one and until the signal ends: few listeners for a whole page. A panel is
 * made when it opens and removed when it closes, so that a page full of badges stays light.
 *
 * @param load gets the part that opens conversations, which is not loaded with the page: asked for as soon as the pointer or the
 *   focus is on a badge, so that it is there when that is pressed
 * @param onIdle told when a conversation has closed and no other is open
 */
export function listenForPresses(
  document: Document,
  load: () => Promise<OpenConversation>,
  signal: AbortSignal,
  onIdle: () => void,
): Presses {
  const openers = new WeakMap<EventTarget, Opener>();
  const open = new Map<Opener, Close>();
  const pressed = (event: Event): Opener | undefined => {
    const path = event.composedPath();
    const opener = path.map((target) => openers.get(target)).find(Boolean);
    return opener && path.includes(opener.button) ? opener : undefined;
  };

  const loaded = once(load);
  const show = async (opener: Opener) => {
    const { button } = opener;
    const closed = () => {
      open.delete(opener);
      if (open.size === 0) onIdle();
    };
    open.set(opener, closed); // pressed again before it has come: it stays closed
    try {
      const openPanel = await loaded();
      if (open.get(opener) === closed && !signal.aborted) open.set(opener, openPanel(opener, closed));
    } catch {
      closed();
      if (!button.querySelector("[role]"))
        button.append(element(document, "span", { role: "alert" }, bareText("conversationFailed")));
    }
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
    const close = open.get(opener);
    const wasOpen = close ?? openAtPress === opener;
    openAtPress = undefined;
    if (!wasOpen) void show(opener);
    else close?.(true);
  };
  const onNear = (event: Event) => {
    if (pressed(event)) void loaded();
  };
  let listening = false;
  const begin = () => {
    listening = true;
    const options = { capture: true, signal };
    const listeners = { pointerdown: onPointerDown, click: onClick, pointerover: onNear, focusin: onNear };
    for (const type of ["pointerdown", "click", "pointerover", "focusin"] as const)
      listen(document, type, listeners[type], options);
  };
  // A panel's own listeners would outlive its badge, and take the next Escape from the page.
  signal.addEventListener("abort", () => {
    for (const close of open.values()) close(false);
  });
  return {
    add(host, opener) {
      if (!listening) begin();
      openers.set(host, opener);
    },
    isOpen: () => open.size > 0,
  };
}
