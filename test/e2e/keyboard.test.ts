import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";

/** Id of the badge that has the focus, if one has. */
const focusedBadge = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const inside = activeElement?.shadowRoot?.activeElement;
    return inside instanceof HTMLButtonElement
      ? (activeElement as HTMLElement).dataset["hotPaper"]
      : undefined;
  });

async function tabToBadge(page: Page): Promise<string | undefined> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const id = await focusedBadge(page);
    if (id) return id;
  }
  return undefined;
}

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test.each([
    ["/abs/2108.04840", "2108.04840"],
    ["/list/cs.CL/2021-08", "2108.01887"],
  ])(
    "on %s: Tab reaches the badge, Enter opens, Escape closes, the focus comes back",
    async (path, first) => {
      const page = await stage.visit(path);
      await settledBadgeIds(page, 1);
      expect(await tabToBadge(page)).toBe(first);

      await page.keyboard.press("Enter");
      const tweets = async () =>
        (await ourLinks(page)).filter(({ href }) => href.startsWith("https://twitter.com/"));
      await expect.poll(async () => (await tweets()).length).toBeGreaterThan(0);

      await page.keyboard.press("Tab"); // into the conversation, from where Escape closes as well
      await page.keyboard.press("Escape");
      await expect.poll(async () => (await tweets()).length).toBe(0);
      expect(await focusedBadge(page)).toBe(first);
    },
  );
});
