import "./style.css";
import { defineContentScript } from "wxt/utils/define-content-script";
import { browser } from "../../lib/browser.ts";
import { ask } from "../../lib/messages/ask.ts";
import { createPageLookup } from "../../lib/mirror/page-lookup.ts";
import { handedOver } from "../../lib/page/conversation/hand-over.ts";
import { start } from "../../lib/page/decorate.ts";
import { readJumpKeys } from "../../lib/settings/jump-keys.ts";
import { keepListView, readListView } from "../../lib/settings/list-view.ts";
import { wantsBadges } from "../../lib/settings/settings.ts";
import { watchRevision } from "../../lib/worker/revision.ts";

export default defineContentScript({
  matches: [
    "https://arxiv.org/*",
    "https://www.arxiv.org/*",
    "https://export.arxiv.org/*",
    "https://browse.arxiv.org/*",
  ],
  runAt: "document_start",
  noScriptStartedPostMessage: true, // the page need not know that we are here
  main(ctx) {
    const invalidated = new AbortController();
    ctx.onInvalidated(() => invalidated.abort());
    const newLookup = () =>
      createPageLookup({
        read: (keys) => browser.storage.local.get(keys),
        ask: (ids, group) => ask("lookup", { ids, group }),
        isWanted: wantsBadges,
      });
    let index = newLookup();
    start({
      document,
      url: location.href,
      signal: invalidated.signal,
      prefetch: index.prefetch,
      early: index.early,
      lookup: (ids, group) => index.lookup(ids, group),
      watch: (onChange, signal) =>
        watchRevision(() => {
          index = newLookup(); // the one before keeps what it has read
          onChange();
        }, signal),
      listTools: { readView: readListView, keepView: keepListView, readKeys: readJumpKeys },
      conversation: (id) => ask("conversation", { id }),
      openDay: async (date) => {
        await ask("openDay", { date });
      },
      contents: async () => {
        if (!handedOver()) await brokenPort("conversation"); // the worker lets go of it when the script is there
        const show = handedOver();
        if (!show) throw new Error("the conversation's script did not come");
        return show;
      },
      report: (line) => console.warn(`Hot Papers: ${line}`),
      status: () => navigation()?.responseStatus,
      extension: {
        isThere: () => browser.runtime?.id !== undefined,
        ...(!import.meta.env.FIREFOX && {
          listen: (onBroken) => void brokenPort("page").then(onBroken),
        }),
      },
    });
  },
});

function navigation(): PerformanceNavigationTiming | undefined {
  return performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
}

/** Opens a port to the worker and waits until it is no more. */
function brokenPort(name: string): Promise<void> {
  return new Promise((resolve) => {
    browser.runtime.connect({ name }).onDisconnect.addListener(() => {
      void browser.runtime?.lastError; // read, or Chromium complains in the console
      resolve();
    });
  });
}
