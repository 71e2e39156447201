/** The keys of a hot list: from paper to paper, and what can be done with the one that has the focus. */

export interface KeyActions {
  /** Absent where there is no search. */
  search: (() => void) | undefined;
  help: () => void;
  /** Copies the BibTeX of a paper, by its id. */
  bibtex: (id: string) => void;
}

const ITEM = "[data-hot-paper]";
/** What stands for a paper when it has the focus: its title, which says to screen readers what it is. */
const TITLE = "h3 a";

const items = () => [...document.querySelectorAll<HTMLElement>(`.hot-list > ${ITEM}`)];
const current = () => document.activeElement?.closest<HTMLElement>(ITEM) ?? undefined;

/** Goes to the next paper or back to the one before; where none has the focus, to the first that is in sight. */
function move(forward: boolean): void {
  const here = current();
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
  // Room of papers that are drawn when somebody comes near: the one beside us stands there in a moment.
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
export function pressKey(event: KeyboardEvent, { search, help, bibtex }: KeyActions): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event))
    return false;
  const here = current();
  switch (event.key) {
    case "j":
      move(true);
      return true;
    case "k":
      move(false);
      return true;
    case "ArrowDown":
    case "ArrowUp":
      if (!betweenPapers()) return false;
      move(event.key === "ArrowDown");
      return true;
    case "/":
      search?.();
      return search !== undefined;
    case "?":
      help();
      return true;
    case "o":
      press('a[href^="https://arxiv.org/pdf/"]');
      return here !== undefined;
    case "s":
      press('[data-mark="saved"]');
      return here !== undefined;
    case "r":
      press('[data-mark="read"]');
      return here !== undefined;
    case "b":
      if (here?.dataset["hotPaper"]) bibtex(here.dataset["hotPaper"]);
      return here !== undefined;
    default:
      return false;
  }
}
