const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/** Whether a key belongs to something that the reader is typing into; shadow roots are looked into. */
const isTyping = (event: KeyboardEvent): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.matches(TYPING));

/** Whether a key may be one of ours: nothing else has taken it, none of the keys that make it another one is held, and no one is typing. */
export const isOurs = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.isComposing &&
  !event.ctrlKey &&
  !event.altKey &&
  !event.metaKey &&
  !isTyping(event);
