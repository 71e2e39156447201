/** What the browser itself offers of ours beside its toolbar button: the dot over PDFs, entries of its menu, a keyword in its address bar. */
import { answerAddressBar } from "./address-bar.ts";
import { answerContextMenus } from "./context-menu.ts";
import { watchPdfTabs } from "./paper-dot.ts";

/** To be called at each start of the background, before anything is awaited. */
export function answerBrowser(): void {
  watchPdfTabs();
  answerContextMenus();
  answerAddressBar();
}
