/** What no protocol presses in Firefox, as its toolbar button: a page of the browser's own may do what a press does. */
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

/**
 * Runs a function in a page of Firefox's own, which may do all that the browser can.
 *
 * @param run gets the host of our pages, and `value`
 * @param front brought to the front before that
 */
export async function inFirefoxItself<T>(
  driver: Driver,
  run: (host: string, value: T) => void | Promise<void>,
  value: T,
  front?: Page,
): Promise<void> {
  const browserPage = await driver.browser.newPage();
  await browserPage.goto("about:debugging#/runtime/this-firefox", { waitUntil: [] });
  await front?.bringToFront();
  const { host } = new URL(driver.extensionUrl(""));
  await browserPage.evaluate(run as (host: string, value: unknown) => void, host, value);
  await browserPage.close();
}

/** Presses our button while a page is in front. */
export const pressButtonOver = (driver: Driver, page: Page): Promise<void> =>
  inFirefoxItself(
    driver,
    (host) => {
      const { ExtensionParent } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionParent.sys.mjs",
      );
      const { extension } = WebExtensionPolicy.getByHostname(host);
      const action = ExtensionParent.apiManager.global.browserActionFor(extension);
      action.triggerAction(Services.wm.getMostRecentWindow("navigator:browser"));
    },
    undefined,
    page,
  );
