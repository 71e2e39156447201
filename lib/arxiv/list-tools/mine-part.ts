/**
 * "Mine" in the menu of the list control: what of this list is followed. arXiv's own entries stay as they are, because hiding the others
 * would tell scripts of the page which ones these are; the list is in the menu's closed root, and leads to each.
 */
import { number } from "../../texts/format.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { mineHere } from "../follows/mine-here.ts";
import { listen } from "../trusted.ts";

/**
 * A part of the menu, made again each time it opens; undefined if nothing of the list is followed.
 *
 * @param close closes the menu
 */
export function minePart(document: Document, close: () => void): HTMLElement | undefined {
  const mine = mineHere();
  if (mine.length === 0) return undefined;
  const list = element(
    document,
    "ol",
    { hidden: "" },
    ...mine.map(({ entry, title, why }) => {
      const go = element(
        document,
        "button",
        { type: "button" },
        element(document, "span", { lang: "en" }, title),
        " ",
        element(document, "small", {}, text("followsMark", why)),
      );
      listen(go, "click", () => {
        close();
        entry.scrollIntoView({ block: "center" });
        entry.querySelector<HTMLElement>("a[href]")?.focus({ preventScroll: true });
      });
      return element(document, "li", {}, go);
    }),
  );
  const open = element(
    document,
    "button",
    { type: "button", "aria-expanded": "false", class: "mine-open" },
    text("listToolsMine", number(mine.length)),
  );
  listen(open, "click", () => {
    list.hidden = !list.hidden;
    open.setAttribute("aria-expanded", `${!list.hidden}`);
  });
  return element(document, "div", { class: "mine" }, open, list);
}
