/** Conversations, and the menu of the list control, put into a page of arXiv by the worker when its first one seems to be wanted. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { browser } from "../lib/browser.ts";
import { ask } from "../lib/messages/ask.ts";
import { handOver } from "../lib/arxiv/conversation/lazy-conversation.ts";
import { conversationMarks } from "../lib/arxiv/marks/conversation-marks.ts";
import { makeListMenu } from "../lib/arxiv/list-tools/menu.ts";
import { type ConversationActions, openPanel } from "../lib/arxiv/conversation/open-panel.ts";

const actions: ConversationActions = {
  conversation: (id) => ask("conversation", { id }),
  openDay: async (date) => {
    await ask("openDay", { date });
  },
  loadTexts: (id) => ask("loadTexts", { id }),
  look: (id) => ask("lookNow", { id }),
  marks: conversationMarks(browser.extension.inIncognitoContext),
};

export default defineUnlistedScript(() =>
  handOver({ openConversation: (opener, onClosed) => openPanel(opener, actions, onClosed), makeListMenu }),
);
