/** Which browser the demo runs in: the chosen one, one that is there, or one that can be installed. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type BrowserName, browserNames, findBrowser } from "../e2e/harness/browsers.ts";

/** What to do on this system without a browser. */
export const NO_BROWSER = `No browser was found. Install one of these and run \`npm start\` again:
  Debian          sudo apt-get install chromium        (or firefox-esr)
  Ubuntu          sudo snap install chromium           (or firefox)
  Fedora          sudo dnf install chromium            (or firefox)
  macOS           brew install --cask google-chrome    (or firefox)
  Windows         winget install Google.Chrome         (or Mozilla.Firefox)
Or say where yours is: HOT_PAPERS_BROWSER=/path/to/browser npm start`;

/** Chromium before Firefox, but the one that was chosen before all. */
function present(): BrowserName | undefined {
  if (process.env["HOT_PAPERS_BROWSER"])
    return browserNames.find((name) => findBrowser(name) === process.env["HOT_PAPERS_BROWSER"]);
  return browserNames.find((name) => findBrowser(name));
}

/** Only as root on a system with apt: elsewhere it would ask for a password, or is not there. */
function installWithApt(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("No browser was found; installing Chromium with apt-get.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { stdio: "inherit", env } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], options);
}

/** Name of a browser that is there. Throws what to do if there is none. */
export function pickBrowser(): BrowserName {
  const name = present();
  if (name) return name;
  installWithApt();
  const installed = present();
  if (!installed) throw new Error(NO_BROWSER);
  return installed;
}
