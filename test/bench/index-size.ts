/** (d) and (f): the index with 9,786, 100,000 and 1,000,000 entries. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { archiveWhole, ask } from "../e2e/ask.ts";
import type { BrowserName } from "../e2e/harness/browsers.ts";
import { builds, type Driver, launch } from "../e2e/harness/driver.ts";
import { copyExtension } from "../e2e/harness/extension-copy.ts";
import { openWorld } from "../e2e/harness/world.ts";
import { PREFERENCES } from "./actors.ts";
import { bundleIndexPage } from "./index-page/bundle.ts";
import type { Stored } from "./index-page/index-page.ts";
import { MANY_IDS, PACK } from "./pages.ts";
import { median } from "./statistics.ts";
import { figure, type Result } from "./table.ts";
import { tell } from "./tell.ts";

/** One host for each size, because each origin has one index. The largest is in the extension's own, so that its worker uses it. */
const SMALL = "small.example";
const MEDIUM = "medium.example";
const BUNDLED = 3347 + 6439;
const LOT = 20_000;
/** Of so many lots one is stored bare as well. */
const BARE_EVERY = 5;
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Index</title><script type="module" src="/index-page.js"></script>';

interface Sizes {
  medium: number;
  large: number;
  rounds: number;
}

export async function indexSizes(name: BrowserName, { medium, large, rounds }: Sizes): Promise<Result[]> {
  const script = await bundleIndexPage();
  const copy = copyExtension(builds[name]);
  writeFileSync(join(copy.folder, "index-page.html"), PAGE);
  writeFileSync(join(copy.folder, "index-page.js"), script);
  const world = await openWorld({
    hosts: [SMALL, MEDIUM],
    reply: ({ pathname }) =>
      pathname === "/index-page.js" ? { type: "text/javascript", body: script } : { body: PAGE },
  });
  let driver: Driver | undefined;
  try {
    driver = await launch(name, { extension: copy.folder, proxyPort: world.port, preferences: PREFERENCES });
    const own = await driver.open(driver.extensionUrl("index-page.html"));
    await archiveWhole(own);
    const pages = {
      small: await driver.open(`https://${SMALL}/`),
      medium: await driver.open(`https://${MEDIUM}/`),
      large: own,
    };
    for (const page of Object.values(pages)) await page.waitForFunction(() => "indexBench" in globalThis);

    const stored = {
      small: await storeSmall(pages.small, rounds),
      medium: await storeMade(pages.medium, medium - BUNDLED),
      large: await storeMade(pages.large, large - BUNDLED),
    };
    const looked = await lookUp(pages, rounds);
    const names = { small: BUNDLED, medium, large };
    const results = (["small", "medium", "large"] as const).flatMap((size): Result[] => {
      const entries = names[size].toLocaleString("en");
      const over = looked[size] / looked.small;
      const both = stored[size].filter(({ bare }) => bare !== undefined);
      const ours = perSecond(both.map(({ entries: count, ours: ms }) => [count, ms]));
      const bare = perSecond(both.map(({ entries: count, bare: ms = NaN }) => [count, ms]));
      return [
        {
          letter: "d",
          what: `look-up of 2,000 ids, all hits, among ${entries} entries, ms`,
          text:
            size === "small"
              ? figure(looked.small)
              : `${figure(looked[size])} = ${over.toFixed(2)} of the first`,
          ...(size !== "small" && { target: "≤ 2", reached: over <= 2 }),
        },
        {
          letter: "d",
          what: `storing ${entries} entries: ours / bare puts, entries per second`,
          text: `${figure(ours)} / ${figure(bare)} = ${(ours / bare).toFixed(2)}`,
          target: "≥ 0.7",
          reached: ours / bare >= 0.7,
        },
      ];
    });
    if (name === "chromium") results.push(await workerMemory(driver, own, large));
    return results;
  } finally {
    await driver?.close();
    await world.close();
    copy.remove();
  }
}

const perSecond = (runs: readonly (readonly [entries: number, ms: number])[]) =>
  median(runs.map(([entries, ms]) => (entries / ms) * 1000));

async function storeSmall(page: Page, times: number): Promise<Stored[]> {
  tell("index: the archive");
  await page.bringToFront();
  const all: Stored[] = [];
  for (let at = 0; at < times; at++)
    all.push(await page.evaluate((pack) => globalThis.indexBench.storeArchive(pack), PACK));
  return all;
}

/** Adds made entries to an index, which gets the archive first if it lacks it. */
async function storeMade(page: Page, entries: number): Promise<Stored[]> {
  tell(`index: ${entries.toLocaleString("en")} made entries`);
  await page.bringToFront();
  if (page.url().includes(MEDIUM))
    await page.evaluate((pack) => globalThis.indexBench.storeArchive(pack), PACK);
  await page.evaluate((pack, total) => globalThis.indexBench.prepare(pack, total), PACK, entries);
  const all: Stored[] = [];
  for (let at = 0; ; at++) {
    const alsoBare = entries < 10 * LOT || at % BARE_EVERY === 0;
    const next = await page.evaluate(
      (lot, bare) => globalThis.indexBench.storeNext(lot, bare),
      LOT,
      alsoBare,
    );
    if (!next) return all;
    all.push(next);
  }
}

/** Medians of looking the same ids up in each index, in turn. */
async function lookUp(
  pages: Record<"small" | "medium" | "large", Page>,
  rounds: number,
): Promise<Record<"small" | "medium" | "large", number>> {
  tell("index: look-ups");
  const times = { small: [] as number[], medium: [] as number[], large: [] as number[] };
  for (let round = -1; round < 2 * rounds; round++)
    for (const size of ["small", "medium", "large"] as const) {
      const page = pages[size];
      await page.bringToFront();
      const looked = await page.evaluate((ids) => globalThis.indexBench.lookup(ids, 5), MANY_IDS);
      if (looked.found !== MANY_IDS.length)
        throw new Error(`${looked.found} of ${MANY_IDS.length} papers found`);
      if (round >= 0) times[size].push(...looked.times);
    }
  return { small: median(times.small), medium: median(times.medium), large: median(times.large) };
}

/** What a look-up leaves in the memory of the worker, before anything is tidied up. */
async function workerMemory(driver: Driver, page: Page, entries: number): Promise<Result> {
  tell("index: memory of the worker");
  await ask<"status">(page, { type: "status" }); // it may have gone to sleep meanwhile
  const target = await driver.browser.waitForTarget(
    (each) => each.type() === "service_worker" && each.url().startsWith(driver.extensionUrl("")),
  );
  const session = await target.createCDPSession();
  const used = async () => {
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
    return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
  };
  const added: number[] = [];
  for (let at = 0; at < 5; at++) {
    await session.send("HeapProfiler.collectGarbage");
    const idle = await used();
    await ask<"lookup">(page, { type: "lookup", ids: MANY_IDS, group: "list" });
    added.push((await used()) - idle);
  }
  const most = Math.max(...added);
  return {
    letter: "f",
    what: `memory of the worker after a look-up of 2,000 ids among ${entries.toLocaleString("en")} entries, MB above idle`,
    text: figure(most),
    target: "≤ 30",
    reached: most <= 30,
  };
}
