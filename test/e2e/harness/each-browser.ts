/** Tests that run in both browsers. */
import { describe, test } from "vitest";
import { type BrowserName, browserNames, findBrowser } from "./browsers.ts";

const install: Record<BrowserName, string> = {
  chromium: "Chromium, Chrome or Edge: on Debian and Ubuntu `apt-get install chromium`",
  firefox: "Firefox: on Debian `apt-get install firefox-esr`",
};

/**
 * Describes the same tests for Chromium and Firefox. Where one is missing, its tests are skipped and the reason is
 * printed; in CI (the variable `CI` is set) a missing browser is a failure.
 */
export function inEachBrowser(tests: (name: BrowserName) => void): void {
  for (const name of browserNames) {
    if (findBrowser(name)) describe(name, () => tests(name));
    else if (process.env["CI"])
      test(`${name} is there`, () => {
        throw new Error(
          `CI runs the tests in both browsers, and this one is missing. Install ${install[name]}.`,
        );
      });
    else {
      console.warn(`\nSKIPPED: no tests in ${name}, since it is not installed. Install ${install[name]}.\n`);
      describe.skip(`${name} (not installed)`, () => tests(name));
    }
  }
}
