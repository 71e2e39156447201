/** From hot paper to hot paper by key, on any page that has badges. */

import { pressedKey } from "../../texts/pressed-key.ts";
import { HOST } from "../badge/badge-host.ts";
import { listen } from "../trusted.ts";

/** The keys, as `KeyboardEvent.key` gives them; an empty one is switched off. */
export interface JumpKeys {
  next: string;
  previous: string;
}

/** Tells the keys in force now, and whenever they change, until the signal ends it. */
export type FollowKeys = (onKeys: (keys: JumpKeys) => void, signal: AbortSignal) => Promise<void>;

const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/** Whether a key belongs to something that the reader is typing into; shadow roots are looked into. */
function isTyping(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(TYPING));
}

/**
 * Listens until the signal ends.
 *
 * @param followKeys tells the keys in force, and whenever they change
 */
export function listenForJumps(document: Document, followKeys: FollowKeys, signal: AbortSignal): void {
  let keys: JumpKeys = { next: "", previous: "" };
  const onKey = (event: KeyboardEvent) => {
    const stepOf = (key: string) => (key === keys.next ? 1 : key === keys.previous ? -1 : 0);
    const step = stepOf(pressedKey(event)) || stepOf(event.key); // the latter was chosen on a layout of another script
    if (step === 0 || event.key === "") return;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event)) return;
    const hosts = [...document.querySelectorAll<HTMLElement>(HOST)];
    const host = neighbour(document, hosts, step);
    const button = host?.shadowRoot?.querySelector("button");
    if (!host || !button) return;
    event.preventDefault();
    button.focus({ preventScroll: true });
    host.scrollIntoView({ block: "center" });
  };
  listen(document, "keydown", onKey, { signal });
  void followKeys((next) => {
    keys = next;
  }, signal);
}

/** The badge before or after the focused one, or where none is focused the first one in that direction from the window's top. */
function neighbour(document: Document, hosts: HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const shown = hosts.filter((host) => host.getClientRects().length > 0);
  const focused = shown.indexOf(document.activeElement as HTMLElement);
  if (focused >= 0) return shown[focused + step];
  const below = shown.findIndex((host) => host.getBoundingClientRect().top >= 0);
  if (step === 1) return below < 0 ? undefined : shown[below];
  return below < 0 ? shown.at(-1) : shown[below - 1];
}
