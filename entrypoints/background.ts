import { defineBackground } from "wxt/utils/define-background";
import { browser } from "../lib/browser.ts";
import type { FeedOutside } from "../lib/feed/outside.ts";
import { serve } from "../lib/messages/serve.ts";
import { createAnswers } from "../lib/worker/answers.ts";
import { createArchive } from "../lib/worker/archive.ts";
import { createFeeds } from "../lib/worker/feeds.ts";
import { indexChanged } from "../lib/worker/index-changed.ts";
import { installed } from "../lib/worker/installed.ts";
import { createLive } from "../lib/worker/live.ts";
import { injectIntoOpenTabs } from "../lib/worker/open-tabs.ts";
import { showToolbarNumber } from "../lib/worker/toolbar-number.ts";
import { acceptPagePorts } from "../lib/worker/page-ports.ts";

/** Of the pack that this build ships; see wxt.config.ts. */
// oxlint-disable-next-line no-underscore-dangle -- replaced by name, so it must be like no other
declare const __ARCHIVE_ID__: string;

/** What feeds need of the world. */
const outside: FeedOutside = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  online: () => navigator.onLine,
};

export default defineBackground({
  main() {
    const archive = createArchive({ packId: __ARCHIVE_ID__, fetch: (url) => fetch(url) });
    const feeds = createFeeds({ outside, onChange: indexChanged });
    const live = createLive({ outside, onChange: indexChanged });
    serve(createAnswers(archive, feeds, live));
    browser.alarms.onAlarm.addListener(({ name }) => {
      void feeds.alarm(name);
      void live.alarm(name);
    });
    acceptPagePorts();
    browser.runtime.onInstalled.addListener((details) => {
      void installed(details);
      const { reason } = details;
      if (import.meta.env.FIREFOX) return; // it does this itself
      if (reason === "install" || reason === "update") void injectIntoOpenTabs();
    });
    // Then, what an earlier life of the worker left undone. Feeds come last: nobody waits for them.
    browser.runtime.onStartup.addListener(() => void showToolbarNumber()); // the browser forgets it when it ends
    void archive.ensure().then(indexChanged).then(feeds.start).then(live.start);
  },
});
