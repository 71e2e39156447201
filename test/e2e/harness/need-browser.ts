/** What happens to the tests of a browser that this machine does not have. */
import { beforeAll, beforeEach } from "vitest";
import { type BrowserName, findBrowser } from "./browsers.ts";

const howToInstall: Record<BrowserName, string> = {
  chromium: "Install Chromium, Chrome or Edge (on Debian and Ubuntu: apt-get install chromium)",
  firefox: "Install Firefox (on Debian: apt-get install firefox-esr)",
};

/**
 * Says whether the browser is there. If not, the tests around this call are skipped and the reason is printed; in CI
 * (the variable `CI` is set) they fail.
 */
export function needBrowser(name: BrowserName): boolean {
  if (findBrowser(name)) return true;
  const reason = `${name} is not installed. ${howToInstall[name]}, or say where it is with HOT_PAPERS_${name.toUpperCase()}.`;
  if (process.env["CI"])
    beforeAll(() => {
      throw new Error(reason);
    });
  else {
    console.warn(`\nSKIPPED: ${reason}\n`);
    beforeEach((context) => context.skip(reason));
  }
  return false;
}
