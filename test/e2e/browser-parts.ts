/**
 * Parts of the browser's own that no protocol presses: entries of the context menu, and the address bar. They are told to the extension as the
 * browser itself tells them.
 */
import { inFirefoxItself } from "./firefox-button.ts";
import type { Driver } from "./harness/driver.ts";

/** What a browser tells of the place of a right click. */
export interface ClickedPlace {
  linkUrl?: string;
  selectionText?: string;
  /** Words that are selected, to be followed. */
  follow?: string;
}

/** What a page of Firefox's own can do, as far as it is needed here. */
declare const ChromeUtils: { importESModule: (url: string) => { ExtensionSearchHandler: SearchHandler } };
declare const WebExtensionPolicy: {
  getByHostname: (host: string) => { extension: { emit: (name: string, ...values: unknown[]) => void } };
};
interface SearchHandler {
  handleSearch: (
    typed: { keyword: string; text: string; inPrivateWindow: boolean },
    onSuggestions: (suggestions: unknown) => void,
  ) => Promise<void>;
  handleInputEntered: (keyword: string, typed: string, where: string) => void;
}

/** Chooses the entry of our context menu over a place. */
export async function chooseMenu(driver: Driver, place: ClickedPlace): Promise<void> {
  const { linkUrl, follow, selectionText = follow } = place;
  const over = linkUrl === undefined ? "selection" : "link";
  const clicked = { menuItemId: follow === undefined ? over : "follow", linkUrl, selectionText };
  if (driver.name === "chromium") {
    await inWorker(driver, `chrome.contextMenus.onClicked.dispatch(${JSON.stringify(clicked)})`);
    return;
  }
  await inFirefoxItself(
    driver,
    (host, info) => {
      const { extension } = WebExtensionPolicy.getByHostname(host);
      extension.emit("webext-menu-menuitem-click", info, undefined);
    },
    clicked,
  );
}

/** Types our keyword and these words into the address bar, and presses Enter; what comes opens in a tab of its own. */
export async function enterInAddressBar(driver: Driver, typed: string): Promise<void> {
  if (driver.name === "chromium") {
    const words = JSON.stringify(typed);
    await inWorker(driver, `chrome.omnibox.onInputEntered.dispatch(${words}, "newForegroundTab")`);
    return;
  }
  await inFirefoxItself(
    driver,
    async (_, words) => {
      const { ExtensionSearchHandler } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionSearchHandler.sys.mjs",
      );
      const text = `hp ${words}`;
      await new Promise((resolve) => {
        void ExtensionSearchHandler.handleSearch({ keyword: "hp", text, inPrivateWindow: false }, resolve);
      });
      ExtensionSearchHandler.handleInputEntered("hp", text, "tab");
    },
    typed,
  );
}

/** Runs code in Chromium's worker: events of extensions can be given to their listeners there. */
async function inWorker({ browser, extensionUrl }: Driver, expression: string): Promise<void> {
  const worker = await browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().startsWith(extensionUrl("")),
  );
  const session = await worker.createCDPSession();
  const { exceptionDetails } = await session.send("Runtime.evaluate", { expression });
  await session.detach(); // a worker that is looked at never rests
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}
