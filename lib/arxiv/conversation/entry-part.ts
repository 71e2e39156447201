/** One digest's entry of the paper. */
import type { ConversationEntry } from "../../messages/messages.ts";
import { figureWords, postsWords, rankWords } from "../../texts/badge-text.ts";
import { foldPosts } from "../../texts/fold-posts.ts";
import { longDate, number } from "../../texts/format.ts";
import { isTwitterAlone } from "../../texts/network-chips.ts";
import { plural, text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { listen } from "../trusted.ts";
import { chipsPart } from "./chips-part.ts";
import { postPart } from "./post-part.ts";

/** Rank, day and figures, a button to that day's list, then the posts: those with words of their own first. */
export function entryPart(
  document: Document,
  entry: ConversationEntry,
  openDay: (date: string) => void,
): HTMLElement {
  const { date, heat, counts, posts, list } = entry;
  const day = element(document, "button", { type: "button", class: "link" }, text("conversationDay"));
  listen(day, "click", () => openDay(date));
  const many = postsWords(posts.length, counts, list);
  const alone = isTwitterAlone(entry);

  const { spoken, titleOnly: titles } = foldPosts(posts, counts);
  const figures = [...(alone ? figureWords(counts) : []), ...(many === undefined ? [] : [many])];
  const item = (post: (typeof posts)[number]) =>
    element(document, "li", { class: "post" }, ...postPart(document, post));
  return element(
    document,
    "article",
    { "data-heat": `${heat}` },
    element(
      document,
      "div",
      { class: "entry" },
      element(
        document,
        "h3",
        {},
        element(document, "b", { class: "rank" }, rankWords(entry)),
        " ",
        element(document, "time", { datetime: date }, text("badgeDay", longDate(date))),
      ),
      figures.length > 0 ? element(document, "p", { class: "figures" }, figures.join(" · ")) : undefined,
      day,
    ),
    alone ? undefined : chipsPart(document, entry),
    posts.length === 0 && many !== undefined && many !== list
      ? element(document, "p", { class: "note" }, text("conversationNoPosts"))
      : undefined,
    spoken.length > 0 ? element(document, "ul", {}, ...spoken.map(item)) : undefined,
    titles.length > 0
      ? element(
          document,
          "details",
          { class: "titles" },
          element(
            document,
            "summary",
            {},
            plural(
              spoken.length > 0 ? "conversationMoreTitles" : "conversationTitles",
              titles.length,
              number(titles.length),
            ),
          ),
          element(document, "ul", {}, ...titles.map(item)),
        )
      : undefined,
  );
}
