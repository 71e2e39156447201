/** One post: its author, its time, its unchanged words, and where it is. */
import type { Post } from "../../digest/digest.ts";
import { shortDate } from "../../texts/format.ts";
import { linkedText } from "../../texts/linked-text.ts";
import { postLanguage } from "../../texts/post-language.ts";
import { text } from "../../texts/text.ts";
import { element, outsideLink } from "../element.ts";

/** The parts of a post. Its text keeps its language, its direction and its line breaks, and stays text. */
export function postPart(
  document: Document,
  { network, url, author, date, lang, dir, text: words }: Post,
): Node[] {
  const who = element(
    document,
    "p",
    { class: "who" },
    element(document, "b", { dir: "auto" }, author.name),
    ` @${author.handle} · `,
    element(document, "time", { datetime: date }, shortDate(date)),
  );
  const open = text(`conversationOpen_${network}`);
  const link = outsideLink(document, url, open, {
    "aria-label": text("conversationOpenOf", open, author.name),
  });
  return [
    who,
    ...(words === undefined
      ? []
      : [
          element(
            document,
            "p",
            { class: "words", lang: postLanguage(lang), dir },
            ...linkedText(words).map((part) =>
              part.url === undefined
                ? part.words
                : outsideLink(document, part.url, part.words, { class: "told", dir: "ltr" }),
            ),
          ),
        ]),
    ...(link ? [link] : []),
  ];
}
