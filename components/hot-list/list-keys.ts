/** The keys of a hot list: from paper to paper, and what can be done with the one that has the focus. */
import type { MarkKind } from "../../lib/marks/marks.ts";
import { pressedKey } from "../../lib/texts/pressed-key.ts";
import { HELD_BY, ITEM, TITLE } from "./focus-paper.ts";

export interface KeyActions {
  /** Absent if there is no search. */
  search: (() => void) | undefined;
  help: () => void;
  /** Copies the BibTeX of a paper, by its id. */
  bibtex: (id: string) => void;
  /** A mark is already as the key would set it. */
  already: (kind: MarkKind) => void;
}

const items = () => [...document.querySelectorAll<HTMLElement>(`.hot-list > ${ITEM}`)];
/** What has the focus in it: an item of the list, or the paper beside it. */
const current = () => document.activeElement?.closest<HTMLElement>(HELD_BY) ?? undefined;
const idOf = ({ dataset }: HTMLElement) => dataset["hotPaper"] ?? dataset["paper"];

/** The item of the paper that has the focus, even if the focus is in the paper beside the list. */
function currentItem(): HTMLElement | undefined {
  const here = current();
  if (!here || here.matches(ITEM)) return here;
  return items().find((item) => idOf(item) === idOf(here));
}

/** Goes to the next paper or back to the one before; if none has the focus, to the first in view. */
function move(forward: boolean): void {
  const here = currentItem();
  if (here) focusPaper(forward ? here.nextElementSibling : here.previousElementSibling, forward);
  else focusPaper(firstInSight(items()) ?? null, forward);
}

function focusPaper(to: Element | null, forward: boolean): void {
  if (!(to instanceof HTMLElement)) return;
  to.scrollIntoView({ block: to.matches(ITEM) ? "nearest" : forward ? "start" : "end" });
  if (to.matches(ITEM)) {
    to.querySelector<HTMLElement>(TITLE)?.focus({ preventScroll: true });
    return;
  }
  // Room for papers that are drawn when they come near the view: the next one is there in a moment.
  const here = current();
  requestAnimationFrame(() => {
    if (here === current()) move(forward);
  });
}

function firstInSight(all: readonly HTMLElement[]): HTMLElement | undefined {
  const top = all[0]?.closest(".list-scroller")?.getBoundingClientRect().top ?? 0;
  return all.find((item) => item.getBoundingClientRect().top >= top) ?? all[0];
}

const press = (selector: string) => current()?.querySelector<HTMLElement>(selector)?.click();

/** Sets a mark, or takes it away. Pressing the same key twice changes nothing, so no mark is lost by accident. */
function mark(kind: MarkKind, on: boolean, already: KeyActions["already"]): void {
  const button = current()?.querySelector<HTMLElement>(`[data-mark="${kind}"]`);
  if (!button) return;
  if (button.getAttribute("aria-pressed") !== `${on}`) button.click();
  else if (on) already(kind);
}

/** Undoes the last change of a mark; in the page while that is offered. */
const undoButton = () => document.querySelector<HTMLElement>("[data-undo]");

/** Arrows scroll the page, and move in menus and lists of choices: they are ours only between papers. */
const betweenPapers = () => document.activeElement?.matches(`${ITEM} ${TITLE}, body`) ?? true;

/** Whether a key goes into a field, a list of choices or a menu. */
function isTaken({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox])") ||
    target.closest("[popover], dialog") !== null
  );
}

/** Does what a key is for, and tells whether it was one of ours. */
export function pressKey(event: KeyboardEvent, actions: KeyActions): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event))
    return false;
  const key = pressedKey(event);
  return pressMove(key) || pressOnce(key, event.repeat, actions);
}

/** A held key repeats. */
function pressMove(key: string): boolean {
  const arrow = key === "ArrowDown" || key === "ArrowUp";
  if ((arrow && !betweenPapers()) || !(arrow || key === "j" || key === "k")) return false;
  move(key === "j" || key === "ArrowDown");
  return true;
}

/** A held key counts as one press. */
function pressOnce(key: string, held: boolean, { search, help, bibtex, already }: KeyActions): boolean {
  const does = (work: () => void, ours = true) => {
    if (ours && !held) work();
    return ours;
  };
  const here = current();
  const isHere = here !== undefined;
  switch (key) {
    case "/":
      return does(() => search?.(), search !== undefined);
    case "?":
      return does(help);
    case "o":
      return does(() => press('a[href^="https://arxiv.org/pdf/"]'), isHere);
    case "s":
    case "r":
      return does(() => mark(key === "s" ? "saved" : "read", true, already), isHere);
    case "S":
    case "R":
      return does(() => mark(key === "S" ? "saved" : "read", false, already), isHere);
    case "n":
      return does(() => press("[data-note]"), isHere);
    case "u":
      return does(() => undoButton()?.click(), undoButton() !== null);
    case "b":
      return does(() => bibtex((here && idOf(here)) ?? ""), isHere);
    default:
      return false;
  }
}
