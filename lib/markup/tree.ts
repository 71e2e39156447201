/**
 * XML and HTML as a small tree, read by htmlparser2: there is no DOMParser in a service worker, and feeds need no more than this
 * (htmlparser2's own tree comes with much that a worker would carry for nothing).
 */
import { Parser } from "htmlparser2";

export interface MarkupElement {
  /** With its prefix, as written: `arxiv:announce_type`; in HTML in lower case. */
  name: string;
  attributes: Record<string, string>;
  /** Elements, and texts between them. */
  children: MarkupNode[];
  /** Where it is in the text, with its tags: from `start`, up to and without `end`. */
  start: number;
  end: number;
  /** Where what is between its tags begins and ends. */
  innerStart: number;
  innerEnd: number;
}

export type MarkupNode = MarkupElement | string;

export interface Markup {
  /** What stands at the top. */
  nodes: MarkupNode[];
  /** False where the text ends before its last element does (a download that was cut off). */
  whole: boolean;
}

/** Reads XML, or HTML as browsers do; whatever is wrong in it, something comes of it. */
export function parseMarkup(text: string, { xml = false } = {}): Markup {
  const nodes: MarkupNode[] = [];
  const open: MarkupElement[] = [];
  const siblings = () => open.at(-1)?.children ?? nodes;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
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
  parser.write(text);
  // The end closes whatever is still open: a text that stops too early has to be noticed before.
  const whole = open.length === 0;
  parser.end();
  return { nodes, whole };
}

/** The root element of XML. Undefined where the text has none, or ends before the root is closed. */
export function parseXml(text: string): MarkupElement | undefined {
  const { nodes, whole } = parseMarkup(text, { xml: true });
  return whole ? nodes.find(isElement) : undefined;
}

export const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== "string";

/** The element's children of this name. */
export const childrenOf = (element: MarkupElement | undefined, name: string): MarkupElement[] =>
  element?.children.filter((child): child is MarkupElement => isElement(child) && child.name === name) ?? [];

/** The text of the first child of this name, without that of its elements; undefined where there is none. */
export const textOf = (element: MarkupElement | undefined, name: string): string | undefined =>
  childrenOf(element, name)[0]
    ?.children.map((child) => (isElement(child) ? "" : child))
    .join("");

/** All text within a node. */
export const textWithin = (node: MarkupNode): string =>
  isElement(node) ? node.children.map(textWithin).join("") : node;

/** All elements that fit, in the order of the text; also those within others. */
export const elementsIn = (
  nodes: readonly MarkupNode[],
  fits: (element: MarkupElement) => boolean,
): MarkupElement[] =>
  nodes
    .filter(isElement)
    .flatMap((element) => [...(fits(element) ? [element] : []), ...elementsIn(element.children, fits)]);
