import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge, settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { openControl, pressControl } from "./list-control.ts";
import { ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";
import { wholePage } from "./whole-page.ts";

describe.each(browserNames)("%s", (name) => {
  describe.each([
    ["light", false],
    ["dark", true],
  ])("%s", (_, dark) => {
    const stage = useStage(name, { dark });
    // A theme changes colors and nothing else.
    const problems = (page: Page, part?: string) => accessibilityProblems(page, part, dark);

    test.each([
      "popup.html",
      "popup.html#2021-08-12",
      "popup.html#2020-12-07",
      "popup.html#saved",
      "archive.html#2021-08-12",
      "archive.html#paper/2108.04840",
      "sidepanel.html",
      "options.html",
      "welcome.html",
    ])("%s can be read and used by everyone", async (path) => {
      const page = await wholePage(await stage.openOwn(path), path);
      expect(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(dark);
      expect(await problems(page)).toEqual([]);
    });

    test("so can the filters and the help sheet of the hot list", async () => {
      const page = await wholePage(await stage.openOwn("popup.html#2021-08-12"), "popup.html#2021-08-12");
      await page.click("[aria-label^=Filters]");
      await page.waitForSelector("input[name=exclude]");
      expect(await problems(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await page.waitForSelector(".keys-help[open]");
      expect(await problems(page)).toEqual([]);
    });

    test.each(["/abs/2108.04840", "/list/cs.CL/2021-08"])(
      "so can badges and the conversation on %s",
      async (path) => {
        const page = await stage.visit(path);
        await pressBadge(page, "2108.04840");
        const tweets = async () =>
          (await ourLinks(page)).filter(({ href }) => href.startsWith("https://twitter.com/"));
        await expect.poll(async () => (await tweets()).length).toBeGreaterThan(0);
        expect(await problems(page, "[data-hot-paper]")).toEqual([]);
      },
    );

    test("so can the control above a list, as it is and with only the hot papers", async () => {
      const page = await stage.visit("/list/cs.CL/2021-08");
      await settledBadgeIds(page, 5);
      await page.waitForSelector("hot-paper-list");
      expect(await problems(page, "hot-paper-list")).toEqual([]);
      await openControl(page);
      expect(await problems(page, "hot-paper-list")).toEqual([]);
      await pressControl(page, "Hot only");
      await page.waitForSelector("dt[hidden]");
      expect(await problems(page, "hot-paper-list")).toEqual([]);
      await pressControl(page, "All"); // as it was: it is kept
      await page.waitForFunction(() => !document.querySelector("dt[hidden]"));
    });
  });
});
