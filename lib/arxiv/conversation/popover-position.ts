/**
 * Where a popover is: near its badge, inside the window, scrolling with the page. By measured coordinates, because Firefox
 * 140 has no anchor positioning (it came with 147).
 */
import { listen } from "../trusted.ts";

const GAP = 4;
const EDGE = 8;
/** Below this height the side with more room is taken. */
const ENOUGH = 320;

/** A rectangle in the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  bottom: number;
}

/** Size and scroll offset of the window, in CSS pixels. `width` without the scroll bar. */
export interface View {
  width: number;
  height: number;
  scrollX: number;
  scrollY: number;
}

/** Styles, in pixels, of an absolutely placed popover in the top layer, whose containing block is the page's first screen. */
export interface Place {
  left: number;
  top?: number;
  bottom?: number;
  width: number;
  maxHeight: number;
}

/** Below the badge if there is room enough, otherwise on the side that has more. */
export function popoverPlace(badge: Box, view: View, wanted: number): Place {
  const width = Math.min(wanted, view.width - 2 * EDGE);
  const left = Math.max(EDGE, Math.min(badge.left, view.width - EDGE - width)) + view.scrollX;
  const below = view.height - badge.bottom - GAP - EDGE;
  const above = badge.top - GAP - EDGE;
  if (below >= ENOUGH || below >= above)
    return { left, width, top: badge.bottom + GAP + view.scrollY, maxHeight: Math.max(below, ENOUGH / 2) };
  return { left, width, bottom: view.height - badge.top + GAP - view.scrollY, maxHeight: above };
}

/** Places a shown popover, and again when the window changes its size. */
export function placePopover(popover: HTMLElement, button: HTMLElement, signal: AbortSignal): void {
  const window = popover.ownerDocument.defaultView;
  if (!window) return;
  const place = () => {
    const { clientWidth, clientHeight } = popover.ownerDocument.documentElement;
    const view = {
      width: clientWidth,
      height: clientHeight,
      scrollX: window.scrollX,
      scrollY: window.scrollY,
    };
    const { left, top, bottom, width, maxHeight } = popoverPlace(button.getBoundingClientRect(), view, 560);
    const px = (value: number | undefined) => (value === undefined ? "auto" : `${value}px`);
    Object.assign(popover.style, {
      left: px(left),
      top: px(top),
      bottom: px(bottom),
      width: px(width),
      maxHeight: px(maxHeight),
    });
  };
  place();
  listen(window, "resize", place, { signal });
}
