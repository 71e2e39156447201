/** XML as a small tree, read by htmlparser2: the worker has no DOMParser, and arXiv's feeds need no more than this. */
import { Parser } from "htmlparser2";

export interface XmlElement {
  /** With its prefix, as written: `arxiv:announce_type`. */
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The element's own text, without that of its children. */
  text: string;
}

/** The root element. Undefined where the text has none, or ends before the root is closed (a download cut off). */
export function parseXml(text: string): XmlElement | undefined {
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: XmlElement = { name, attributes, children: [], text: "" };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
      },
      ontext(part) {
        const element = open.at(-1);
        if (element) element.text += part;
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  // The end closes whatever is still open: a text that stops too early has to be noticed before.
  const whole = open.length === 0;
  parser.end();
  return whole ? root : undefined;
}

/** The element's children of this name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The text of the first child of this name, or undefined where there is none. */
export const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.children.find((child) => child.name === name)?.text;
