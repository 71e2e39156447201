/** Our few drawings. Hidden from assistive technology: the badge's name says it all in words. */

const SVG = "http://www.w3.org/2000/svg";

function draw(
  document: Document,
  size: [width: number, height: number],
  ...shapes: SVGElement[]
): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const [width, height] = size;
  svg.setAttribute("width", `${width}`);
  svg.setAttribute("height", `${height}`);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(...shapes);
  return svg;
}

function shape(
  document: Document,
  name: "path" | "rect",
  attributes: Record<string, string | number>,
): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, `${value}`);
  return made;
}

/** Five bars, rising; the style sheet fills as many as the heat says. */
export function bars(document: Document): SVGSVGElement {
  const rects = [0, 1, 2, 3, 4].map((i) =>
    shape(document, "rect", { x: i * 3.5, y: 8 - i * 2, width: 2.5, height: 4 + i * 2, rx: 1 }),
  );
  const svg = draw(document, [17, 12], ...rects);
  svg.classList.add("bars");
  return svg;
}

/** On a grid of 16, lines of 1.5. */
const PATHS = {
  repost:
    "M2 7l2.5-2.5L7 7M4.5 5v5A1.5 1.5 0 0 0 6 11.5h3M14 9l-2.5 2.5L9 9M11.5 11V6A1.5 1.5 0 0 0 10 4.5H7",
  like: "M8 13.2S2.5 10 2.5 6.3A2.9 2.9 0 0 1 8 5a2.9 2.9 0 0 1 5.5 1.3C13.5 10 8 13.2 8 13.2z",
  post: "M3 3.5h10v7H7.5L4.5 13v-2.5H3z",
  up: "M8 13V3.5M3.5 8L8 3.5 12.5 8",
  more: "M4 6l4 4 4-4",
} as const;

export type IconName = keyof typeof PATHS;

/** An icon in the colour of the text around it. */
export function icon(document: Document, name: IconName): SVGSVGElement {
  const svg = draw(document, [16, 16], shape(document, "path", { d: PATHS[name] }));
  svg.classList.add("icon", name);
  return svg;
}
