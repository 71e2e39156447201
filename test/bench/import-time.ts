/** (d): the archive's 294 digests from a feed, parsing included, against bare puts of the same entries one by one. */
import type { Page } from "puppeteer-core";
import { ask } from "../e2e/ask.ts";
import {
  ADDRESS,
  contents,
  DAY_FILES,
  digests,
  isWhole,
  ONE_FILE,
  openImportWorld,
  readyPage,
  refresh,
  whole,
} from "../e2e/feed-import.ts";
import type { BrowserName } from "../e2e/harness/browsers.ts";
import { launch } from "../e2e/harness/driver.ts";
import { until } from "../e2e/until.ts";
import { figure, type Result } from "./table.ts";
import { tell } from "./tell.ts";

/** How long bare puts of the same entries take, one transaction for each digest, in ms. */
function barePuts(page: Page): Promise<number> {
  return page.evaluate(async (all) => {
    const open = indexedDB.open("bare", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("entries", { keyPath: ["date", "id"] });
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const start = performance.now();
    for (const { date, papers } of all) {
      const tx = db.transaction("entries", "readwrite");
      for (const paper of papers) tx.objectStore("entries").put({ date, ...paper });
      await new Promise((resolve) => {
        tx.oncomplete = resolve;
      });
    }
    const took = performance.now() - start;
    db.close();
    indexedDB.deleteDatabase("bare");
    return took;
  }, digests);
}

/** How long it takes to ask for the files of a feed one after the other, as a feed's host is asked, and for nothing else, in ms. */
function bareFetches(page: Page, addresses: readonly string[]): Promise<number> {
  return page.evaluate(async (all) => {
    const start = performance.now();
    for (const address of all) await (await fetch(address, { cache: "no-store" })).arrayBuffer();
    return performance.now() - start;
  }, addresses);
}

/** A feed as one file, and as a file for each day. */
const FEEDS = [
  { what: "as one JSON Feed", address: ONE_FILE, files: [ONE_FILE] },
  { what: "as 294 Markdown files", address: ADDRESS, files: DAY_FILES },
];
const AT_LEAST = 0.3;

export async function importTime(name: BrowserName): Promise<Result[]> {
  tell(`${name}: import of 294 digests`);
  const world = await openImportWorld();
  try {
    const driver = await launch(name, { proxyPort: world.port });
    try {
      const page = await readyPage(driver);
      const results: Result[] = [];
      for (const { what, address, files } of FEEDS) {
        const before = await barePuts(page);
        const start = performance.now();
        await ask(page, { type: "addFeed", address, title: "Archive" });
        await refresh(page);
        if (!(await until(() => isWhole(page), 120_000))) throw new Error(`${address} did not come whole`);
        const took = performance.now() - start;
        const bare = (before + (await barePuts(page))) / 2; // before and after, for a machine that has more to do at times
        const fetching = await bareFetches(page, files);
        const ratio = bare / (took - fetching);
        results.push({
          letter: "d",
          what: `import of 294 digests ${what}, parsing included: bare puts / (ours - bare fetches of its files one by one), ms`,
          text: `${figure(bare)} / (${figure(took)} - ${figure(fetching)}) = ${ratio.toFixed(2)}`,
          target: `≥ ${AT_LEAST}`,
          reached: ratio >= AT_LEAST,
        });
      }
      const { digests: days, entries } = await contents(page);
      if (days !== whole.digests * FEEDS.length || entries !== whole.entries * FEEDS.length)
        throw new Error("the import is not whole");
      return results;
    } finally {
      await driver.close();
    }
  } finally {
    await world.close();
  }
}
