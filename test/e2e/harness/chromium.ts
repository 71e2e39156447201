/** Chromium, Chrome and Edge. Branded Chrome ignores `--load-extension` since 137; installing over the pipe works in all. */
import { resolve } from "node:path";
import puppeteer, { type Page, type Target } from "puppeteer-core";
import { PATIENCE, until } from "../until.ts";
import type { Driver, LaunchOptions } from "./driver.ts";
import { killBrowser } from "./process-end.ts";

/** The part of chrome://extensions' own API that stands in for a person's clicks there. */
interface DeveloperPrivate {
  updateExtensionConfiguration: (change: { extensionId: string; hostAccess: string }) => Promise<void>;
}

/**
 * Waits until the worker of a fresh extension is active: one that is stopped by force before is not registered, and no message
 * wakes it until the browser starts anew.
 */
async function isActive(target: Target): Promise<void> {
  const worker = await target.worker();
  const state = () => worker?.evaluate(() => (globalThis as unknown as WorkerScope).serviceWorker.state);
  if (!(await until(async () => (await state()) === "activated")))
    throw new Error("the extension's worker does not become active");
  await worker?.client.detach(); // a worker that is looked at never rests
}

/** The part of a worker's own scope that TypeScript's DOM does not have. */
interface WorkerScope {
  serviceWorker: ServiceWorker;
}

export async function launchChromium(
  executablePath: string,
  { proxyPort, profile, extension = "", dark, window = false, language = "en-US" }: LaunchOptions,
): Promise<Driver> {
  const browser = await puppeteer.launch({
    timeout: PATIENCE,
    executablePath,
    headless: !window,
    handleSIGINT: !window, // the demo says goodbye itself
    defaultViewport: window ? null : { width: 1200, height: 900 },
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    ...(profile && { userDataDir: resolve(profile) }),
    // On Linux it is the environment that decides.
    env: { ...process.env, LANGUAGE: language.replace("-", "_") },
    args: [
      `--lang=${language}`,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), // root, as in containers, cannot have one
      ...(window ? [] : ["--disable-gpu"]),
      "--no-first-run",
      "--no-default-browser-check",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      ...(proxyPort === undefined
        ? []
        : [
            "--ignore-certificate-errors",
            `--proxy-server=http://127.0.0.1:${proxyPort}`,
            "--proxy-bypass-list=<-loopback>",
          ]),
    ],
  });
  let folder = extension;
  let id = "";

  const isWorker = (target: Target) => target.type() === "service_worker" && target.url().includes(id);

  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    if (dark) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    return page;
  };

  const driver: Driver = {
    name: "chromium",
    version: await browser.version(),
    browser,
    extensionUrl: (path) => `chrome-extension://${id}/${path}`,
    async open(url) {
      const page = await newPage();
      await page.goto(url);
      return page;
    },
    async install(newFolder = folder) {
      folder = newFolder;
      id = await browser.installExtension(resolve(folder));
      await isActive(await browser.waitForTarget(isWorker, { timeout: PATIENCE }));
    },
    uninstall: () => browser.uninstallExtension(id),
    async stopBackground() {
      // Closing the target works also if something is attached to the worker; CDP's ServiceWorker.stopAllWorkers does not.
      const session = await browser.target().createCDPSession();
      const { targetInfos } = await session.send("Target.getTargets");
      const worker = targetInfos.find(({ type, url }) => type === "service_worker" && url.includes(id));
      if (worker) {
        const { targetId } = worker;
        // One that ended by itself meanwhile is as good.
        await session.send("Target.closeTarget", { targetId }).catch(async (error: unknown) => {
          const { targetInfos: left } = await session.send("Target.getTargets");
          if (left.some((target) => target.targetId === targetId)) throw error;
        });
      }
      await session.detach();
    },
    async withdrawArxiv() {
      const page = await browser.newPage();
      await page.goto("chrome://extensions");
      await page.evaluate(async (extensionId) => {
        const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } };
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: "ON_CLICK" });
      }, id);
      await page.close();
    },
    kill: () => killBrowser(browser),
    close: () => browser.close(),
  };
  try {
    await driver.install();
  } catch (error) {
    await browser.close();
    throw error;
  }
  return driver;
}
