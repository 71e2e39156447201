import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { browser } from "../lib/browser.ts";
import { ask } from "../lib/messages/ask.ts";
import { createPageLookup } from "../lib/mirror/page-lookup.ts";
import { handedOver } from "../lib/page/conversation/hand-over.ts";
import { start } from "../lib/page/decorate.ts";
import { readLocal } from "../lib/read-local.ts";
import { CHANGED_PAGES, changedPagesIn } from "../lib/settings/changed-pages.ts";
import { followJumpKeys } from "../lib/settings/jump-keys.ts";
import { followListView, keepListView, LIST_VIEW } from "../lib/settings/list-view.ts";
import { badgeWishes, watchBadgeWishes } from "../lib/settings/badge-wishes.ts";
import { watchRevision } from "../lib/worker/revision.ts";

/** Said when a copy of this script starts: an older one in the same page takes its badges away and ends. */
const STARTED = "hot-papers-started";

/**
 * The script in arXiv's pages. A plain script and not WXT's content script, whose wrapper weighs as much as our badges; the
 * manifest names it in wxt.config.ts.
 */
export default defineUnlistedScript(() => {
  const replaced = new AbortController();
  document.dispatchEvent(new Event(STARTED));
  document.addEventListener(STARTED, () => replaced.abort(), { once: true });
  const newLookup = () =>
    createPageLookup({
      read: readLocal,
      ask: (ids, group) => ask("lookup", { ids, group }),
      wishes: badgeWishes,
      more: [CHANGED_PAGES, LIST_VIEW],
    });
  let index = newLookup();
  start({
    document,
    url: location.href,
    signal: replaced.signal,
    prefetch: index.prefetch,
    early: index.early,
    lookup: (ids, group) => index.lookup(ids, group),
    watch(onChange, signal) {
      const again = () => {
        index = newLookup(); // the one before keeps what it has read
        onChange();
      };
      watchRevision(again, signal);
      watchBadgeWishes(again, signal);
    },
    listTools: {
      followView: (onView, signal) => followListView(onView, signal, index.value(LIST_VIEW)),
      keepView: keepListView,
      isNarrowed: async () => badgeWishes(await index.value("settings"), "list")?.leastHeat !== 1,
      followKeys: followJumpKeys,
    },
    conversations: async () => {
      if (!handedOver()) await closedPort("conversation"); // the worker lets go of it when the script is there
      const open = handedOver();
      if (!open) throw new Error("the conversation's script did not come");
      return open;
    },
    report: (line) => console.warn(`Hot Papers: ${line}`),
    onParsed: (kind, hasEntries) => {
      const tell = async () => {
        const noted = changedPagesIn(await index.value(CHANGED_PAGES)).includes(kind);
        if (noted === hasEntries) await ask("pageChanged", { kind, changed: !hasEntries });
      };
      tell().catch(() => undefined); // the next such page tries again
    },
    status: () => navigation()?.responseStatus,
    isThere: () => browser.runtime?.id !== undefined,
  });
});

function navigation(): PerformanceNavigationTiming | undefined {
  return performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
}

/** Opens a port to the worker and waits until the worker closes it. */
function closedPort(name: string): Promise<void> {
  return new Promise((resolve) => {
    browser.runtime.connect({ name }).onDisconnect.addListener(() => {
      void browser.runtime?.lastError; // read, or Chromium complains in the console
      resolve();
    });
  });
}
