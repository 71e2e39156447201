/** The one quiet control above a list: all or hot only, arXiv's order or the hottest first. */
import { number } from "../../texts/format.ts";
import { text, type TextKey } from "../../texts/text.ts";
import { element } from "../element.ts";
import { adoptSheet } from "../sheet.ts";
import css from "./control.css?inline";
import type { ListView } from "./list-item.ts";

/** Name of the control's host; no custom element, just a name that nobody else has. */
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
   * @param found undefined until it is known, null where it cannot be
   */
  show: (view: ListView, found: Found | null | undefined) => void;
}

/** @param onChoice called with the view that the reader asks for; the control itself changes nothing */
export function createControl(document: Document, onChoice: (view: ListView) => void): Control {
  const host = document.createElement(CONTROL);
  host.style.display = "none"; // shown by the manifest's style sheet only, as badges are
  const root = host.attachShadow({ mode: "open" });
  let current: ListView = { hotOnly: false, hottestFirst: false };

  /** Shows which of all buttons are pressed. */
  const presses: (() => void)[] = [];
  const choice = (label: TextKey, name: keyof ListView, ...options: TextKey[]) => {
    const buttons = options.map((key, at) => {
      const button = element(document, "button", { type: "button" }, text(key));
      button.addEventListener("click", () => onChoice({ ...current, [name]: at === 1 }));
      presses.push(() => button.setAttribute("aria-pressed", `${current[name] === (at === 1)}`));
      return button;
    });
    return element(
      document,
      "span",
      { class: "choice", role: "group", "aria-label": text(label) },
      ...buttons,
    );
  };
  const count = element(document, "span", { class: "count" });
  root.append(
    element(
      document,
      "div",
      { class: "bar", role: "group", "aria-label": text("listToolsName") },
      choice("listToolsWhich", "hotOnly", "listToolsAll", "listToolsHotOnly"),
      choice("listToolsOrder", "hottestFirst", "listToolsArxivOrder", "listToolsHottestFirst"),
      count, // behind the buttons and with room of its own, so that nothing moves when it comes
    ),
  );
  adoptSheet(root, css);

  return {
    host,
    show(view, found) {
      current = view;
      for (const press of presses) press();
      const words = [found === null && text("conversationFailed")];
      if (found) {
        const { hot, all, narrowed } = found;
        words.push(
          text(narrowed ? "listToolsHotEnough" : "listToolsCount", number(hot), number(all)),
          // The hint that the page is not as arXiv made it, also where that was chosen on another day.
          view.hotOnly && text("listToolsHidden", number(all - hot)),
          view.hottestFirst && text("listToolsSorted"),
        );
      }
      count.textContent = words.filter(Boolean).join(" · ");
    },
  };
}
