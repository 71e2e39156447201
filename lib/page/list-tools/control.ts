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
interface Found {
  hot: number;
  all: number;
  /** Whether others are in a digest too, but not hot enough for this reader. */
  narrowed: boolean;
}

export interface Control {
  host: HTMLElement;
  /** Says how many of the page's entries have a badge, or where that is unknown that it could not be read. */
  count: (found: Found | undefined) => void;
  /** Shows a view as the one in force. */
  show: (view: ListView) => void;
}

/** @param onChoice called with the view that the reader asks for; the control itself changes nothing */
export function createControl(document: Document, onChoice: (view: ListView) => void): Control {
  const host = document.createElement(CONTROL);
  host.style.display = "none"; // shown by the manifest's style sheet only, as badges are
  const root = host.attachShadow({ mode: "open" });
  let current: ListView = { hotOnly: false, hottestFirst: false };
  let words: string[] = [];

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
  const bar = element(
    document,
    "div",
    { class: "bar", role: "group", "aria-label": text("listToolsName") },
    choice("listToolsWhich", "hotOnly", "listToolsAll", "listToolsHotOnly"),
    choice("listToolsOrder", "hottestFirst", "listToolsArxivOrder", "listToolsHottestFirst"),
    count, // behind the buttons and of one width, so that nothing moves while it grows
  );
  root.append(bar);
  adoptSheet(root, css);
  const say = () => {
    for (const press of presses) press();
    // The hint that the page is not as arXiv made it, also where that was chosen on another day.
    const { hotOnly, hottestFirst } = current;
    bar.classList.toggle("changed", hotOnly || hottestFirst);
    const [counted, hidden] = words;
    count.textContent = [counted, hotOnly && hidden, hidden && hottestFirst && text("listToolsSorted")]
      .filter(Boolean)
      .join(" · ");
  };

  return {
    host,
    count(found) {
      words = found
        ? [
            text(
              found.narrowed ? "listToolsHotEnough" : "listToolsCount",
              number(found.hot),
              number(found.all),
            ),
            text("listToolsHidden", number(found.all - found.hot)),
          ]
        : [text("conversationFailed")];
      say();
    },
    show(view) {
      current = view;
      say();
    },
  };
}
