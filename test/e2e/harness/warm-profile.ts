/**
 * A Firefox profile that has been started once, for others to begin from: Firefox fills its caches at the first start of a
 * profile, which takes it as long as everything else of a start.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { findBrowser } from "./browsers.ts";

/** Where its folder is told to the processes of all tests. */
const VARIABLE = "HOT_PAPERS_WARM_PROFILE";

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-firefox-"));
  // A Firefox that was killed may still be writing.
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A copy to start a browser with, and its end; undefined if none has been made, so that the browser begins from nothing. */
export function warmProfile(): ReturnType<typeof newFolder> | undefined {
  const warm = process.env[VARIABLE];
  if (warm === undefined) return undefined;
  const copy = newFolder();
  cpSync(warm, copy.folder, { recursive: true });
  return copy;
}

/** Vitest's global set-up: makes the profile, and removes it when all tests are over. */
export async function setup(): Promise<(() => void) | undefined> {
  const executablePath = findBrowser("firefox");
  if (executablePath === undefined) return undefined;
  const { folder, remove } = newFolder();
  const firefox = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    userDataDir: folder,
  });
  await firefox.close();
  process.env[VARIABLE] = folder;
  return remove;
}
