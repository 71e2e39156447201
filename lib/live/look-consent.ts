/**
 * The reader's consent to "Look now", which tells networks what the reader reads. Firefox wants an extension to ask for it, and lets only
 * a page of the extension ask, not a script in arXiv's pages. Chromium has no such question: there the words above the button suffice.
 */
import { browser } from "../browser.ts";

/** As the manifest names it under `data_collection_permissions`. Types of the API are Chromium's, which do not know it. */
const TOLD: Parameters<typeof browser.permissions.request>[0] & { data_collection: string[] } = {
  data_collection: ["browsingActivity"],
};

/** Whether networks may be asked about one paper. It can be taken back in the add-ons manager at any time. */
export async function mayLook(): Promise<boolean> {
  return !import.meta.env.FIREFOX || browser.permissions.contains(TOLD);
}

/**
 * Asks for it, unless it was given before. Only in the handler of a click, before anything is awaited: otherwise Firefox refuses to ask.
 *
 * @returns whether it was given
 */
export function requestLook(): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return Promise.resolve(true);
  return browser.permissions.request(TOLD).catch(() => false);
}
