import { describe, expect, test } from "vitest";
import { accessibilityProblems } from "./axe.ts";
import { readBadges, settledBadgeIds } from "./badges.ts";
import { useStage } from "./stage.ts";

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

    const page = await stage.visit("/abs/2108.04840");
    await settledBadgeIds(page, 1);
    expect((await readBadges(page)).map(({ name }) => name)).toEqual([
      "2021年8月12日、11件中1位：リツイート3,135件、いいね247件、ツイート1件",
    ]);
  });
});
