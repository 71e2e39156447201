/** Private windows: nothing that is read there is noted. */
import { browser } from "../browser.ts";

/** Whether this page is in a private window. Chromium runs all of our pages in one place, so there it is the window that tells. */
export async function inPrivateWindow(): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return true;
  const { windows } = browser as { windows?: typeof browser.windows }; // Firefox for Android has none
  return (await windows?.getCurrent())?.incognito ?? false;
}

/** Whether the reader lets the extension run in private windows at all. */
export const allowedInPrivateWindows = (): Promise<boolean> => browser.extension.isAllowedIncognitoAccess();
