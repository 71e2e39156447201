/**
 * The marks of what the reader follows, beside the entries of a list. Scripts of the page must not learn what that is: all marks are in one
 * closed shadow root at the end of the page, laid over the gaps beside entries. No element of arXiv's is touched, and the page cannot tell
 * which entries match. No layout is forced: places are read when the browser has laid out the page by itself.
 */
import { element } from "../element.ts";
import { HOST } from "../badge/badge-host.ts";
import { adoptSheet } from "../badge/shared-stylesheet.ts";
import css from "./follow-marks.css?inline";
import { contentsOf } from "./read-entry.ts";

/** Name of the host; not a custom element, just a name that nothing else has. */
export const MARKS_HOST = "hot-paper-follows";

/** Entries this near to the window have their marks. */
const NEAR = "100% 0px";
/** Between the contents of a line and the mark, in px. */
const GAP = 12;
/** A mark with less room than this says too little, in px. */
const LEAST = 90;
/** Height of a mark in the gap below an entry, in px (follow-marks.css). */
const LOW = 12;

/** A mark's words, and the entry they belong to, for readers who do not see where it is. */
export interface MarkWords {
  shown: string;
  about: string;
}

interface Place {
  x: number;
  y: number;
  /** The greatest width it may have. */
  room: number;
  low: boolean;
}

/** Shows marks beside these entries, in place of those that were there, until the signal ends it. */
export type ShowMarks = (marks: ReadonlyMap<Element, MarkWords>) => void;

/** @param lineOf the contents of an entry's first line, beside which a mark has its place */
export function createFollowMarks(
  document: Document,
  lineOf: (entry: Element) => Element,
  signal: AbortSignal,
): ShowMarks {
  let marks: ReadonlyMap<Element, MarkWords> = new Map();
  const { host, list } = createHost(document);
  /** Those that are near, with their marks. */
  const near = new Map<Element, HTMLElement | undefined>();

  const take = (entry: Element) => {
    near.get(entry)?.remove();
    near.delete(entry);
  };
  const sight = new IntersectionObserver(
    (entries) => {
      const newest = new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting]));
      const corner = host.getBoundingClientRect();
      // All is read before anything is written.
      const places = [...newest].map(
        ([entry, isNear]) =>
          [entry, isNear, isNear ? placeOf(entry, lineOf(entry), corner) : undefined] as const,
      );
      for (const [entry, isNear, place] of places) {
        const words = marks.get(entry);
        if (!isNear || !place || !words) take(entry);
        if (!isNear || !words) continue;
        const mark = near.get(entry) ?? (place && markOf(document, words));
        near.set(entry, mark);
        if (!mark || !place) continue;
        moveTo(mark, place);
        if (!mark.isConnected) list.append(mark);
      }
    },
    { rootMargin: NEAR },
  );
  /** Something has moved: near marks are placed again, in the frame that shows it. */
  const again = () => {
    for (const entry of near.keys()) {
      sight.unobserve(entry);
      sight.observe(entry);
    }
  };
  const resized = new ResizeObserver(again);
  const moved = new MutationObserver(again);
  const stop = () => {
    for (const each of [sight, resized, moved]) each.disconnect();
    for (const entry of near.keys()) take(entry);
    host.remove();
  };
  signal.addEventListener("abort", stop);

  return (next) => {
    stop();
    marks = next;
    if (next.size === 0 || signal.aborted) return;
    document.body.append(host);
    resized.observe(document.body);
    for (const rows of new Set([...next.keys()].map(({ parentElement }) => parentElement)))
      if (rows) moved.observe(rows, { childList: true });
    for (const entry of next.keys()) sight.observe(entry);
  };
}

function createHost(document: Document): { host: HTMLElement; list: HTMLElement } {
  const host = document.createElement(MARKS_HOST);
  host.style.display = "none"; // shown by a style sheet of the extension only, as badges are
  const root = host.attachShadow({ mode: "closed" });
  const list = element(document, "ul");
  root.append(list);
  adoptSheet(root, css);
  return { host, list };
}

const markOf = (document: Document, { shown, about }: MarkWords): HTMLElement =>
  element(document, "li", {}, element(document, "i", {}, about), element(document, "span", {}, shown));

function moveTo(mark: HTMLElement, { x, y, room, low }: Place): void {
  mark.className = low ? "low" : "";
  // Not by its position: moving with arXiv's page must not count as a layout shift of ours.
  mark.style.transform = `translate(${x}px,${y}px)`;
  mark.style.maxWidth = `${room}px`;
}

/** Where an entry's mark covers nothing: after its first line, otherwise in the gap below it. Undefined if there is no such place. */
function placeOf(entry: Element, line: Element, corner: DOMRect): Place | undefined {
  const box = line.getBoundingClientRect();
  const end = endOf(line);
  if (!end) return undefined;
  const x = end.right + GAP;
  if (box.right - x >= LEAST)
    return { x: x - corner.left, y: end.middle - 9 - corner.top, room: box.right - x, low: false };
  const contents = contentsOf(entry);
  const last = contents.lastElementChild?.getBoundingClientRect();
  const below =
    contents.nextElementSibling?.getBoundingClientRect().top ?? contents.getBoundingClientRect().bottom;
  if (!last || below - last.bottom < LOW) return undefined;
  const y = last.bottom + Math.floor((below - last.bottom - LOW) / 2);
  return { x: last.left - corner.left, y: y - corner.top, room: last.width, low: true };
}

/** Where the contents of a line end: on the last one, if the browser broke it. */
function endOf(line: Element): { right: number; middle: number } | undefined {
  const range = line.ownerDocument.createRange();
  range.selectNodeContents(line);
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const low = rects.reduce<DOMRect | undefined>(
    (lowest, rect) => (!lowest || rect.bottom > lowest.bottom + 2 ? rect : lowest),
    undefined,
  );
  if (!low) return undefined;
  const middle = (low.top + low.bottom) / 2;
  const inLine = rects.filter(({ top, bottom }) => top < middle && bottom > middle);
  const badge = line.querySelector(HOST)?.shadowRoot?.querySelector("button")?.getBoundingClientRect();
  return { right: Math.max(...[...inLine, ...(badge ? [badge] : [])].map(({ right }) => right)), middle };
}
