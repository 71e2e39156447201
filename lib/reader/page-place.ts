/** The popup's page is opened by the toolbar button, and as a tab from links to a day. */
import { browser } from "../browser.ts";

/**
 * Says in the document where it is shown, so that its style sheet can take the window's size in a tab. Needs no waiting:
 * called before the first paint it makes nothing jump.
 */
export function markPlace(window: Window): void {
  const popups = browser.extension.getViews({ type: "popup" });
  window.document.documentElement.dataset["place"] = popups.includes(window) ? "popup" : "tab";
}
