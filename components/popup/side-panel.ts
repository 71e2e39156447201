/** The panel beside the page: Chrome's side panel, Firefox's sidebar. Both show the popup's page, for as long as one likes. */
import { browser } from "../../lib/browser.ts";

/** What browsers have of it, which no types of ours know in both. */
interface PanelApis {
  sidePanel?: { open?: (where: { windowId: number }) => Promise<void> };
  sidebarAction?: { open?: () => Promise<void> };
}

/**
 * Gives what opens the panel, or undefined if the browser has none (Firefox for Android). It has to be called in the click itself:
 * browsers ask for that, and Chrome wants to be told the window, so that is asked for before.
 */
export async function panelOpener(): Promise<(() => Promise<void>) | undefined> {
  const { sidePanel, sidebarAction } = browser as unknown as PanelApis;
  const openSidebar = sidebarAction?.open?.bind(sidebarAction);
  if (openSidebar) return openSidebar;
  const open = sidePanel?.open?.bind(sidePanel);
  if (!open) return undefined;
  const { id } = await browser.windows.getCurrent();
  return id === undefined ? undefined : () => open({ windowId: id });
}
