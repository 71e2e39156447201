/** What language our own pages are in. */
import { text } from "./text.ts";

/**
 * Tells the document the language and direction of its texts, for screen readers, hyphenation and layout. Each set of texts
 * names its own: where the browser's language has none, English is shown, and that is what it is then.
 */
export function setPageLanguage(document: Document): void {
  document.documentElement.lang = text("textsLanguage");
  document.documentElement.dir = text("textsDirection");
}
