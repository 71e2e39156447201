import { defineBackground } from "wxt/utils/define-background";
import { browser } from "../lib/browser.ts";
import { serve } from "../lib/messages/serve.ts";
import { createAnswers } from "../lib/worker/answers.ts";
import { createArchive } from "../lib/worker/archive.ts";
import { syncMirror } from "../lib/worker/keep-mirror.ts";
import { injectIntoOpenTabs } from "../lib/worker/open-tabs.ts";
import { acceptPagePorts } from "../lib/worker/page-ports.ts";

/** Of the pack that this build ships; see wxt.config.ts. */
// oxlint-disable-next-line no-underscore-dangle -- replaced by name, so it must be like no other
declare const __ARCHIVE_ID__: string;

export default defineBackground({
  type: "module",
  main() {
    const archive = createArchive({ packId: __ARCHIVE_ID__, fetch: (url) => fetch(url) });
    serve(createAnswers(archive));
    acceptPagePorts();
    if (!import.meta.env.FIREFOX) {
      browser.runtime.onInstalled.addListener(({ reason }) => {
        if (reason === "install" || reason === "update") void injectIntoOpenTabs();
      });
    }
    void archive.ensure().then(syncMirror); // what an earlier life of the worker left undone
  },
});
