/** The one quiet control above a list: a button with the count, which opens a menu (menu.ts). */
import { number } from "../../texts/format.ts";
import { text } from "../../texts/text.ts";
import common from "../badge/badge.css?inline";
import { element } from "../element.ts";
import { once } from "../once.ts";
import { adoptSheet } from "../badge/shared-stylesheet.ts";
import { listen } from "../trusted.ts";
import css from "./control.css?inline";
import type { ListView } from "./list-item.ts";

/** Name of the control's host; not a custom element, just a name that nothing else has. */
export const CONTROL = "hot-paper-list";

/** What was found on a page. */
export interface Found {
  hot: number;
  all: number;
  /** Whether others are in a digest too, but not hot enough for this reader. */
  narrowed: boolean;
}

export interface Control {
  host: HTMLElement;
  /**
   * Shows a view as the one in force, and in words what that means on this page.
   *
   * @param found null if it cannot be known
   */
  show: (view: ListView, found: Found | null) => void;
}

/** What the control opens, in its shadow root; comes later (menu.ts). */
export interface ListMenu {
  /** Opens it, for the press that it was loaded for; later presses on its opener are the browser's to answer. */
  open: () => void;
  /** Shows a view as the one in force; `found` is null if nothing can be said of the page. */
  show: (view: ListView, found: Found | null) => void;
}

export type MakeListMenu = (
  root: ShadowRoot,
  opener: HTMLButtonElement,
  onChoice: (view: ListView) => void,
) => ListMenu;

/**
 * @param load gets the menu, which is not loaded with the page: asked for as soon as the pointer or the focus is on the button
 * @param onChoice called with the view that the reader asks for; the control itself changes nothing
 */
export function createControl(
  document: Document,
  load: () => Promise<MakeListMenu>,
  onChoice: (view: ListView) => void,
): Control {
  document.querySelector(CONTROL)?.remove(); // the one only for what is followed (cold-control.ts)
  const host = document.createElement(CONTROL);
  host.style.display = "none"; // shown by the manifest's style sheet only, as badges are
  host.toggleAttribute("data-dark", document.querySelector("hot-paper[data-dark]") !== null); // page-background.ts may have been here
  const root = host.attachShadow({ mode: "closed" });
  const open = element(document, "button", {
    type: "button",
    class: "open",
    "aria-haspopup": "true",
  });
  open.classList.add("pill");
  root.append(open);
  adoptSheet(root, common + css);

  let shown: Parameters<Control["show"]> | undefined;
  let menu: ListMenu | undefined;
  const near = once(async () => {
    menu = (await load())(root, open, onChoice);
    if (shown) menu.show(...shown);
    return menu;
  });
  for (const type of ["pointerover", "focusin"] as const) listen(open, type, () => near().catch(() => {}));
  const openFirst = once(async () => (await near()).open()); // one time, however often it is pressed while the menu is on its way
  listen(open, "click", () => {
    if (menu) return; // the browser opens and closes it
    openFirst().catch(() => open.replaceChildren(text("conversationFailed")));
  });

  return {
    host,
    show(...next) {
      shown = next;
      const [view, found] = next;
      open.classList.toggle("changed", view.hotOnly || view.hottestFirst);
      const short = found ? text("listToolsShort", number(found.hot), number(found.all)) : "?";
      const more = changesIn(view, found);
      open.setAttribute("aria-label", `${short}${more}: ${text("listToolsName")}`);
      const rest = element(document, "span", { class: "more" }, more);
      open.replaceChildren(element(document, "span", { class: "shape" }, short, rest));
      // It grows to the left, and an element that is inserted again does not count as moved. But that would lose a press that is under way.
      if (!root.activeElement && !open.matches(":active")) root.prepend(open);
      menu?.show(...next);
    },
  };
}

/** The hint that the page is not as arXiv made it, even if that was chosen on another day: ` · 45 hidden · sorted by heat`. */
export function changesIn({ hotOnly, hottestFirst }: ListView, found: Found | null): string {
  if (!found) return "";
  const hidden = hotOnly ? ` · ${text("listToolsHidden", number(found.all - found.hot))}` : "";
  return hottestFirst ? `${hidden} · ${text("listToolsSorted")}` : hidden;
}
