/** Narrowing a list to its hot papers and putting it in order of heat, by the reader's own switch, and back. */
import type { Badge } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Spot } from "../spots.ts";
import { type ArrangedSection, arrangeSection } from "./arranged-section.ts";
import { type Control, CONTROL, createControl } from "./control.ts";
import type { ListView } from "./list-item.ts";
import { type FollowKeys, listenForJumps } from "./jump-keys.ts";
import { findSections } from "./sections.ts";

export interface ListToolsOptions {
  /** Tells how the reader wants to see lists now, and whenever that changes, here or in another page. */
  followView: (onView: (view: ListView) => void, signal: AbortSignal) => Promise<void>;
  keepView: (view: ListView) => Promise<void>;
  /** The keys that jump from hot paper to hot paper. */
  followKeys: FollowKeys;
}

export interface ListTools {
  /**
   * To be called when entries or badges have come. A list without a hot paper gets no control.
   *
   * @param late whether the place above the list has been painted already, so that nothing may take room there
   * @param complete whether all entries and all answers are in: only then is anything moved or hidden
   */
  update: (
    spots: readonly Spot[],
    known: ReadonlyMap<PaperId, Badge>,
    late: boolean,
    complete: boolean,
  ) => void;
  /** To be called before `update` when other papers have badges than before: the list is arranged anew. */
  forget: () => void;
}

/** When the signal ends, the list is again what arXiv made. */
export function createListTools(
  document: Document,
  { followView, keepView, followKeys }: ListToolsOptions,
  signal: AbortSignal,
): ListTools {
  for (const old of document.querySelectorAll(CONTROL)) old.remove();
  let control: Control | undefined;
  let sections: ArrangedSection[] = [];
  let listening = false;
  let view: ListView = { hotOnly: false, hottestFirst: false };

  let atTarget = false;
  const showSections = () => {
    if (sections.length === 0) return;
    for (const section of sections) section.show(view);
    if (atTarget) return;
    atTarget = true;
    // Whoever comes by "#item12" wants that one, whatever view was kept from another day.
    const target = document.querySelector(":is(dt, li) :target");
    target?.dispatchEvent(new Event("beforematch", { bubbles: true }));
    target?.scrollIntoView();
  };
  const apply = (next: ListView) => {
    // What is on show already stays as it is: with what find-in-page has brought back, for instance.
    if (next.hotOnly === view.hotOnly && next.hottestFirst === view.hottestFirst) return;
    view = next;
    control?.show(next);
    showSections();
  };
  const place = (first: Spot, late: boolean) => {
    const list = first.entry.parentElement;
    if (!list) return;
    control = createControl(document, (next) => {
      atTarget = true;
      apply(next);
      void keepView(next);
    });
    control.host.toggleAttribute("data-late", late);
    control.show(view);
    list.before(control.host);
    if (listening) return;
    listening = true;
    listenForJumps(document, followKeys, signal);
    void followView(apply, signal);
  };

  const forget = () => {
    for (const section of sections) section.restore();
    sections = [];
  };
  const remove = () => {
    forget();
    control?.host.remove();
    control = undefined;
  };
  signal.addEventListener("abort", remove);

  return {
    forget,
    update(spots, known, late, complete) {
      const [first] = spots;
      if (first?.entry.localName === "header") return; // a paper in HTML is no list
      const hot = spots.filter(({ id }) => known.has(id)).length;
      if (complete && hot === 0) remove();
      if (signal.aborted || !first || hot === 0) return;
      if (!control) place(first, late);
      control?.count(hot, spots.length);
      if (!complete || sections.length > 0) return;
      sections = findSections(spots, known).map(arrangeSection);
      if (view.hotOnly || view.hottestFirst) showSections();
    },
  };
}
