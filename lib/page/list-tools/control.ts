/** The one quiet control above a list: all or hot only, arXiv's order or the hottest first. */
import { number } from "../../texts/format.ts";
import { text, type TextKey } from "../../texts/text.ts";
import { element } from "../element.ts";
import { adoptSheet } from "../sheet.ts";
import css from "./control.css?inline";
import type { ListView } from "./list-item.ts";

/** Name of the control's host; no custom element, just a name that nobody else has. */
export const CONTROL = "hot-paper-list";

export interface Control {
  host: HTMLElement;
  /** Says how many of the page's entries are in a digest. */
  count: (hot: number, all: number) => void;
  /** Shows a view as the one in force. */
  show: (view: ListView) => void;
}

/** @param onChoice called with the view that the reader asks for; the control itself changes nothing */
export function createControl(document: Document, onChoice: (view: ListView) => void): Control {
  const host = document.createElement(CONTROL);
  host.style.display = "none"; // shown by the manifest's style sheet only, as badges are
  const root = host.attachShadow({ mode: "open" });
  let current: ListView = { hotOnly: false, hottestFirst: false };

  const option = (key: TextKey, change: Partial<ListView>) => {
    const button = element(document, "button", { type: "button" }, text(key));
    button.addEventListener("click", () => onChoice({ ...current, ...change }));
    return button;
  };
  const choice = (key: TextKey, ...options: HTMLElement[]) =>
    element(document, "span", { class: "choice", role: "group", "aria-label": text(key) }, ...options);

  const all = option("listToolsAll", { hotOnly: false });
  const hotOnly = option("listToolsHotOnly", { hotOnly: true });
  const arxivOrder = option("listToolsArxivOrder", { hottestFirst: false });
  const hottestFirst = option("listToolsHottestFirst", { hottestFirst: true });
  const count = element(document, "span", { class: "count" });
  const bar = element(
    document,
    "div",
    { class: "bar", role: "group", "aria-label": text("listToolsName") },
    choice("listToolsWhich", all, hotOnly),
    choice("listToolsOrder", arxivOrder, hottestFirst),
    count, // behind the buttons and of one width, so that nothing moves while it grows
  );
  root.append(bar);
  adoptSheet(root, css);

  return {
    host,
    count(hot, entries) {
      count.textContent = text("listToolsCount", number(hot), number(entries));
    },
    show(view) {
      current = view;
      press(all, !view.hotOnly);
      press(hotOnly, view.hotOnly);
      press(arxivOrder, !view.hottestFirst);
      press(hottestFirst, view.hottestFirst);
      // The hint that the page is not as arXiv made it, also where that was chosen on another day.
      bar.classList.toggle("changed", view.hotOnly || view.hottestFirst);
    },
  };
}

const press = (button: HTMLElement, pressed: boolean) => button.setAttribute("aria-pressed", String(pressed));
