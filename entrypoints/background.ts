// First: its table of HTML entities is unlike all other code, and would come between what gzip finds alike (it looks back 32 KB).
import "../lib/net/markup-tree.ts";
import { defineBackground } from "wxt/utils/define-background";
import { browser } from "../lib/browser.ts";
import { serve } from "../lib/messages/serve.ts";
import { openInstead } from "../lib/index/open.ts";
import { createAnswers } from "../lib/background/handlers.ts";
import { createBundledDigests } from "../lib/background/bundled-digests.ts";
import type { PackIds } from "../lib/background/bundled-sets.ts";
import { answerBrowser } from "../lib/background/answer-browser.ts";
import { createDeletion } from "../lib/background/delete-everything.ts";
import { createFeeds } from "../lib/background/feeds.ts";
import { indexChanged } from "../lib/background/index-changed.ts";
import { indexInMemory } from "../lib/background/index-in-memory.ts";
import { installed } from "../lib/background/installed.ts";
import { createLive } from "../lib/live/live.ts";
import { createPastDays } from "../lib/live/live-past.ts";
import { injectAfter } from "../lib/background/open-tabs.ts";
import { showToolbarNumber } from "../lib/background/toolbar-number.ts";
import { acceptPagePorts } from "../lib/background/page-ports.ts";
import { workerOutside } from "../lib/background/worker-outside.ts";

/** Of the sets that this build ships; see wxt.config.ts. */
// oxlint-disable-next-line no-underscore-dangle -- replaced by name, so it must be like no other
declare const __PACK_IDS__: PackIds;

export default defineBackground({
  main() {
    openInstead(indexInMemory);
    const world = { outside: workerOutside, onChange: indexChanged };
    const archive = createBundledDigests({ packIds: __PACK_IDS__, fetch: (url) => fetch(url) });
    const feeds = createFeeds(world);
    const live = createLive(world);
    const past = createPastDays(world);
    const deletion = createDeletion({ archive, feeds, live, past });
    serve(createAnswers(archive, feeds, live, past, deletion));
    browser.alarms.onAlarm.addListener(({ name }) => {
      void feeds.alarm(name);
      void live.alarm(name);
      void past.alarm(name);
    });
    acceptPagePorts();
    answerBrowser();
    browser.runtime.onInstalled.addListener((details) => {
      void installed(details);
      void injectAfter(details);
    });
    // Then, what an earlier life of the worker left undone. Feeds come last: nothing waits for them.
    browser.runtime.onStartup.addListener(() => void showToolbarNumber()); // the browser forgets it when it ends
    void archive
      .ensure()
      .then(deletion.resume)
      .then(indexChanged)
      .then(feeds.start)
      .then(live.start)
      .then(past.start);
  },
});
