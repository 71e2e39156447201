/** Room that a small menu takes at most, in CSS px: if the window has less below the button, it goes above. */
const ROOM = 150;
const GAP = 4;

/** Puts what opens above the page below its button (or above it), lined up at the end nearer to the window's side. */
export function besideButton(opened: HTMLElement, button: DOMRect): void {
  const { innerWidth, innerHeight } = window;
  const below = innerHeight - button.bottom > ROOM;
  const right = button.left > innerWidth / 2;
  opened.style.inset = [
    below ? `${button.bottom + GAP}px` : "auto",
    right ? `${Math.max(innerWidth - button.right, GAP)}px` : "auto",
    below ? "auto" : `${innerHeight - button.top + GAP}px`,
    right ? "auto" : `${button.left}px`,
  ].join(" ");
}
