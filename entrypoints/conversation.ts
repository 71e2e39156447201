/** Conversations, and the menu of the list control, put into a page of arXiv by the worker when the first one seems to be wanted. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { browser } from "../lib/browser.ts";
import { ask } from "../lib/messages/ask.ts";
import { closedPort } from "../lib/messages/closed-port.ts";
import { pageFollowActions } from "../lib/follows/from-arxiv.ts";
import { handOver } from "../lib/arxiv/conversation/lazy-conversation.ts";
import { pageMark } from "../lib/marks/arxiv-marking.ts";
import { onMarksChanged } from "../lib/marks/stored-marks.ts";
import { makeListMenu } from "../lib/arxiv/list-tools/menu.ts";
import { type ConversationActions, openPanel } from "../lib/arxiv/conversation/open-panel.ts";

const privately = browser.extension.inIncognitoContext;

const actions: ConversationActions = {
  conversation: (id) => ask("conversation", { id }),
  openDay: async (date) => {
    await ask("openDay", { date });
  },
  loadTexts: (id) => ask("loadTexts", { id }),
  look: (id) => ask("lookNow", { id }),
  marks: {
    read: (id) => pageMark(id, privately),
    set: (id, kind, on) => pageMark(id, privately, { kind, on }),
    watch: onMarksChanged,
  },
  follows: pageFollowActions(() => closedPort("follows")),
};

export default defineUnlistedScript(() =>
  handOver({ openConversation: (opener, onClosed) => openPanel(opener, actions, onClosed), makeListMenu }),
);
