/** The toolbar button of Firefox: no protocol presses it, but a page of the browser's own may do what its key does. */
import type { Page } from "puppeteer-core";
import type { Driver } from "./harness/driver.ts";

/** What such a page can do, as far as it is needed here. */
declare const ChromeUtils: {
  importESModule: (url: string) => {
    ExtensionParent: {
      apiManager: { global: { browserActionFor: (extension: object) => Action } };
    };
  };
};
declare const WebExtensionPolicy: { getByHostname: (host: string) => { extension: object } };
declare const Services: { wm: { getMostRecentWindow: (type: string) => object } };
interface Action {
  triggerAction: (window: object) => void;
}

/** Presses our button while a page is in front. */
export async function pressButtonOver(driver: Driver, page: Page): Promise<void> {
  const browserPage = await driver.browser.newPage();
  await browserPage.goto("about:debugging#/runtime/this-firefox", { waitUntil: [] });
  await page.bringToFront();
  await browserPage.evaluate(
    (host) => {
      const { ExtensionParent } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionParent.sys.mjs",
      );
      const { extension } = WebExtensionPolicy.getByHostname(host);
      const action = ExtensionParent.apiManager.global.browserActionFor(extension);
      action.triggerAction(Services.wm.getMostRecentWindow("navigator:browser"));
    },
    new URL(driver.extensionUrl("")).host,
  );
  await browserPage.close();
}
