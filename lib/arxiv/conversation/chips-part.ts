/** A line for each network: its name, its figures and when they were counted, or why there are none. */
import { networkChips } from "../../texts/network-chips.ts";
import { text } from "../../texts/text.ts";
import { element, outsideLink } from "../element.ts";

/**
 * Every network on a line of its own: here there is room for what a chip of a list only hints at. Undefined if there is none,
 * as for a reader who hides figures.
 */
export function chipsPart(
  document: Document,
  known: Parameters<typeof networkChips>[0],
): HTMLElement | undefined {
  const chips = networkChips(known);
  if (chips.length === 0) return undefined;
  return element(
    document,
    "ul",
    { class: "chips" },
    ...chips.map(({ mark, name, words, rank, hint, state, url }) =>
      element(
        document,
        "li",
        { class: state },
        element(document, "abbr", { "aria-hidden": "true" }, mark),
        rank === undefined ? undefined : element(document, "b", {}, rank),
        (url === undefined
          ? undefined
          : outsideLink(document, url, words, { title: text("chipOpen", name) })) ??
          element(document, "span", {}, words),
        element(document, "small", {}, hint),
      ),
    ),
  );
}
