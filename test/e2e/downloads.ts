/** Files that a page gives to the browser. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { until } from "./until.ts";

export interface Downloads {
  /** Preferences with which Firefox puts files here. */
  preferences: Record<string, string | number | boolean>;
  /** Lets Chromium put files here. */
  accept: (browser: Browser) => Promise<void>;
  /** The bytes of a file as text, when it has come whole. */
  read: (name: string) => Promise<string>;
  path: (name: string) => string;
  /** Puts a file of the test's own beside them, and gives its path. */
  write: (name: string, content: string) => string;
  remove: () => void;
}

export function downloadFolder(): Downloads {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-downloads-"));
  return {
    preferences: {
      "browser.download.folderList": 2,
      "browser.download.dir": folder,
      "browser.download.useDownloadDir": true,
      "browser.download.alwaysOpenPanel": false,
      "browser.helperApps.neverAsk.saveToDisk":
        "application/json,text/csv,text/markdown,application/x-bibtex,application/x-research-info-systems",
    },
    async accept(browser) {
      const session = await browser.target().createCDPSession(); // of the browser: it holds as long as that
      await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    },
    async read(name) {
      const files = () => readdirSync(folder);
      const whole = () =>
        files().includes(name) && !files().some((file) => /\.(?:part|crdownload)$/u.test(file));
      // Firefox makes an empty file first.
      const come = await until(async () => whole() && readFileSync(join(folder, name)).length > 0);
      if (!come) throw new Error(`${name} did not come; there is: ${files().join(", ")}`);
      return readFileSync(join(folder, name), "utf8");
    },
    path: (name) => join(folder, name),
    write(name, content) {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
