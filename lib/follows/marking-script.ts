/**
 * The script that marks what is followed on arXiv's lists (entrypoints/follows.ts). The browser itself puts it into those pages while
 * there is something to mark: pages of a reader who follows nothing load none of it, and no page waits for the background.
 */
import { browser } from "../browser.ts";

const ID = "follows";
const STYLE = "follow-marks.css";
/** What is put into a page. */
const MARKING_FILES = { js: ["follows.js"], css: [`assets/${STYLE}`] };

/** The pages that may be lists: those that the manifest gives the parts of the list control. Firefox has files there as whole addresses. */
function listPages(): string[] {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.find(({ js }) => js?.some((file) => file.endsWith("list-parts.js")))?.matches ?? [];
}

/** Marks lists from now on, open ones too, or stops marking them. A script with nothing left to mark says nothing by itself. */
export async function keepMarkingScript(on: boolean): Promise<void> {
  const { scripting, tabs } = browser;
  const isOn = (await scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
  if (isOn === on) return;
  if (!on) return scripting.unregisterContentScripts({ ids: [ID] });
  const matches = listPages();
  await scripting.registerContentScripts([{ id: ID, matches, runAt: "document_idle", ...MARKING_FILES }]);
  const open = await tabs.query({ url: matches });
  await Promise.allSettled(open.flatMap(({ id }) => (id === undefined ? [] : markTab(id))));
}

async function markTab(tabId: number): Promise<void> {
  const target = { tabId };
  await browser.scripting.insertCSS({ target, files: MARKING_FILES.css });
  await browser.scripting.executeScript({ target, files: MARKING_FILES.js as never });
}
