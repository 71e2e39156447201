/** The dot on the toolbar button over a tab whose paper is in a digest. The browser takes it away when the tab goes elsewhere. */
import { browser } from "../browser.ts";
import { lookup } from "../index/lookup.ts";
import { openIndex } from "../index/open.ts";
import { linkedPaper } from "../paper/linked-paper.ts";
import { readSettings } from "../settings/settings.ts";
import { text } from "../texts/text.ts";
import { warn } from "../warn.ts";
import { COLOUR } from "./toolbar-number.ts";

/** Shows it if that is wanted and the index has the paper of this address, and the tab is still there. Never throws. */
export async function showPaperDot(tabId: number | undefined, url = ""): Promise<void> {
  try {
    const id = linkedPaper(url);
    if (tabId === undefined || !id || !(await readSettings()).toolbarDot) return;
    const known = await lookup(await openIndex(), [id]);
    const tab = await browser.tabs.get(tabId);
    if (known.length === 0 || linkedPaper(tab.url ?? "") !== id) return;
    const { action } = browser;
    await action.setBadgeBackgroundColor({ tabId, color: COLOUR });
    await action.setTitle({ tabId, title: text("buttonHotPaper") });
    await action.setBadgeText({ tabId, text: "•" });
  } catch (error) {
    warn(error); // a tab that is closed meanwhile
  }
}

/**
 * Firefox lets no script of ours into its PDF viewer, but tells of tabs by their addresses: the background wakes only for arXiv's PDFs. In
 * Chromium our script runs there too and looks into the mirror (entrypoints/paper-dot.ts); Chromium tells of all tabs or of none.
 */
export function watchPdfTabs(): void {
  if (!import.meta.env.FIREFOX) return;
  const hosts: string[] = browser.runtime.getManifest().host_permissions ?? [];
  const urls = hosts.map((host) => host.replace("*", "pdf/*"));
  const onUpdated = browser.tabs.onUpdated as unknown as FilteredEvent;
  onUpdated.addListener(
    (tabId, { status }, { url }) => {
      if (status === "complete") void showPaperDot(tabId, url);
    },
    { urls, properties: ["status"] },
  );
}

/** As in Firefox; types of the API are Chromium's. */
interface FilteredEvent {
  addListener: (
    listener: (tabId: number, change: { status?: string }, tab: { url?: string }) => void,
    filter: { urls: string[]; properties: string[] },
  ) => void;
}
