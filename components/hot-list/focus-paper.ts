/** A paper's place in a page, and how it gets the focus there, even if it is not drawn yet. */

/** An item of a list. */
export const ITEM = "[data-hot-paper]";
/** What holds a paper: an item of a list, or the paper beside it. */
export const HELD_BY = `${ITEM}, [data-paper]`;
/** The element of a paper of a list that takes the focus: its title, which says to screen readers what it is. */
export const TITLE = "h3 a";

/** A long list is drawn within this many frames of a change. */
const FRAMES = 120;

/** Its item in the list. */
export const itemOf = (id: string) => `[data-hot-paper="${CSS.escape(id)}"]`;
/** All that holds it. */
export const holderOf = (id: string) => `:is(${itemOf(id)}, [data-paper="${CSS.escape(id)}"])`;

/**
 * Focuses the first visible element that a selector finds, as soon as there is one. Gives up if the focus went elsewhere meanwhile.
 */
export function focusWhenThere(selector: string): void {
  const from = document.activeElement;
  let frames = FRAMES;
  const look = () => {
    const now = document.activeElement;
    if (now !== from && now !== document.body) return;
    if ([...document.querySelectorAll<HTMLElement>(selector)].some(takesFocus)) return;
    frames -= 1;
    if (frames > 0) requestAnimationFrame(look);
  };
  look();
}

/** A hidden element does not take it. */
function takesFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true });
  if (document.activeElement !== element) return false;
  element.scrollIntoView({ block: "nearest" });
  return true;
}
