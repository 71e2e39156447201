/** Plain links to look further. Nothing is asked of these places until a link is pressed. */
import type { PaperId } from "../../paper/paper-id.ts";
import { text } from "../../texts/text.ts";
import { element, outsideLink } from "../element.ts";

/** Pages about a paper elsewhere, by their own names. */
function places(id: PaperId): (readonly [name: string, address: string])[] {
  return [
    ["alphaXiv", `https://www.alphaxiv.org/abs/${id}`],
    ["Hugging Face", `https://huggingface.co/papers/${id}`],
    ["Semantic Scholar", `https://api.semanticscholar.org/arXiv:${id}`], // arXiv's own link to it
    ["Hacker News", `https://hn.algolia.com/?query=${encodeURIComponent(`arxiv.org/abs/${id}`)}`],
  ];
}

/** A line of links. */
export function furtherPart(document: Document, id: PaperId): HTMLElement {
  const links = places(id).flatMap(([name, address]) => outsideLink(document, address, name) ?? []);
  return element(document, "p", {}, text("conversationFurther"), ...links);
}
