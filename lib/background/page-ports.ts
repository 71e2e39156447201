/**
 * Ports of our script in arXiv's pages. Nothing is said on them: one named `conversation` asks for the script that shows
 * conversations (entrypoints/conversation.ts), which a page needs only when one seems to be wanted, and is closed when that script is there
 * or cannot be; one named `paper` says that the page is of a paper for which the toolbar button may show a dot.
 */
import { browser } from "../browser.ts";
import { isArxivPage } from "../messages/sender.ts";
import type { Sender } from "../messages/sender.ts";
import { warn } from "../warn.ts";
import { showPaperDot } from "./paper-dot.ts";

interface PagePort {
  name: string;
  sender?: Sender | undefined;
  disconnect: () => void;
}

/** Accepts ports from now on. To be called at once when the worker starts, or a port that woke it breaks. */
export function acceptPagePorts(): void {
  browser.runtime.onConnect.addListener((port: PagePort) => {
    const { name, sender } = port;
    if (!sender || !isArxivPage(sender)) return;
    if (name === "conversation") void loadConversation(port);
    if (name === "paper") void showPaperDot(sender.tab?.id, sender.url).then(() => port.disconnect());
  });
}

async function loadConversation(port: PagePort): Promise<void> {
  const tabId = port.sender?.tab?.id;
  try {
    if (tabId !== undefined)
      await browser.scripting.executeScript({
        target: { tabId, frameIds: [port.sender?.frameId ?? 0] },
        files: ["/conversation.js"],
        injectImmediately: true,
      });
  } catch (error) {
    warn(error, "a page could not get the conversation's script");
  }
  port.disconnect();
}
