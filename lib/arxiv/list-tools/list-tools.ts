/** Narrowing a list to its hot papers and putting it in order of heat, by the reader's own switch, and back. */
import type { Badge } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { BadgeSlot } from "../badge/badge-slots.ts";
import { listen } from "../trusted.ts";
import { keepBack, undoArranging } from "./arrange.ts";
import { type ArrangedList, showItemOf, showList } from "./arranged-list.ts";
import type { Control, Found, MakeListMenu } from "./control.ts";
import { networkOf } from "./heat-order.ts";
import type { ListView } from "./list-item.ts";
import type { ListParts } from "./list-parts.ts";
import { findSections } from "./sections.ts";

export interface ListWishes {
  /** Whether papers of a digest may have no badge, because the reader wants only hotter ones. */
  narrowed: boolean;
  /** Whether the control is to be seen. */
  control: boolean;
}

export interface ListToolsOptions {
  /** Tells how the reader wants to see lists now, and whenever that changes, here or in another page. */
  followView: (onView: (view: ListView) => void, signal: AbortSignal) => Promise<void>;
  keepView: (view: ListView) => Promise<void>;
  /** Tells what else the reader wants of lists now, and whenever that changes. */
  followWishes: (onWishes: (wishes: ListWishes) => void, signal: AbortSignal) => Promise<void>;
  /** Calls back with the parts that are not in the page script, when they are there. */
  whenParts: (use: (parts: ListParts) => void) => void;
  /** Gets the control's menu, which is not loaded with the page. */
  menu: () => Promise<MakeListMenu>;
}

/** As arXiv made it. */
const PLAIN: ListView = { hotOnly: false, hottestFirst: false };

/**
 * To be called when entries or badges have come, and again when other papers have badges than before. A list without a hot
 * paper gets no control.
 *
 * @param late whether the place above the list has been painted already, so that nothing may take room there
 * @param whole whether all entries and all answers are in: only then is anything moved, hidden or counted. False if an answer
 *   will not come, undefined while some are on their way.
 */
export type UpdateList = (
  slots: readonly BadgeSlot[],
  known: ReadonlyMap<PaperId, Badge>,
  late: boolean,
  whole: boolean | undefined,
) => void;

/** When the signal ends, the list is again what arXiv made. */
export function createListTools(
  document: Document,
  options: ListToolsOptions,
  signal: AbortSignal,
): UpdateList {
  const list: ArrangedList = { sections: [], view: PLAIN };
  let control: Control | undefined;
  /** The element below the control, and what was found on the page; undefined until that is known, without figures if it cannot be. */
  let found: { below: Element; figures: Omit<Found, "narrowed"> | null } | undefined;
  let wishes: ListWishes | undefined;
  let loaded: ListParts | undefined;
  /** Whether the list was kept back before any of it was seen. */
  let isUnseen = false;

  const show = (isSeen: boolean) => showList(document, list, signal, isSeen);
  const apply = (next: ListView, isSeen = true) => {
    const { hotOnly, hottestFirst } = list.view;
    // A list that is shown already stays as it is: with what find-in-page has brought back, for instance.
    if (next.hotOnly === hotOnly && next.hottestFirst === hottestFirst) return;
    list.view = next;
    showControl();
    show(isSeen);
  };
  /** Shows the control, once it has something to say: it comes all at once, so that it does not move. */
  const showControl = () => {
    if (!found || !wishes || !loaded) return;
    control ??= loaded.createControl(document, options.menu, (next) => {
      list.stays = true;
      apply(next, false);
      void options.keepView(next);
    });
    const { host } = control;
    if (!wishes.control) return host.remove();
    control.show(list.view, found.figures && { ...found.figures, narrowed: wishes.narrowed });
    if (!host.isConnected) found.below.before(host);
  };
  const remove = () => {
    list.sections = [];
    found = undefined;
    undoArranging(document);
    control?.host.remove();
  };
  signal.addEventListener("abort", remove);
  followChoice(options, signal, apply, (next) => {
    wishes = next;
    showControl();
  });
  let isListening = false;
  const listenOnce = () => {
    if (isListening) return;
    isListening = true;
    listen(document, "beforematch", ({ target }) => showItemOf(target as Node, list), { signal });
    options.whenParts((given) => {
      if (signal.aborted) return;
      loaded = given;
      loaded.listenForJumps(document, signal);
      showControl();
    });
  };

  return (slots, known, late, whole) => {
    const [first] = slots;
    const below = first?.entry.parentElement;
    if (signal.aborted || !below || first?.entry.localName === "header") return; // a paper in HTML is not a list
    const hot = slots.filter(({ id }) => known.has(id)).length;
    if (hot === 0) {
      if (whole) remove();
      return;
    }
    listenOnce();
    const isChosen = list.view.hotOnly || list.view.hottestFirst;
    if (whole === undefined) {
      if (!isChosen) return;
      isUnseen ||= !late;
      keepBack(new Set(slots.map(({ entry }) => entry.parentElement)));
      return;
    }
    if (whole) {
      list.sections = findSections(slots, known);
      list.network = networkOf([...known.values()]);
    }
    if (isChosen) show(late && !isUnseen);
    found = { below, figures: whole ? { hot, all: slots.length } : null };
    showControl();
  };
}

/**
 * Tells how the list is wanted, and again whenever that changes. At once: it must be known when the list's papers are. Without the control
 * the list is wanted as arXiv made it: nothing is done that could not be undone.
 */
function followChoice(
  { followView, followWishes }: ListToolsOptions,
  signal: AbortSignal,
  onView: (view: ListView) => void,
  onWishes: (wishes: ListWishes) => void,
): void {
  let kept: ListView | undefined;
  let wishes: ListWishes | undefined;
  const choose = () => {
    if (kept && wishes) onView(wishes.control ? kept : PLAIN);
  };
  void followView((next) => {
    kept = next;
    choose();
  }, signal);
  void followWishes((next) => {
    wishes = next;
    onWishes(next);
    choose();
  }, signal);
}
