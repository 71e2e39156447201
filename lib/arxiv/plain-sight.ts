/**
 * Presses count only on what the reader could see. A page can cover a button, make it invisible or let it jump under the pointer, so that
 * a real press hits it unawares. So a button must have been in plain sight for a moment. Chrome tells what is visible and uncovered
 * (https://w3c.github.io/IntersectionObserver/v2/); elsewhere we look at styles and at what is there.
 */
import { listen } from "./trusted.ts";
import { isUncovered } from "./uncovered.ts";

/** For this long, in ms: more than a second press that was meant for something else takes. */
const MOMENT = 300;
/** All but buttons that only open a menu. */
const PRESSABLE = "a, button:not([aria-haspopup])";

type Sight = Pick<IntersectionObserverEntry, "target" | "time"> & { isVisible: boolean };
type Tracking = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

/**
 * Lets presses on buttons and links below a shadow root through if they come from a person and their target was in plain sight. A key
 * that is held down is one press.
 *
 * @param onRefused told of a person's press that did not count
 */
export function guardPresses(root: ShadowRoot, onRefused: () => void): void {
  /** Since when each button or link has been in plain sight, on the clock of events. */
  const since = new Map<EventTarget, number>();
  const canTrack = "isVisible" in IntersectionObserverEntry.prototype;
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, time, isVisible } of entries as unknown as Sight[]) {
        if (canTrack && !isVisible) since.delete(target);
        else if (!since.has(target)) since.set(target, time);
      }
    },
    // The spec wants at least 100 ms.
    { trackVisibility: true, delay: 100 } as Tracking,
  );
  const watch = () => {
    for (const each of root.querySelectorAll(PRESSABLE)) sight.observe(each);
  };
  new MutationObserver(watch).observe(root, { childList: true, subtree: true });
  watch();

  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const onPress = (event: Event) => {
    const pressed = (event.target as Element).closest?.(PRESSABLE);
    if (!pressed) return;
    const isSettled = event.timeStamp - (since.get(pressed) ?? Infinity) >= MOMENT;
    if (event.isTrusted && isSettled && (canTrack || (import.meta.env.FIREFOX && isUncovered(pressed))))
      return;
    stop(event);
    if (event.isTrusted) onRefused();
  };
  for (const type of ["click", "auxclick"]) root.addEventListener(type, onPress, true);
  listen(root, "keydown", (event) => event.repeat && event.key === "Enter" && stop(event));
}
