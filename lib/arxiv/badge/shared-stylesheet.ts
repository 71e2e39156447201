/** One style sheet for all shadow roots of a page. */

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * Gives a shadow root a style sheet, once, in addition to those it has. It is parsed once per page and shared; if a page script may not
 * do that (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346) the root gets a copy of its own.
 */
export function adoptSheet(root: ShadowRoot, css: string): void {
  try {
    const sheet = sharedSheet(root.ownerDocument, css);
    const known = root.adoptedStyleSheets;
    // A whole array at once: a root's list is slow to search and to add to.
    if (known.length === 0) root.adoptedStyleSheets = [sheet];
    else if (!known.includes(sheet)) known.push(sheet);
  } catch {
    if ([...root.querySelectorAll("style")].some(({ textContent }) => textContent === css)) return;
    const style = root.ownerDocument.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}

function sharedSheet(document: Document, css: string): CSSStyleSheet {
  const ofDocument = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, ofDocument);
  const known = ofDocument.get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  ofDocument.set(css, sheet);
  return sheet;
}
