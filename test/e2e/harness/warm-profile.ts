/**
 * Profiles that were used before, for others to begin from. A Firefox that has been started once: it fills its caches at the first start of
 * a profile, which takes it as long as everything else of a start. And one of each browser whose extension has its index and mirror: most
 * tests are of what comes after that, and an import takes as long as a start.
 */
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { STATE_KEY } from "../../../lib/index/mirror/mirror.ts";
import { archiveWhole } from "../ask.ts";
import { until } from "../until.ts";
import { type BrowserName, browserNames, findBrowser } from "./browsers.ts";
import { builds, launch } from "./driver.ts";
import { FILLED, newFolder, type ProfileFolder, STARTED, startedProfile } from "./profiles.ts";
import { openWorld } from "./world.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

/** Vitest's global set-up: makes the profiles, and removes them when all tests are over. */
export async function setup(): Promise<() => void> {
  const made: ProfileFolder[] = [];
  const make = async (name: BrowserName) => {
    const executablePath = findBrowser(name);
    if (executablePath === undefined) return;
    if (name === "firefox") made.push(await startFirefox(executablePath));
    if (existsSync(builds[name])) made.push(await fill(name));
  };
  await Promise.all(browserNames.map(make));
  return () => {
    for (const { remove } of made) remove();
  };
}

async function startFirefox(executablePath: string): Promise<ProfileFolder> {
  const started = newFolder();
  const userDataDir = started.folder;
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, userDataDir });
  await firefox.close();
  process.env[STARTED] = started.folder;
  return started;
}

async function fill(name: BrowserName): Promise<ProfileFolder> {
  const filled = startedProfileOf(name) ?? newFolder();
  const world = await openWorld({ hosts: [], reply: () => ({ body: "" }) });
  const driver = await launch(name, { profile: filled.folder, proxyPort: world.port });
  const page = await driver.open(driver.extensionUrl("options.html"));
  await archiveWhole(page);
  const hasMirror = () =>
    page.evaluate(async (key) => (await browser.storage.local.get(key))[key] !== undefined, STATE_KEY);
  if (!(await until(hasMirror))) throw new Error(`${name} makes no mirror`);
  await driver.close();
  await world.close();
  process.env[FILLED[name]] = filled.folder;
  return filled;
}

const startedProfileOf = (name: BrowserName) => (name === "firefox" ? startedProfile() : undefined);
