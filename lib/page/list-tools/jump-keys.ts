/** From hot paper to hot paper by key, on any page that has badges. */

/** The keys, as `KeyboardEvent.key` gives them; an empty one is switched off. */
export interface JumpKeys {
  next: string;
  previous: string;
}

/** arXiv itself uses Ctrl/Cmd+K and the access keys f, p and n; these two it leaves free. */
export const DEFAULT_JUMP_KEYS: JumpKeys = { next: "j", previous: "k" };

const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/** Whether a key belongs to something that the reader is typing into; shadow roots are looked into. */
function isTyping(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(TYPING));
}

/**
 * Listens until the signal ends.
 *
 * @param hosts the badges' host elements in the order of the page, read anew at each key
 * @param keys read anew at each key, so that a change in the options takes effect at once
 */
export function listenForJumps(
  document: Document,
  hosts: () => HTMLElement[],
  keys: () => JumpKeys,
  signal: AbortSignal,
): void {
  const onKey = (event: KeyboardEvent) => {
    const { next, previous } = keys();
    const step = event.key === next ? 1 : event.key === previous ? -1 : 0;
    if (step === 0 || event.key === "") return;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event)) return;
    const host = neighbour(document, hosts(), step);
    const button = host?.shadowRoot?.querySelector("button");
    if (!host || !button) return;
    event.preventDefault();
    button.focus({ preventScroll: true });
    host.scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", onKey, { signal });
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
