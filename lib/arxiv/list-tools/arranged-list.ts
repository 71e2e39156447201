/** The list of one page, shown as the reader wants it. */
import type { Network } from "../../digest/digest.ts";
import { arrange, keepBackFrom, undoArranging, unhide } from "./arrange.ts";
import type { ListSection, ListView } from "./list-item.ts";

/** What is to be shown. */
export interface ArrangedList {
  /** None until all of them are known. */
  sections: readonly ListSection[];
  /** Whose likes decide the order; known with the sections. */
  network?: Network;
  view: ListView;
  /** Whether the page stays where it is: it has gone to what its address names, or the reader has chosen a view here. */
  stays?: boolean;
}

/**
 * Shows the list as the reader wants it.
 *
 * @param isSeen whether the list has been seen, and its reader has not just asked for this here: then it goes for a frame and comes back
 *   arranged. An unseen list does not move.
 */
export function showList(document: Document, list: ArrangedList, signal: AbortSignal, isSeen: boolean): void {
  const window = document.defaultView;
  const first = list.sections[0]?.list;
  const show = () => arrangeAll(document, list);
  if (!isSeen || !first || !window || document.hidden) return show();
  keepBackFrom(first);
  const inNextFrame = (callback: () => void) =>
    window.requestAnimationFrame(() => !signal.aborted && callback());
  inNextFrame(() => inNextFrame(show));
}

function arrangeAll(document: Document, list: ArrangedList): void {
  const { sections, network, view } = list;
  undoArranging(document);
  for (const section of sections) arrange(section, view, network!);
  if (list.stays || sections.length === 0) return;
  list.stays = true;
  // A reader who comes by "#item12" wants that one, whatever view was kept from another day.
  const target = document.querySelector(":is(dt, li) :target");
  if (!target) return;
  showItemOf(target, list);
  target.scrollIntoView();
}

/** Shows all of an item if one half was found: the reader wants the other half too. */
export function showItemOf(hidden: Node, { sections }: ArrangedList): void {
  const items = sections.flatMap((section) => section.items);
  items.find(({ parts }) => parts.some((part) => part.contains(hidden)))?.parts.forEach(unhide);
}
