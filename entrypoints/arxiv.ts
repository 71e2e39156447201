/** The script in arXiv's pages; plain, because WXT's wrapper of content scripts is as large as our badges (wxt.config.ts names it). */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { browser } from "../lib/browser.ts";
import { ask } from "../lib/messages/ask.ts";
import { closedPort } from "../lib/messages/closed-port.ts";
import { createPageLookup } from "../lib/index/mirror/page-lookup.ts";
import { whenHandedOver } from "../lib/arxiv/conversation/lazy-conversation.ts";
import { start } from "../lib/arxiv/decorate.ts";
import { whenListParts } from "../lib/arxiv/list-tools/list-parts.ts";
import { takeOver } from "../lib/arxiv/single-copy.ts";
import { readLocal } from "../lib/read-local.ts";
import { CHANGED_PAGES, tellUnnoted } from "../lib/settings/changed-pages.ts";
import { followListView, keepListView, LIST_VIEW } from "../lib/settings/list-view.ts";
import { badgeWishes, followListWishes, watchBadgeWishes } from "../lib/settings/badge-wishes.ts";
import { watchRevision } from "../lib/revision.ts";

export default defineUnlistedScript(() => {
  const isThere = () => browser.runtime?.id !== undefined;
  const newLookup = () =>
    createPageLookup({
      read: readLocal,
      ask: (ids, group) => ask("lookup", { ids, group }),
      wishes: badgeWishes,
      more: [CHANGED_PAGES, LIST_VIEW],
    });
  let index = newLookup();
  // The worker lets go of the port when the script is there.
  const later = () => whenHandedOver(() => closedPort("conversation"));
  start({
    document,
    url: location.href,
    signal: takeOver(document, isThere),
    ...index,
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
      followWishes: (onWishes, signal) => followListWishes(onWishes, signal, index.value("settings")),
      whenParts: whenListParts,
      menu: async () => (await later()).makeListMenu,
    },
    conversations: async () => (await later()).openConversation,
    report: (line) => console.warn(`Hot Papers: ${line}`),
    onParsed: (kind, hasEntries) =>
      tellUnnoted(index.value(CHANGED_PAGES), kind, !hasEntries, (page) => ask("pageChanged", page)),
    status: () =>
      (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined)
        ?.responseStatus,
    isThere,
  });
});
