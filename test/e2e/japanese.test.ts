import { describe, expect, test } from "vitest";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge, readBadges, settledBadgeIds } from "./badges.ts";
import { ours } from "./closed-roots.ts";
import { englishLeft } from "./english-left.ts";
import { openControl } from "./list-control.ts";
import { ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";
import { wholePage } from "./whole-page.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

// One browser is enough for what the platform does; Firefox has Japanese only with its language pack.
describe.runIf(process.platform === "linux")("chromium in Japanese", () => {
  const stage = useStage("chromium", { language: "ja" });

  test("our pages and what we put into arXiv's are Japanese as a whole: texts, days, forms", async () => {
    const popup = await stage.openOwn("popup.html#2021-08-12");
    await popup.waitForSelector("[data-hot-paper]");
    const words = await popup.evaluate(() => document.body.innerText);
    for (const part of ["2021年8月12日木曜日", "論文11件", "ツイート1件", "設定"])
      expect(words).toContain(part);
    expect(words).not.toMatch(/tweet|retweet|August/u);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe("ja");
    expect(await accessibilityProblems(popup)).toEqual([]);
    const sentences = () => browser.i18n.getMessage("textsSentences", ["読み込めません。", "残ります。"]);
    expect(await popup.evaluate(sentences)).toBe("読み込めません。残ります。");

    const page = await stage.visit("/abs/2108.04840");
    await settledBadgeIds(page, 1);
    expect((await readBadges(page)).map(({ name }) => name)).toEqual([
      "1位/11件、2021年8月12日：リツイート3,135件、いいね247件、ツイート1件",
    ]);
  });

  test.each([
    "popup.html#2021-08-12",
    "popup.html#saved",
    "archive.html#2021-08-12",
    "archive.html#paper/2108.04840",
    "options.html",
    "welcome.html",
  ])("no English text of ours is left on %s", async (path) => {
    const page = await wholePage(await stage.openOwn(path), path);
    expect(await englishLeft(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("ja");
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("nor in filters, the help sheet and what is said of a mark", async () => {
    const page = await wholePage(await stage.openOwn("popup.html#2021-08-12"), "popup.html#2021-08-12");
    await page.bringToFront();
    await page.click(".list-buttons > button:nth-child(2)");
    await page.waitForSelector("input[name=exclude]");
    for (const key of ["j", "s", "s", "?"] as const) await page.keyboard.press(key);
    await page.waitForSelector(".keys-help[open]");
    await expect.poll(() => page.$eval(".undo-notice", (notice) => notice.textContent)).toContain("元に戻す");
    expect(await englishLeft(page)).toEqual([]);
  });

  test("nor in the control above a list and in open conversations, on lists and abstract pages", async () => {
    for (const path of ["/list/cs.CL/2021-08", "/abs/2108.04840"]) {
      const page = await stage.visit(path);
      await pressBadge(page, "2108.04840");
      await expect.poll(async () => (await ourLinks(page)).length).toBeGreaterThan(0);
      expect(await englishLeft(page)).toEqual([]);
    }
    const list = await stage.visit("/list/cs.CL/2021-08");
    await list.waitForSelector("hot-paper-list");
    await openControl(list);
    await ours(list, "button", "話題の論文のみ");
  });

  test("English texts would be found", async () => {
    const page = await wholePage(await stage.openOwn("popup.html#2021-08-12"), "popup.html#2021-08-12");
    await page.evaluate(() =>
      document.querySelector("h1")?.setAttribute("title", "Options of Hot Papers: Save"),
    );
    expect(await englishLeft(page)).not.toEqual([]);
  });
});
