/**
 * Whether an element is on top at its place, as far as a browser can tell without tracking it: it and its ancestors are opaque and upright,
 * and nothing else is at its middle or near its corners. Elements that let presses through are looked for too; what only a shadow or a
 * pseudo-element paints is not found.
 */
export function isUncovered(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width < 8 || height < 8) return false;
  const [inX, inY] = [width / 4, height / 4];
  const points: Point[] = [
    [left + width / 2, top + height / 2],
    ...[left + inX, left + width - inX].flatMap((x): Point[] => [
      [x, top + inY],
      [x, top + height - inY],
    ]),
  ];
  const root = element.getRootNode() as ShadowRoot;
  const around = ancestorsOf(element);
  return (
    around.every(isPlain) &&
    points.every(([x, y]) => element.contains(root.elementFromPoint(x, y))) &&
    !isPaintedOver(element, around, points)
  );
}

type Point = readonly [x: number, y: number];

/** An element and its ancestors, out of all shadow roots, up to one in the top layer: that is not drawn with the rest. */
function ancestorsOf(element: Element): Element[] {
  const all: Element[] = [];
  for (let open: Element | null = element; open;) {
    all.push(open);
    if (open.matches(":popover-open")) break;
    open = open.parentElement ?? (open.getRootNode() as Partial<ShadowRoot>).host ?? null;
  }
  return all;
}

/** Neither pale nor clipped nor turned. A filter on the root is the whole page's, for instance from extensions that make pages dark. */
function isPlain(element: Element): boolean {
  const style = getComputedStyle(element);
  const { a, b, c, d, is2D } = new DOMMatrix(style.transform);
  const isUpright = is2D && a === 1 && b === 0 && c === 0 && d === 1;
  return (
    Number(style.opacity) > 0.9 &&
    style.visibility === "visible" &&
    (style.filter === "none" || element === element.ownerDocument.documentElement) &&
    style.clipPath === "none" &&
    style.maskImage === "none" &&
    style.mixBlendMode === "normal" &&
    style.scale === "none" &&
    style.rotate === "none" &&
    isUpright
  );
}

/** Whether something that lets presses through is over one of these points. */
function isPaintedOver(element: Element, around: readonly Element[], points: readonly Point[]): boolean {
  const inTopLayer = around.at(-1)?.matches(":popover-open") === true;
  const others = element.ownerDocument.querySelectorAll(
    inTopLayer ? ":is(:popover-open, :modal, :fullscreen), :is(:popover-open, :modal, :fullscreen) *" : "*",
  );
  return [...others].some((other) => {
    if (around.includes(other)) return false;
    const { left, right, top, bottom } = other.getBoundingClientRect();
    if (!points.some(([x, y]) => x > left && x < right && y > top && y < bottom)) return false;
    return (
      (getComputedStyle(other).pointerEvents === "none" || other.closest("[inert]") !== null) &&
      other.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  });
}
