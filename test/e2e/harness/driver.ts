/** A browser with the extension in it, the same for Chromium and Firefox. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { type BrowserName, findBrowser } from "./browsers.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import { until } from "../until.ts";
import { filledProfile, type ProfileFolder } from "./profiles.ts";

export interface LaunchOptions {
  /** Port of the closed world's proxy; absent for the real internet. */
  proxyPort?: number;
  /** Folder of the profile; absent for a fresh one that is removed at the end. */
  profile?: string;
  /** Begins with both bundled sets in the index, if a profile has been made that has them: not for tests of how they come there. */
  filled?: boolean;
  /** Folder of the built extension; absent for this browser's own build. */
  extension?: string;
  /** The system's dark theme. */
  dark?: boolean;
  /** A real window, for the demo. */
  window?: boolean;
  /** Keeps the page that opens after an installation; it is closed unless told, so that no tab comes before those of a test. */
  welcome?: boolean;
  /** The browser's language, `en-US` unless told. */
  language?: string;
  /** Further preferences, for Firefox only. */
  preferences?: Record<string, string | number | boolean>;
}

export interface Driver {
  name: BrowserName;
  /** For instance "Chrome/156.0.8078.79". */
  version: string;
  browser: Browser;
  /** The address of a page of the extension (`popup.html#2021-08-12`). */
  extensionUrl: (path: string) => string;
  /** Opens an address in a new tab and waits for its load; also pages of the extension. */
  open: (url: string) => Promise<Page>;
  /** Installs the extension, or updates it if the folder holds a newer one. */
  install: (folder?: string) => Promise<void>;
  /** Removes the extension as a person would. */
  uninstall: () => Promise<void>;
  /** Stops the service worker or the event page; the next message starts it again. */
  stopBackground: () => Promise<void>;
  /** Takes the extension's access to arXiv away. */
  withdrawArxiv: () => Promise<void>;
  /** Ends the browser at once, as a crash would. */
  kill: () => Promise<void>;
  close: () => Promise<void>;
}

/** Where `npm run build` puts the build of each browser. */
export const builds: Record<BrowserName, string> = {
  chromium: ".output/chrome-mv3",
  firefox: ".output/firefox-mv3",
};

/** Starts a browser with the extension in it. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Driver> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`${name} is not installed`);
  const start = name === "chromium" ? launchChromium : launchFirefox;
  const extension = options.extension ?? builds[name];
  const filled = options.filled ? filledProfile(name) : undefined;
  const profile = filled?.folder ?? options.profile;
  const driver = await start(executablePath, { ...options, extension, ...(profile && { profile }) });
  if (!options.welcome && existsSync(join(extension, "welcome.html")))
    await closeWelcome(driver, profile === undefined);
  return filled ? removedAtEnd(driver, filled) : driver;
}

/** A browser whose profile goes with it. */
function removedAtEnd(driver: Driver, { remove }: ProfileFolder): Driver {
  const { kill, close } = driver;
  return Object.assign(driver, {
    kill: () => kill().finally(remove),
    close: () => close().finally(remove),
  });
}

/** The pages that opened by themselves; a test that wants one opens it without the hash. */
export async function welcomePages({ browser }: Pick<Driver, "browser">): Promise<Page[]> {
  const pages = await browser.pages();
  const hrefs = await Promise.all(
    // Firefox tells no addresses of pages that extensions open, and one that is just closing has none.
    pages.map((page) => page?.evaluate(() => location.href).catch(() => "")),
  );
  return pages.filter((_, at) => hrefs[at]?.endsWith("/welcome.html#installed"));
}

/** @param fresh the profile is new, so the page will come; else it is waited for a moment only */
async function closeWelcome(driver: Driver, fresh: boolean): Promise<void> {
  await until(async () => (await welcomePages(driver)).length > 0, fresh ? 15_000 : 300);
  for (const page of await welcomePages(driver)) await page.close();
}
