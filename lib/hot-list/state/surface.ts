/** The popup's page is opened by the toolbar button, as a panel beside a page, and as a tab from links to a day. */
import { browser } from "../../browser.ts";
import { isAndroid } from "../../settings/android.ts";

export const isPopup = (window: Window): boolean =>
  browser.extension.getViews({ type: "popup" }).includes(window) && !isAndroid(); // there it is a page of its own, as large as the screen

/**
 * Says in the document where it is shown, so that its style sheet can take the window's size in a tab or a panel. Does not wait:
 * called before the first paint, it makes nothing jump.
 */
export function markPlace(window: Window): void {
  window.document.documentElement.dataset["place"] = isPopup(window) ? "popup" : "tab";
}
