/** From hot paper to hot paper by key, on any page that has badges. */

import { pressedKey } from "../../texts/pressed-key.ts";
import { HOST } from "../badge/badge-host.ts";
import { jumpedTo } from "../marks/marks-door.ts";
import { listen } from "../trusted.ts";
import { isOurs } from "../typing.ts";

/** The keys, as `KeyboardEvent.key` gives them; an empty one is switched off. */
export interface JumpKeys {
  next: string;
  previous: string;
}

/** Tells the keys in force now, and whenever they change, until the signal ends it. */
export type FollowKeys = (onKeys: (keys: JumpKeys) => void, signal: AbortSignal) => Promise<void>;

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
    if (step === 0 || event.key === "" || !isOurs(event)) return;
    const hosts = [...document.querySelectorAll<HTMLElement>(HOST)];
    const host = neighbour(document, hosts, step);
    const button = host?.shadowRoot?.querySelector("button");
    if (!host || !button) return;
    event.preventDefault();
    button.focus({ preventScroll: true });
    host.scrollIntoView({ block: "center" });
    jumpedTo(host);
  };
  listen(document, "keydown", onKey, { signal });
  void followKeys((next) => {
    keys = next;
  }, signal);
}

/** The badge before or after the focused one, or if none is focused the first one in that direction from the window's top. */
function neighbour(document: Document, hosts: HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const shown = hosts.filter((host) => host.getClientRects().length > 0);
  const focused = shown.indexOf(document.activeElement as HTMLElement);
  if (focused >= 0) return shown[focused + step];
  const below = shown.findIndex((host) => host.getBoundingClientRect().top >= 0);
  if (step === 1) return below < 0 ? undefined : shown[below];
  return below < 0 ? shown.at(-1) : shown[below - 1];
}
