/** What language our own pages are in. */
import { text } from "./text.ts";

/**
 * Tells the document the language and direction of its texts, for screen readers, hyphenation and layout. Each set of texts
 * names its own: if there is none in the browser's language, English is shown and named.
 */
export function setPageLanguage(document: Document): void {
  document.documentElement.lang = text("textsLanguage");
  document.documentElement.dir = text("textsDirection");
}
