/** Conversations, put into a page of arXiv by the worker when its first one seems to be wanted. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { ask } from "../lib/messages/ask.ts";
import { handOver } from "../lib/page/conversation/hand-over.ts";
import { type ConversationActions, openPanel } from "../lib/page/conversation/open-panel.ts";

const actions: ConversationActions = {
  conversation: (id) => ask("conversation", { id }),
  openDay: async (date) => {
    await ask("openDay", { date });
  },
  openOptions: async () => {
    await ask("openOptions", {});
  },
  look: (id) => ask("lookNow", { id }),
};

export default defineUnlistedScript(() =>
  handOver((opener, onClosed) => openPanel(opener, actions, onClosed)),
);
