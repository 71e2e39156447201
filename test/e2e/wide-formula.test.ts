import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { browserNames } from "./harness/browsers.ts";
import { useStage } from "./stage.ts";

const ID = "2201.00001";
/** One formula of so many terms, 35 px each. */
const wide = (terms: number) => `$${"x_{1}+".repeat(terms)}y$`;
const digest = JSON.stringify({
  version: 1,
  date: "2022-01-20",
  title: "Hot Papers 2022-01-20",
  generated: "2022-01-20T20:00:00",
  papers: [
    {
      id: ID,
      rank: 1,
      title: `On the Sum ${wide(60)} and More`,
      authors: ["Ada Example"],
      categories: ["math.CO"],
      abstract: `We look at ${wide(330)} and at $x_1$.`,
      counts: [{ network: "twitter", reposts: 3, likes: 9, at: "2022-01-20T21:00:00" }],
      posts: [],
    },
  ],
});

/** How wide formulas stand, and whether something sticks out of the page. */
const boxes = (page: Page) =>
  page.evaluate(() => {
    const formulas = [...document.querySelectorAll<HTMLElement>(".formula:has(> math)")];
    return {
      sticksOut: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      fits: formulas.every((each) => {
        const line = each.closest("p, h2, h3")?.getBoundingClientRect();
        return line !== undefined && each.getBoundingClientRect().right <= line.right + 1;
      }),
      scrollable: formulas.filter((each) => each.scrollWidth > each.clientWidth).length,
    };
  });

/** Goes through the page by the Tab key until a formula has the focus, then presses the right arrow; how far the formula moved. */
async function scrolledByKeys(page: Page): Promise<number> {
  const moved = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.matches(".formula") ? activeElement.scrollLeft : -1;
    });
  await page.bringToFront();
  for (let pressed = 0; pressed < 60 && (await moved()) < 0; pressed += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await expect.poll(moved).toBeGreaterThan(0);
  return moved();
}

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  beforeAll(async () => {
    const page = await stage.openOwn("popup.html");
    await ask(page, { type: "importFile", name: "2022-01-20.json", content: digest });
    await page.close();
  });

  test.each(["popup.html#2022-01-20", `archive.html#paper/${ID}`])(
    "a formula wider than its line is cut there in %s, and scrolls by keyboard too",
    async (address) => {
      const page = await stage.openOwn(address);
      await page.waitForSelector(":is(h2, h3) math");
      if (address.startsWith("popup")) {
        const abstract = await page.waitForSelector(`[data-hot-paper="${ID}"] .disclosure`);
        await abstract?.evaluate((button) => (button as HTMLElement).click());
      }
      await page.waitForSelector("p math");
      // Title and abstract; the short formula beside them has no need of it.
      expect(await boxes(page)).toEqual({ sticksOut: false, fits: true, scrollable: 2 });
      expect(await scrolledByKeys(page)).toBeGreaterThan(0);
      await page.close();
    },
  );
});
