import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveWhole } from "./ask.ts";
import { settledBadgeIds } from "./badges.ts";
import { BUNDLED } from "./bundled.ts";
import { browserNames } from "./harness/browsers.ts";
import { type Driver, launch } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type World } from "./harness/world.ts";

/** Both bundled sets, no more and no less: what was written before the end is not there twice. */
async function expectWholeArchive(driver: Driver) {
  const page = await driver.open(driver.extensionUrl("popup.html"));
  expect(await archiveWhole(page)).toMatchObject({
    ...BUNDLED,
    newest: "2026-08-07",
    oldest: "2020-06-29",
  });
  const list = await driver.open("https://arxiv.org/list/cs.CL/2021-08");
  expect(await settledBadgeIds(list, 5)).toHaveLength(5);
}

/** More moments on demand: HOT_PAPERS_KILLS=20. */
const MANY = Number(process.env["HOT_PAPERS_KILLS"] ?? 0) >= 20;

describe.each(browserNames)("%s", (name) => {
  needBrowser(name);
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ hosts: ARXIV_HOSTS, reply: arxivReply });
  });
  afterAll(() => world.close());

  test.each(MANY ? [0, 60, 250] : [250])(
    "killed %i ms into the first import, the browser has the whole archive at its next start",
    async (milliseconds) => {
      const profile = mkdtempSync(join(tmpdir(), "hot-papers-"));
      const first = await launch(name, { profile, proxyPort: world.port, welcome: true });
      await pause(milliseconds);
      await first.kill();
      const second = await launch(name, { profile, proxyPort: world.port, welcome: true });
      try {
        await expectWholeArchive(second);
      } finally {
        await second.close();
        rmSync(profile, { recursive: true, force: true });
      }
    },
  );

  test.each(MANY ? [0, 60, 150] : [0])(
    "stopped about %i ms into the first import, the background begins again by itself",
    async (milliseconds) => {
      const driver = await launch(name, { proxyPort: world.port, welcome: true });
      try {
        await pause(milliseconds);
        await driver.stopBackground();
        await expectWholeArchive(driver);
      } finally {
        await driver.close();
      }
    },
  );
});
