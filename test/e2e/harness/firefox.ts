/** Firefox, driven by WebDriver BiDi. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";
import type { Driver, LaunchOptions } from "./driver.ts";
import { PATIENCE, until } from "../until.ts";
import { killBrowser } from "./process-end.ts";
import { startedProfile } from "./profiles.ts";

/** The host of the extension's pages; Firefox would choose another one in each profile. */
const UUID = "0f2c6d0e-9c57-4a57-9f0b-2a7f5a3b6c11";

/** The id that the built manifest names. */
function geckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** The page script of a page of the extension, as far as the driver needs it. */
declare const browser: typeof import("webextension-polyfill");

export async function launchFirefox(
  executablePath: string,
  {
    proxyPort,
    profile,
    extension = "",
    dark,
    window = false,
    language = "en-US",
    preferences,
  }: LaunchOptions,
): Promise<Driver> {
  let folder = extension;
  let id = "";
  const own = profile === undefined ? startedProfile() : undefined;
  const folderOfProfile = profile === undefined ? own?.folder : resolve(profile);
  const firefox = await puppeteer.launch({
    timeout: PATIENCE,
    browser: "firefox",
    executablePath,
    headless: !window,
    handleSIGINT: !window, // the demo says goodbye itself
    defaultViewport: window ? null : { width: 1200, height: 900 },
    acceptInsecureCerts: true,
    args: ["--remote-allow-system-access"], // otherwise it refuses to go to pages of extensions
    ...(folderOfProfile !== undefined && { userDataDir: folderOfProfile }),
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [geckoId(folder)]: UUID }),
      // A temporary extension is removed when Firefox ends; its data are to be there at the next start.
      "extensions.webextensions.keepStorageOnUninstall": true,
      "extensions.webextensions.keepUuidOnUninstall": true,
      "extensions.webextOptionalPermissionPrompts": false, // no person is there to answer
      "intl.locale.requested": language,
      "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
      ...(proxyPort !== undefined && {
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxyPort,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxyPort,
        "network.proxy.allow_hijacking_localhost": true,
      }),
      ...preferences,
    },
  });

  const driver: Driver = {
    name: "firefox",
    version: await firefox.version(),
    browser: firefox,
    extensionUrl: (path) => `moz-extension://${UUID}/${path}`,
    async open(url) {
      const page = await firefox.newPage();
      page.setDefaultTimeout(PATIENCE);
      if (url.startsWith("moz-extension:")) {
        // Pages of extensions send no load events, so the wait is ours.
        await page.goto(url, { waitUntil: [] });
        await page.waitForFunction(
          () => document.readyState === "complete" && location.protocol === "moz-extension:",
        );
      } else await page.goto(url);
      return page;
    },
    async install(newFolder = folder) {
      folder = newFolder;
      id = await firefox.installExtension(resolve(folder));
    },
    uninstall: () => firefox.uninstallExtension(id),
    async stopBackground() {
      // The only button for it that Firefox has. Its page allows no eval, so no `waitFor…` of puppeteer works there.
      const page = await firefox.newPage();
      await page.goto("about:debugging#/runtime/this-firefox", { waitUntil: [] });
      const background = () =>
        page.evaluate(() => {
          document
            .querySelector<HTMLButtonElement>(".qa-temporary-extension-terminate-bgscript-button")
            ?.click();
          return /Background script\s+(Running|Stopped)/u.exec(document.body.innerText)?.[1];
        });
      if (!(await until(async () => (await background()) === "Stopped")))
        throw new Error("Firefox does not stop the background");
      await page.close();
    },
    async withdrawArxiv() {
      const page = await driver.open(driver.extensionUrl("popup.html"));
      await page.evaluate(async () => {
        const { origins = [] } = await browser.permissions.getAll();
        await browser.permissions.remove({ origins });
      });
      await page.close();
    },
    async kill() {
      await killBrowser(firefox);
      own?.remove();
    },
    async close() {
      await firefox.close();
      own?.remove();
    },
  };
  try {
    await driver.install();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}
