/** Settings of ours that are the browser's: which key opens the popup, and where both can be changed. */
import { browser } from "../browser.ts";

/** As in Firefox since version 137. */
interface ShortcutSettings {
  openShortcutSettings?: () => Promise<void>;
}

/**
 * The key that opens the popup, as the browser writes it ("Alt+Shift+H"); an empty text if there is none, undefined if the browser has
 * no keys (Firefox for Android).
 */
export async function popupKey(): Promise<string | undefined> {
  const { commands: keys } = browser as { commands?: typeof browser.commands };
  const commands = await keys?.getAll();
  return commands && (commands.find(({ name }) => name === "_execute_action")?.shortcut ?? "");
}

/** Opens the browser's own page of extensions' keys. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as ShortcutSettings;
  if (open) await open();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}

/** Opens the browser's own page about this extension, where private windows are allowed; undefined in Firefox, which does not allow it. */
export const extensionSettings = (): (() => Promise<void>) | undefined =>
  browser.runtime.getURL("/").startsWith("chrome-extension:")
    ? async () => {
        await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
      }
    : undefined;

/** As in Chromium and newer versions of Firefox. */
interface ActionSettings {
  getUserSettings?: () => Promise<{ isOnToolbar?: boolean }>;
}

/** Whether our button is seen without opening a menu; undefined if the browser does not tell. */
export async function buttonOnToolbar(): Promise<boolean | undefined> {
  return (await (browser.action as ActionSettings).getUserSettings?.())?.isOnToolbar;
}

/** Takes away the dots over tabs of arXiv: what the button shows for all tabs is seen there again. */
export async function clearToolbarDots(): Promise<void> {
  const { host_permissions: url = [] } = browser.runtime.getManifest();
  const tabs = await browser.tabs.query({ url });
  const none = { text: null } as unknown as { text: string }; // types do not know it, both browsers do
  await Promise.all(tabs.map(({ id: tabId }) => browser.action.setBadgeText({ ...none, tabId })));
}
