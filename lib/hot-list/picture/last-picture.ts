/**
 * What a page showed last, shown at once when it opens again: before its scripts have been read, the index is open and the list has
 * been drawn, which takes longer than all the rest of an opening. It is a picture only (nothing in it can be pressed or read out),
 * and the page takes its place as soon as it is ready. Kept in `localStorage`, the one storage that answers at once.
 */
import { browser } from "../../browser.ts";

const KEY = "lastPicture";

/** A text, or an element: its name, attributes and contents. */
type Piece =
  | string
  | readonly [name: string, attributes: Readonly<Record<string, string>>, pieces: readonly Piece[]];

interface Picture {
  /** Which day, version and place it is from: on another day a list says other things, and another version looks different. */
  of: string;
  language: string;
  direction: string;
  pieces: readonly Piece[];
}

/** Left out of a picture: what has an effect, names something that must be there once, or is not seen. */
const LEFT_OUT =
  /^(?:id|for|href|src|name|title|target|rel|autofocus|on.*|popovertarget|data-(?:hot-paper|mark)|aria-(?:controls|labelledby|describedby|label|haspopup|hidden))$/u;
/** What only screen readers are told (base.css), and what is shown of a tab (ThisPaper.tsx): the next opening may be over another one. */
const UNSEEN = ".unseen";
const OF_TAB = "[data-of-tab]";
/** Never made by a picture, whatever may have been written into the storage. */
const NOT_DRAWN = new Set([
  "script",
  "style",
  "link",
  "meta",
  "base",
  "iframe",
  "frame",
  "object",
  "embed",
  "form",
]);

/** Elements of these have another namespace than the page, and so has all that is in them. */
const NAMESPACES: Readonly<Record<string, string>> = {
  svg: "http://www.w3.org/2000/svg",
  math: "http://www.w3.org/1998/Math/MathML",
};

/** The popup has one size, whatever its window measures while it opens; in a tab or a panel the width decides how a page looks. */
function nameOf({ document, innerWidth }: Window): string {
  const { place } = document.documentElement.dataset;
  const { version } = browser.runtime.getManifest();
  return [new Date().toDateString(), version, place === "popup" ? place : innerWidth].join(" ");
}

/** Keeps a picture of what an element shows: of all that is within the window, and nothing if something is open in it. */
export function keepPicture(window: Window, element: HTMLElement): void {
  if (element.inert || element.querySelector('[aria-expanded="true"]')) return;
  const { lang, dir } = window.document.documentElement;
  const room = element.querySelector(OF_TAB)?.getBoundingClientRect().height ?? 0; // the list moves up by as much
  const pieces = piecesOf(element, window.innerHeight + room);
  const picture: Picture = { of: nameOf(window), language: lang, direction: dir, pieces };
  window.localStorage.setItem(KEY, JSON.stringify(picture));
}

export const forgetPicture = ({ localStorage }: Pick<Window, "localStorage">): void =>
  localStorage.removeItem(KEY);

function piecesOf(element: Element, bottom: number): Piece[] {
  return [...element.childNodes].map((node) => pieceOf(node, bottom)).filter((piece) => piece !== undefined);
}

function pieceOf(node: Node, bottom: number): Piece | undefined {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
  const element = node as Element;
  // Below the window, or not drawn at all, as menus that are closed; choices of a field are drawn by the field.
  if (element.matches(`${UNSEEN}, ${OF_TAB}`)) return undefined;
  if (element.getBoundingClientRect().top >= bottom) return undefined;
  if (element.localName !== "option" && !element.checkVisibility()) return undefined;
  const attributes = [...element.attributes].filter(({ name }) => !LEFT_OUT.test(name));
  const kept = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  if ((element as Partial<HTMLOptionElement>).selected) kept["selected"] = "";
  return [element.localName, kept, piecesOf(element, bottom)];
}

/** Shows in an empty element what was kept of it, if that still holds; the element is inert then until `clearPicture`. */
export function showPicture(window: Window, element: HTMLElement): void {
  const { document, localStorage } = window;
  try {
    const picture = JSON.parse(localStorage.getItem(KEY) ?? "null") as Picture | null;
    if (picture?.of !== nameOf(window)) return;
    element.append(...picture.pieces.map((piece) => drawn(document, piece)));
    element.inert = true;
    document.documentElement.lang = picture.language;
    document.documentElement.dir = picture.direction;
  } catch {
    // damaged, or no storage: the page opens as it did the first time
  }
}

/** Takes the picture away, for the page itself to be drawn there in the same moment. */
export function clearPicture(element: HTMLElement): void {
  if (!element.inert) return;
  element.replaceChildren();
  element.inert = false;
}

function drawn(document: Document, piece: Piece, namespace?: string): Node {
  if (typeof piece === "string") return document.createTextNode(piece);
  const [name, attributes, pieces] = piece;
  if (NOT_DRAWN.has(name)) return document.createTextNode("");
  const own = NAMESPACES[name] ?? namespace;
  const element = own === undefined ? document.createElement(name) : document.createElementNS(own, name);
  for (const [attribute, value] of Object.entries(attributes))
    if (!LEFT_OUT.test(attribute)) element.setAttribute(attribute, value);
  element.append(...pieces.map((each) => drawn(document, each, own)));
  return element;
}
