/** Entries of a page as the parser makes them. */
import type { ArxivPage } from "./page-kind.ts";
import { type Layout, layoutOf, PAGE_END } from "./selectors.ts";
import { lastResort, type BadgeSlot, slotOf } from "./badge/badge-slots.ts";
import { listen } from "./trusted.ts";

interface Watch {
  document: Document;
  page: ArxivPage;
  signal: AbortSignal;
  /**
   * What to wait for before entries are of use; absent if there is nothing. Looking for them earlier would delay the answer.
   */
  ready?: Promise<void> | undefined;
  /** Part of the place where entries are has been parsed: called once, right then, ready or not. */
  onSight: () => void;
  /** New entries, whole, in their order; every entry comes once. */
  onSpots: (slots: BadgeSlot[]) => void;
  /**
   * All entries have been given: as soon as the end of arXiv's page is in sight, otherwise when the page has been parsed. Called again in
   * the odd case that some come later.
   */
  onEnd: () => void;
}

/** Gives the entries of a page, at once if it has been parsed, otherwise as they appear, and ends with the parser at the latest. */
export function watchEntries({ document, page, signal, ready, onSight, onSpots, onEnd }: Watch): void {
  const layout = layoutOf(page.kind);
  const given = new Set<Element>();
  const give = (entries: Iterable<Element>) => {
    const slots: BadgeSlot[] = [];
    for (const entry of entries) {
      const slot = given.has(entry) ? undefined : slotOf(entry, page, layout);
      if (!slot) continue;
      given.add(entry);
      slots.push(slot);
    }
    if (slots.length > 0) onSpots(slots);
  };
  let isReady = ready === undefined;
  let parser: Parser | undefined;
  /** How many entries had been given when the last end was told. */
  let atEnd = -1;
  const proceed = () => {
    if (!isReady || signal.aborted) return;
    if (parser && !parser.isPast()) {
      give(parser.entries());
      return;
    }
    give(document.querySelectorAll(layout.entry)); // the truth, whatever was seen on the way
    if (given.size === atEnd || (parser && given.size === 0)) return;
    const last = given.size === 0 && lastResort(document, page);
    if (last) onSpots([last]);
    atEnd = given.size;
    parser?.stop();
    onEnd();
  };
  const onReady = () => {
    if (isReady) return;
    isReady = true;
    proceed();
  };
  void ready?.then(onReady);
  if (document.readyState === "loading") {
    parser = followParser(document, layout, onSight, proceed);
    const ended = new AbortController();
    const stop = () => {
      parser?.stop();
      parser = undefined;
      ended.abort();
    };
    // "interactive" comes before deferred scripts run, DOMContentLoaded after them.
    const onState = () => {
      parser?.look();
      stop();
      // Let an answer that is on its way through first: there is time before the next one.
      if (isReady) proceed();
      else setTimeout(onReady);
    };
    listen(document, "readystatechange", onState, { signal: ended.signal });
    signal.addEventListener("abort", stop, { once: true });
  } else proceed();
}

const CHILDREN: MutationObserverInit = { childList: true };

/** A page that is being parsed. */
interface Parser {
  /** Checks whether an entry has come into sight. */
  look: () => void;
  /** Whether the parser is past all entries. */
  isPast: () => boolean;
  /** Entries since the last time: each as soon as something comes after it, which means that it is whole. */
  entries: () => Element[];
  stop: () => void;
}

/**
 * Tells when an entry comes in sight, and each time when there may be more. Only elements that the parser is still filling are observed,
 * and once the list is there only its own children, its rows' and its ancestors'. A record for each node of the page would take longer than
 * all the rest of this; like this, MathJax's changes cost nothing.
 */
function followParser(
  document: Document,
  layout: Layout,
  onSight: () => void,
  onProgress: () => void,
): Parser {
  let box: Element | null = null;
  let isSighted = false;
  /** Elements whose children are entries, each with the last child that was looked at. */
  const holders = new Map<Element, Element | null>();
  const hold = (holder: Element) => {
    if (holders.has(holder)) return;
    holders.set(holder, null);
    observer.observe(holder, CHILDREN);
  };
  /** An open element is the last child of an open element; others may have put something after it meanwhile. */
  const followOpen = (added: Node | null) => {
    if (!(added instanceof Element)) return;
    for (let open: Element | null = added; open; open = open.lastElementChild)
      observer.observe(open, CHILDREN);
  };
  const look = () => {
    if (isSighted || !document.querySelector(layout.entry)) return;
    isSighted = true;
    onSight();
  };

  const observer = new MutationObserver((records) => {
    look();
    if (!box) {
      box = document.querySelector(layout.box);
      if (!box) {
        for (const { addedNodes } of records) for (const node of addedNodes) followOpen(node);
        return;
      }
      observer.disconnect();
      for (let open: Element | null = box; open; open = open.parentElement) observer.observe(open, CHILDREN);
    }
    if (layout.rows) {
      for (const child of box.children) if (child.matches(layout.rows)) hold(child);
    } else hold(box);
    onProgress();
  });
  observer.observe(document, CHILDREN);
  followOpen(document.documentElement);
  return {
    look,
    entries() {
      const entries: Element[] = [];
      for (const [holder, last] of holders) {
        let child = last ? last.nextElementSibling : holder.firstElementChild;
        for (; child?.nextElementSibling; child = child.nextElementSibling) {
          if (child.matches(layout.entry)) entries.push(child);
          holders.set(holder, child);
        }
      }
      return entries;
    },
    isPast() {
      // No other script puts such an element after the part that is being parsed.
      for (let open = box; open; open = open.parentElement)
        for (let next = open.nextElementSibling; next; next = next.nextElementSibling)
          if (next.matches(PAGE_END)) return true;
      return false;
    },
    stop: () => observer.disconnect(),
  };
}
