/** Finds the browsers of this machine. */
import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

export type BrowserName = "chromium" | "firefox";
export const browserNames: readonly BrowserName[] = ["chromium", "firefox"];

/** Where to look for a program, and what exists: parameters, so that tests need no browsers. */
export interface Machine {
  env: Record<string, string | undefined>;
  /** Says whether a path is a program that may be run. */
  runs: (path: string) => boolean;
  home: string;
}

const commands: Record<BrowserName, readonly string[]> = {
  chromium: [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
  ],
  firefox: ["firefox", "firefox-esr", "firefox-developer-edition", "firefox-nightly"],
};

/** The usual places of macOS, relative to `/Applications` or `~/Applications`. */
const macApplications: Record<BrowserName, readonly string[]> = {
  chromium: [
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  firefox: [
    "Firefox.app/Contents/MacOS/firefox",
    "Firefox Developer Edition.app/Contents/MacOS/firefox",
    "Firefox Nightly.app/Contents/MacOS/firefox",
  ],
};

/** The usual places of Windows, relative to the program folders. */
const windowsPrograms: Record<BrowserName, readonly string[]> = {
  chromium: [
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
  ],
  firefox: ["Mozilla Firefox/firefox.exe", "Firefox Developer Edition/firefox.exe"],
};

/** Which of the two families a program belongs to, by the name of its file. */
export function familyOf(path: string): BrowserName {
  return /firefox/iu.test(path.split(/[/\\]/u).at(-1) ?? "") ? "firefox" : "chromium";
}

const thisMachine: Machine = {
  env: process.env,
  runs(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  home: homedir(),
};

/**
 * Path of a browser, or undefined. The person's choice comes first (`HOT_PAPERS_BROWSER` if it is of that family,
 * `HOT_PAPERS_CHROMIUM`, `HOT_PAPERS_FIREFOX`) and must exist; then the PATH, then the usual places.
 */
export function findBrowser(
  name: BrowserName,
  { env, runs, home }: Machine = thisMachine,
): string | undefined {
  const chosen = env["HOT_PAPERS_BROWSER"];
  const choices = [
    chosen && familyOf(chosen) === name ? chosen : undefined,
    env[name === "chromium" ? "HOT_PAPERS_CHROMIUM" : "HOT_PAPERS_FIREFOX"],
  ];
  for (const choice of choices) {
    if (!choice) continue;
    if (runs(choice)) return choice;
    throw new Error(
      `There is no program at ${choice}: HOT_PAPERS_BROWSER and its like need the full path of a browser.`,
    );
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const programFolders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
    (key) => env[key] ?? [],
  );
  const places = [
    ...commands[name].flatMap((command) => folders.map((folder) => join(folder, command))),
    ...macApplications[name].flatMap((path) => [
      join("/Applications", path),
      join(home, "Applications", path),
    ]),
    ...windowsPrograms[name].flatMap((path) => programFolders.map((folder) => join(folder, path))),
  ];
  return places.find(runs);
}
