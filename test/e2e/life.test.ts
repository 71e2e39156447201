import { afterAll, describe, expect, test } from "vitest";
import { arxivPages } from "../arxiv-host/arxiv.ts";
import { pressBadge, readBadges, settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { builds } from "./harness/driver.ts";
import { copyExtension } from "./harness/extension-copy.ts";
import { controlWords, listedIds, pressControl } from "./list-control.ts";
import { ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";

const SEED = "2108.04840";
const LIST = "/list/cs.CL/2021-08";
const ids = arxivPages.find(({ path }) => path === LIST)?.ids ?? [];

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
        { interval: 300 },
      )
      .toBe(true);
    expect(await settledBadgeIds(page, 1)).toEqual([SEED]);
    expect((await readBadges(page)).filter(({ visible }) => visible)).toHaveLength(1);
  });

  test("an update while a list is narrowed and in order of heat leads back to arXiv's own list", async () => {
    const page = await stage.visit(LIST);
    await pressControl(page, "Hot only");
    await pressControl(page, "Hottest first");
    const { shown } = await listedIds(page);
    expect(shown.toSorted()).toEqual(badgesOf(ids).toSorted());
    copy.setVersion("99.1.0");
    const old = await page.$("hot-paper-list");
    await stage.driver.install();
    // The control of the new version, which shows the same view in the same page.
    await expect.poll(() => old?.evaluate((control) => control.isConnected)).toBe(false);
    await expect.poll(() => controlWords(page)).toContain("hidden");
    await expect.poll(() => listedIds(page)).toMatchObject({ shown });
    await pressControl(page, "All");
    await pressControl(page, "arXiv order");
    expect(await listedIds(page)).toEqual({ all: ids, shown: ids });
    expect(await page.$$("[data-hot-place], [data-hot-hidden], dt[style], dd[style]")).toEqual([]);
  });

  test("after removal the page is arXiv's own: at once in Firefox, at the next look in Chromium", async () => {
    const page = await stage.visit(LIST);
    expect(await settledBadgeIds(page, 5)).toHaveLength(5);
    await pressControl(page, "Hot only");
    expect((await listedIds(page)).shown).toEqual(badgesOf(ids));
    await stage.driver.uninstall();
    if (name === "chromium") {
      const other = await stage.driver.open("about:blank");
      await other.close();
      await page.bringToFront();
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))); // headless windows are never hidden
    }
    const visible = async () => (await readBadges(page)).filter((badge) => badge.visible).map(({ id }) => id);
    await expect.poll(visible).toEqual([]);
    expect(await listedIds(page)).toEqual({ all: ids, shown: ids });
  });
});
