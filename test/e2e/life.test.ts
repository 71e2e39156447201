import { afterAll, describe, expect, test } from "vitest";
import { pressBadge, readBadges, settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { builds } from "./harness/driver.ts";
import { copyExtension } from "./harness/extension-copy.ts";
import { ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";

const SEED = "2108.04840";

describe.each(browserNames)("%s", (name) => {
  const copy = copyExtension(builds[name]);
  afterAll(() => copy.remove());
  const stage = useStage(name, { extension: copy.folder });

  test("an update while a page is open leaves one badge on it, and that one works", async () => {
    const page = await stage.visit(`/abs/${SEED}`);
    await settledBadgeIds(page, 1);
    copy.setVersion("99.0.0");
    await stage.driver.install();
    // The new version puts its badge into the open page; the old one's is gone or changed for it.
    await expect
      .poll(
        async () => {
          await pressBadge(page, SEED);
          return (await ourLinks(page)).length > 0;
        },
        { timeout: 10_000, interval: 300 },
      )
      .toBe(true);
    expect(await settledBadgeIds(page, 1)).toEqual([SEED]);
    expect((await readBadges(page)).filter(({ visible }) => visible)).toHaveLength(1);
  });

  test("after removal no badge is visible: at once in Firefox, at the next look in Chromium", async () => {
    const page = await stage.visit("/list/cs.CL/2021-08");
    expect(await settledBadgeIds(page, 5)).toHaveLength(5);
    await stage.driver.uninstall();
    if (name === "chromium") {
      const other = await stage.driver.open("about:blank");
      await other.close();
      await page.bringToFront();
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))); // headless windows are never hidden
    }
    const visible = async () => (await readBadges(page)).filter((badge) => badge.visible).map(({ id }) => id);
    await expect.poll(visible, { timeout: 3000 }).toEqual([]);
  });
});
