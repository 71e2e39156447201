/**
 * XML and HTML as a small tree, read by htmlparser2: there is no DOMParser in a service worker, and feeds need no more than this
 * (htmlparser2's own tree has much that a worker does not need).
 *
 * What a stranger wrote may be nested without end, and every step into it costs the parser more than the one before. So a tree
 * has a greatest depth and a greatest number of elements; code may walk it by recursion.
 */
import { Parser } from "htmlparser2";

/** Nested elements. Pages of a blog have some 30, with formulas 60. */
export const MOST_DEPTH = 256;
/** Elements of one text. A feed of 4,000 entries has 50,000. */
export const MOST_ELEMENTS = 200_000;

export interface MarkupElement {
  /** With its prefix, as written: `arxiv:announce_type`; in HTML in lower case. */
  name: string;
  attributes: Record<string, string>;
  /** Elements, and texts between them. */
  children: MarkupNode[];
  /** Its place in the text, with its tags: from `start`, up to and without `end`. */
  start: number;
  end: number;
  /** Where the text between its tags begins and ends. */
  innerStart: number;
  innerEnd: number;
}

export type MarkupNode = MarkupElement | string;

export interface Markup {
  /** The elements at the top. */
  nodes: MarkupNode[];
  /** Whether the first element was closed: false if the text ends before that (a download that was cut off). */
  whole: boolean;
  /** Which limit stopped the reading. What was read until then is in `nodes`; the text is not whole. */
  stopped?: "tooDeep" | "tooManyElements";
}

/** Leaves the parser at once: it has no other way to be stopped from within. */
class Stop extends Error {
  readonly limit: NonNullable<Markup["stopped"]>;
  constructor(limit: NonNullable<Markup["stopped"]>) {
    super(limit);
    this.limit = limit;
  }
}

/** Reads XML, or HTML as browsers do; a text with errors gives a tree too. */
export function parseMarkup(text: string, { xml = false } = {}): Markup {
  const nodes: MarkupNode[] = [];
  const open: MarkupElement[] = [];
  let elements = 0;
  const siblings = () => open.at(-1)?.children ?? nodes;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= MOST_DEPTH) throw new Stop("tooDeep");
        if (++elements > MOST_ELEMENTS) throw new Stop("tooManyElements");
        const innerStart = parser.endIndex + 1;
        const start = parser.startIndex;
        const element = {
          name,
          attributes,
          children: [],
          start,
          end: innerStart,
          innerStart,
          innerEnd: innerStart,
        };
        siblings().push(element);
        open.push(element);
      },
      ontext(part) {
        const list = siblings();
        const last = list.at(-1);
        if (typeof last === "string") list[list.length - 1] = last + part;
        else list.push(part);
      },
      onclosetag(_, implied) {
        const element = open.pop();
        if (!element) return;
        element.innerEnd = Math.max(element.innerStart, implied ? parser.endIndex + 1 : parser.startIndex);
        element.end = Math.max(element.innerEnd, parser.endIndex + 1);
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
  try {
    parser.write(text);
    // The end closes what is still open: a text that stops too early has to be noticed before. What follows the first element, a script
    // of the host for instance, does not matter.
    const whole = open[0] === undefined || open[0] !== nodes.find(isElement);
    parser.end();
    return { nodes, whole };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { nodes, whole: false, stopped: error.limit };
  }
}

/** The root element of XML. Undefined if the text has none, ends before the root is closed, or goes beyond the limits. */
export function parseXml(text: string): MarkupElement | undefined {
  const { nodes, whole } = parseMarkup(text, { xml: true });
  return whole ? nodes.find(isElement) : undefined;
}

export const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== "string";

/** The element's children of this name. */
export const childrenOf = (element: MarkupElement | undefined, name: string): MarkupElement[] =>
  element?.children.filter((child): child is MarkupElement => isElement(child) && child.name === name) ?? [];

/** The text of the first child of this name, without that of its elements; undefined if there is none. */
export const textOf = (element: MarkupElement | undefined, name: string): string | undefined =>
  childrenOf(element, name)[0]
    ?.children.map((child) => (isElement(child) ? "" : child))
    .join("");

/** All text within a node. */
export const textWithin = (node: MarkupNode): string =>
  isElement(node) ? node.children.map(textWithin).join("") : node;

/** All elements that fit, in the order of the text; also those within others. */
export function elementsIn(
  nodes: readonly MarkupNode[],
  fits: (element: MarkupElement) => boolean,
): MarkupElement[] {
  const found: MarkupElement[] = [];
  const walk = (node: MarkupNode): void => {
    if (!isElement(node)) return;
    if (fits(node)) found.push(node);
    node.children.forEach(walk);
  };
  nodes.forEach(walk);
  return found;
}
