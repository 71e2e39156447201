import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { ADDRESS, contents, isWhole, openImportWorld, readyPage, refresh, whole } from "./feed-import.ts";
import { launch } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import type { World } from "./harness/world.ts";

// Only Chromium's worker can be stopped at any moment.
/** More on demand: HOT_PAPERS_KILLS=20. */
const KILLS = Number(process.env["HOT_PAPERS_KILLS"] ?? 4);
/** A browser takes longer to start than a worker. */
const BROWSER_KILLS = Math.ceil(KILLS / 4);

/** Asked now and then, in ms: the question takes the worker's time, too. */
const SELDOM = { interval: 200 };

describe("chromium", { timeout: 300_000 }, () => {
  const name = "chromium";
  if (!needBrowser(name)) return;
  let world: World;
  beforeAll(async () => {
    world = await openImportWorld();
  });
  afterAll(() => world?.close());

  test(`with the worker killed ${KILLS} times at random, the import ends without duplicate or loss`, async () => {
    const driver = await launch(name, { proxyPort: world.port });
    try {
      const page = await readyPage(driver);
      await ask(page, { type: "addFeed", address: ADDRESS, title: "Archive" });
      const moments: number[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        await refresh(page).catch(() => undefined);
        const moment = Math.round(20 + Math.random() * 280);
        moments.push(moment);
        await pause(moment);
        await driver.stopBackground();
      }
      const before = (await contents(page)).digests;
      await refresh(page);
      await expect
        .poll(() => isWhole(page), { ...SELDOM, message: `killed at ${moments.join(", ")} ms` })
        .toBe(true);
      expect(await contents(page)).toEqual(whole);
      console.info(`${name}: worker killed ${KILLS} times, ${before} digests were there after the last`);
    } finally {
      await driver.close();
    }
  });

  test(`with the browser killed ${BROWSER_KILLS} times during the import, it is the same`, async () => {
    const profile = mkdtempSync(join(tmpdir(), "hot-papers-"));
    try {
      let first = true;
      for (let kill = 0; kill < BROWSER_KILLS; kill++) {
        const driver = await launch(name, { profile, proxyPort: world.port });
        const page = await readyPage(driver);
        if (first) await ask(page, { type: "addFeed", address: ADDRESS, title: "Archive" });
        first = false;
        await refresh(page);
        await pause(Math.round(100 + Math.random() * 500));
        await driver.kill();
      }
      const driver = await launch(name, { profile, proxyPort: world.port });
      try {
        const page = await readyPage(driver);
        await refresh(page);
        await expect.poll(() => isWhole(page), SELDOM).toBe(true);
        expect(await contents(page)).toEqual(whole);
      } finally {
        await driver.close();
      }
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
