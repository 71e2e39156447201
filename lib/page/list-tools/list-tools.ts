/** Narrowing a list to its hot papers and putting it in order of heat, by the reader's own switch, and back. */
import type { Network } from "../../digest/digest.ts";
import type { Badge } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Spot } from "../spots.ts";
import { arrange, keepBack, keepBackFrom, undoArranging, unhide } from "./arrange.ts";
import { type Control, createControl, type Found } from "./control.ts";
import { networkOf } from "./heat-order.ts";
import type { ListSection, ListView } from "./list-item.ts";
import { type FollowKeys, listenForJumps } from "./jump-keys.ts";
import { findSections } from "./sections.ts";

export interface ListToolsOptions {
  /** Tells how the reader wants to see lists now, and whenever that changes, here or in another page. */
  followView: (onView: (view: ListView) => void, signal: AbortSignal) => Promise<void>;
  keepView: (view: ListView) => Promise<void>;
  /** Whether papers of a digest may have no badge, since the reader wants only hotter ones. */
  isNarrowed: () => Promise<boolean>;
  /** The keys that jump from hot paper to hot paper. */
  followKeys: FollowKeys;
}

/**
 * To be called when entries or badges have come, and again when other papers have badges than before. A list without a hot
 * paper gets no control.
 *
 * @param late whether the place above the list has been painted already, so that nothing may take room there
 * @param whole whether all entries and all answers are in: only then is anything moved, hidden or counted. False where an answer
 *   will not come, undefined while some are on their way.
 */
export type UpdateList = (
  spots: readonly Spot[],
  known: ReadonlyMap<PaperId, Badge>,
  late: boolean,
  whole: boolean | undefined,
) => void;

/** When the signal ends, the list is again what arXiv made. */
export function createListTools(
  document: Document,
  { followView, keepView, isNarrowed, followKeys }: ListToolsOptions,
  signal: AbortSignal,
): UpdateList {
  let control: Control | undefined;
  let found: Found | null | undefined;
  let sections: ListSection[] = [];
  /** Whose likes decide the order. */
  let network: Network;
  let view: ListView = { hotOnly: false, hottestFirst: false };
  /** Whether the list was kept back before any of it was seen. */
  let isUnseen = false;

  let atTarget = false;
  const showSections = () => {
    undoArranging(document);
    for (const section of sections) arrange(section, view, network);
    if (atTarget || sections.length === 0) return;
    atTarget = true;
    // Whoever comes by "#item12" wants that one, whatever view was kept from another day.
    const target = document.querySelector(":is(dt, li) :target");
    target?.dispatchEvent(new Event("beforematch", { bubbles: true }));
    target?.scrollIntoView();
  };
  /**
   * For a list that has been seen and whose reader has not just asked for this, here: it goes for a frame and comes as it is wanted. What
   * is not seen does not move.
   */
  const showSeenSections = () => {
    const window = document.defaultView;
    const list = sections[0]?.list;
    if (!list || !window || document.hidden) return showSections();
    keepBackFrom(list);
    const inNextFrame = (callback: () => void) =>
      window.requestAnimationFrame(() => !signal.aborted && callback());
    inNextFrame(() => inNextFrame(showSections));
  };
  const apply = (next: ListView, show = showSeenSections) => {
    // What is on show already stays as it is: with what find-in-page has brought back, for instance.
    if (next.hotOnly === view.hotOnly && next.hottestFirst === view.hottestFirst) return;
    view = next;
    control?.show(next, found);
    show();
  };
  // Found in one half of a pair: the other half is wanted too.
  const onFound = ({ target }: Event) => {
    const items = sections.flatMap((section) => section.items);
    items.find(({ parts }) => parts.some((part) => part.contains(target as Node)))?.parts.forEach(unhide);
  };
  const place = (list: Element, late: boolean) => {
    if (!control) {
      control = createControl(document, (next) => {
        atTarget = true;
        apply(next, showSections);
        void keepView(next);
      });
      listenForJumps(document, followKeys, signal);
      document.addEventListener("beforematch", onFound, { signal });
    }
    const { host } = control;
    if (host.isConnected) return;
    host.toggleAttribute("data-late", late);
    control.show(view, found);
    list.before(host);
  };

  const remove = () => {
    sections = [];
    undoArranging(document);
    control?.host.remove();
  };
  const tell = async (hot: number, all: number, whole: boolean) => {
    const narrowed = await isNarrowed();
    found = whole ? { hot, all, narrowed } : null;
    control?.show(view, found);
  };
  signal.addEventListener("abort", remove);
  // At once: how the list is wanted is to be known when its papers are.
  void followView(apply, signal);

  return (spots, known, late, whole) => {
    const [first] = spots;
    const list = first?.entry.parentElement;
    if (signal.aborted || !list || first?.entry.localName === "header") return; // a paper in HTML is no list
    const hot = spots.filter(({ id }) => known.has(id)).length;
    if (hot === 0) {
      if (whole) remove();
      return;
    }
    place(list, late);
    const isChosen = view.hotOnly || view.hottestFirst;
    if (whole === undefined) {
      if (!isChosen) return;
      isUnseen ||= !late;
      keepBack(new Set(spots.map(({ entry }) => entry.parentElement)));
      return;
    }
    if (whole) {
      sections = findSections(spots, known);
      network = networkOf([...known.values()]);
    }
    if (isChosen) (late && !isUnseen ? showSeenSections : showSections)();
    void tell(hot, spots.length, whole);
  };
}
