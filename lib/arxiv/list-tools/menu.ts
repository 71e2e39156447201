/**
 * What the list control opens: all or hot only, arXiv's order or the hottest first. It comes with the script of conversations, when it seems
 * to be wanted.
 */
import { number } from "../../texts/format.ts";
import { text, type TextKey } from "../../texts/text.ts";
import { element } from "../element.ts";
import { guardPresses } from "../plain-sight.ts";
import { adoptSheet } from "../badge/shared-stylesheet.ts";
import { listen } from "../trusted.ts";
import { changesIn, type MakeListMenu } from "./control.ts";
import type { ListView } from "./list-item.ts";
import { minePart } from "./mine-part.ts";
import css from "./menu.css?inline";

const WIDTH = 300;
const EDGE = 8;

/**
 * Makes a menu that is closed.
 *
 * @param root closed, so that scripts of the page can neither press nor read anything of it
 * @param opener what it is under; from here on its presses open and close the menu, and the browser tells assistive technology so
 * @param onChoice called with the view that the reader asks for; the menu itself changes nothing
 */
export const makeListMenu: MakeListMenu = (root, opener, onChoice) => {
  const document = root.ownerDocument;
  let current: ListView = { hotOnly: false, hottestFirst: false };

  /** Shows which buttons are pressed. */
  const presses: (() => void)[] = [];
  const choice = (label: TextKey, name: keyof ListView, ...options: TextKey[]) => {
    const buttons = options.map((key, at) => {
      const button = element(document, "button", { type: "button" }, text(key));
      listen(button, "click", () => onChoice({ ...current, [name]: at === 1 }));
      presses.push(() => button.setAttribute("aria-pressed", `${current[name] === (at === 1)}`));
      return button;
    });
    return element(
      document,
      "div",
      { class: "choice", role: "group", "aria-label": text(label) },
      ...buttons,
    );
  };
  const count = element(document, "p", { class: "count" });
  const refused = element(document, "p", { class: "refused", role: "alert" });
  const bar = element(
    document,
    "div",
    { class: "bar", popover: "", role: "group", "aria-label": text("listToolsName") },
    choice("listToolsWhich", "hotOnly", "listToolsAll", "listToolsHotOnly"),
    choice("listToolsOrder", "hottestFirst", "listToolsArxivOrder", "listToolsHottestFirst"),
    count,
    refused,
  );
  root.append(bar);
  adoptSheet(root, css);
  guardPresses(root, () => {
    refused.textContent = text("pressRefused");
  });
  let mine: HTMLElement | undefined;
  listen(bar, "beforetoggle", ({ newState }) => {
    refused.textContent = "";
    if (newState !== "open") return;
    mine?.remove();
    mine = minePart(document, () => bar.hidePopover());
    if (mine) count.before(mine);
    // In the top layer, which begins at the page's corner.
    const { right, bottom } = opener.getBoundingClientRect();
    const { scrollX, scrollY } = document.defaultView ?? { scrollX: 0, scrollY: 0 };
    bar.style.top = `${bottom + scrollY}px`;
    bar.style.left = `${Math.max(EDGE, right - WIDTH) + scrollX}px`;
  });
  // Natively: otherwise a press on the button of an open menu would count as one outside it, close it, and open it again.
  opener.popoverTargetElement = bar;

  return {
    open: () => bar.showPopover(),
    show(view, found) {
      current = view;
      bar.classList.toggle("cold", found?.hot === 0); // there only for what is followed
      for (const press of presses) press();
      const sentence = found
        ? text(found.narrowed ? "listToolsHotEnough" : "listToolsCount", number(found.hot), number(found.all))
        : text("conversationFailed");
      count.textContent = sentence + changesIn(view, found);
    },
  };
};
