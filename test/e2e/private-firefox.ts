/** Private windows of Firefox: no protocol opens them, but a page of the browser's own may do what its menus do. */
import type { Page } from "puppeteer-core";
import type { Driver } from "./harness/driver.ts";
import { until } from "./until.ts";

/** What such a page can do, as far as it is needed here. */
interface Addon {
  id: string;
  temporarilyInstalled: boolean;
  reload: () => Promise<void>;
}
declare const ChromeUtils: {
  importESModule: (url: string) => {
    ExtensionPermissions: {
      add: (id: string, what: { permissions: string[]; origins: string[] }) => Promise<void>;
    };
    AddonManager: { getAddonsByTypes: (types: string[]) => Promise<Addon[]> };
  };
};
declare const Services: {
  wm: {
    getMostRecentWindow: (type: string) => { OpenBrowserWindow: (how: { private: boolean }) => unknown };
  };
};

async function inBrowserPage<Result>(driver: Driver, work: () => Promise<Result>): Promise<Result> {
  const page = await driver.browser.newPage();
  await page.goto("about:debugging#/runtime/this-firefox", { waitUntil: [] });
  const result = await page.evaluate(work);
  await page.close();
  return result;
}

/** Lets the extension run in private windows, as a reader does in its settings: it starts anew by that. */
export const allowInPrivateWindows = (driver: Driver): Promise<void> =>
  inBrowserPage(driver, async () => {
    const permissions = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
    const manager = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
    for (const addon of await manager.AddonManager.getAddonsByTypes(["extension"])) {
      if (!addon.temporarilyInstalled) continue;
      await permissions.ExtensionPermissions.add(addon.id, {
        permissions: ["internal:privateBrowsingAllowed"],
        origins: [],
      });
      await addon.reload();
    }
  });

/** A tab in a new private window. */
export async function openPrivateTab(driver: Driver): Promise<Page> {
  const before = new Set(await driver.browser.pages());
  await inBrowserPage(driver, async () => {
    Services.wm.getMostRecentWindow("navigator:browser").OpenBrowserWindow({ private: true });
  });
  const fresh = async () => {
    for (const page of await driver.browser.pages()) {
      if (before.has(page)) continue;
      const href = await page.evaluate(() => location.href).catch(() => "");
      if (href === "about:privatebrowsing") return page;
    }
    return undefined;
  };
  let page: Page | undefined;
  if (!(await until(async () => (page = await fresh()) !== undefined)) || !page)
    throw new Error("no private window opened");
  return page;
}
