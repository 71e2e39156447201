import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, describe, expect, test } from "vitest";
import { archiveWhole, ask } from "./ask.ts";
import { settledBadgeIds } from "./badges.ts";
import { BUNDLED } from "./bundled.ts";
import { browserNames } from "./harness/browsers.ts";
import { launch } from "./harness/driver.ts";
import { useStage } from "./stage.ts";

declare const browser: typeof import("webextension-polyfill");

/** Goes up with every change of the index. */
const revision = (page: Page) =>
  page.evaluate(async () => (await browser.storage.local.get("revision"))["revision"]);

describe.each(browserNames)("%s", (name) => {
  const profile = mkdtempSync(join(tmpdir(), "hot-papers-"));
  afterAll(() => rmSync(profile, { recursive: true, force: true }));
  const stage = useStage(name, { profile });

  test("a background that stopped between two pages is started again by the second", async () => {
    expect(await settledBadgeIds(await stage.visit("/abs/2108.04840"), 1)).toEqual(["2108.04840"]);
    await stage.driver.stopBackground();
    expect(await settledBadgeIds(await stage.visit("/abs/2108.05036"), 1)).toEqual(["2108.05036"]);
  });

  test("after a restart of the browser the index is there without a new import", async () => {
    const before = await stage.openOwn("popup.html");
    const revisionBefore = await revision(before);
    await stage.driver.close();
    stage.driver = await launch(name, { profile, proxyPort: stage.world.port });

    expect(await settledBadgeIds(await stage.visit("/abs/2108.04840"), 1)).toEqual(["2108.04840"]);
    const page = await stage.openOwn("popup.html");
    expect(await ask<"status">(page, { type: "status" })).toMatchObject({
      archive: "whole",
      ...BUNDLED,
    });
    expect(revisionBefore).toBeDefined();
    expect(await revision(page)).toEqual(revisionBefore);
    expect((await archiveWhole(page)).newest).toBe("2026-08-07");
  });
});
