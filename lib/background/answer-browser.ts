/** What the browser offers of ours besides the toolbar button: the dot over PDFs, menu entries, a keyword in the address bar. */
import { answerAddressBar } from "./address-bar.ts";
import { answerContextMenus } from "./context-menu.ts";
import { watchPdfTabs } from "./paper-dot.ts";

/** To be called at each start of the background, before anything is awaited. */
export function answerBrowser(): void {
  watchPdfTabs();
  answerContextMenus();
  answerAddressBar();
}
