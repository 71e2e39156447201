/** The panel beside the page: Chrome's side panel, Firefox's sidebar. Both show the popup's page and stay open. */
import { browser } from "../../lib/browser.ts";

/** The browsers' APIs for it: our types do not know both. */
interface PanelApis {
  sidePanel?: { open?: (where: { windowId: number }) => Promise<void> };
  sidebarAction?: { open?: () => Promise<void> };
}

/**
 * Returns what opens the panel, or undefined if the browser has none (Firefox for Android). It has to be called in the click itself:
 * browsers insist on that. Chrome also needs the window's id, so we ask for that in advance.
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
