/**
 * Ports of our scripts in arXiv's pages. Nothing is said on them: one asks for the script that it is named after (entrypoints/conversation.ts,
 * entrypoints/marks.ts), which a page needs only if the reader wants it, and is closed when that script is there or cannot be. One named
 * `paper` says that the page is of a paper for which the toolbar button may show a dot; one named `follows` that something is followed,
 * and is closed when lists are marked.
 */
import { browser } from "../browser.ts";
import { keepMarkingScript } from "../follows/marking-script.ts";
import { isArxivPage } from "../messages/sender.ts";
import type { Sender } from "../messages/sender.ts";
import { warn } from "../warn.ts";
import { showPaperDot } from "./paper-dot.ts";

const SCRIPTS: ReadonlySet<string> = new Set(["conversation", "marks"]);

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
    if (SCRIPTS.has(name)) void loadScript(port);
    if (name === "paper") void showPaperDot(sender.tab?.id, sender.url).then(() => port.disconnect());
    if (name === "follows") void markFollowed(port);
  });
}

async function markFollowed(port: PagePort): Promise<void> {
  await keepMarkingScript(true).catch(warn);
  port.disconnect();
}

async function loadScript(port: PagePort): Promise<void> {
  const tabId = port.sender?.tab?.id;
  try {
    if (tabId !== undefined)
      await browser.scripting.executeScript({
        target: { tabId, frameIds: [port.sender?.frameId ?? 0] },
        files: [`/${port.name}.js` as "/conversation.js"],
        injectImmediately: true,
      });
  } catch (error) {
    warn(error, `a page could not get its ${port.name} script`);
  }
  port.disconnect();
}
