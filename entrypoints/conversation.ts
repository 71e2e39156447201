/** The contents of conversations, put into a page of arXiv by the worker when its first conversation is opened. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { ask } from "../lib/messages/ask.ts";
import { showConversation } from "../lib/page/conversation/contents.ts";
import { handOver } from "../lib/page/conversation/hand-over.ts";

export default defineUnlistedScript(() =>
  handOver((panel, id, entries, openDay, openOptions) =>
    showConversation(panel, id, entries, openDay, openOptions, (each) => ask("lookNow", { id: each })),
  ),
);
