/** The language of our own pages is the browser's. */
import { browser } from "../browser.ts";
import { language } from "../texts/text.ts";

/** Tells the document its language and direction, for screen readers, hyphenation and layout. */
export function setPageLanguage(document: Document): void {
  document.documentElement.lang = language();
  document.documentElement.dir = browser.i18n.getMessage("@@bidi_dir") || "ltr";
}
