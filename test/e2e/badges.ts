/** What a reader sees of the badges on a page. */
import type { Page } from "puppeteer-core";
import { until } from "./until.ts";

export interface SeenBadge {
  id: string;
  /** What a screen reader says. */
  name: string;
  /** What is to be read. */
  text: string;
  /** False if the badge takes no room. */
  visible: boolean;
  width: number;
  height: number;
}

/** All badges of a page, in the page's order, through their open shadow roots. */
export function readBadges(page: Page): Promise<SeenBadge[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-hot-paper]")].map((host) => {
      const button = host.shadowRoot?.querySelector("button");
      const { width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
      const words = (button?.innerText ?? "").replaceAll(/\s+/gu, " ").trim();
      return {
        id: host.dataset["hotPaper"] ?? "",
        name: button?.getAttribute("aria-label") ?? words,
        text: words,
        visible: width > 0 && height > 0 && button?.checkVisibility({ visibilityProperty: true }) === true,
        width,
        height,
      };
    }),
  );
}

/** Ids of a page's badges, in the page's order. */
export async function badgeIds(page: Page): Promise<string[]> {
  return page.$$eval("[data-hot-paper]", (hosts) =>
    hosts.map((host) => (host as HTMLElement).dataset["hotPaper"] ?? ""),
  );
}

/** Lets the page paint so many frames: they take longer on a busy machine, as everything in the page does. A hidden page paints none. */
const frames = (page: Page, count: number) =>
  page.evaluate(async (wanted) => {
    for (let at = 0; at < wanted; at++)
      await new Promise((resolve) => {
        if (document.hidden) setTimeout(resolve, 50);
        else requestAnimationFrame(resolve);
      });
  }, count);

/**
 * Ids of a page's badges once as many as expected are there, and a moment more, in which one too many would show up.
 * Gives what is there after ten seconds too, so that a test can say what is missing.
 */
export async function settledBadgeIds(page: Page, expected: number): Promise<string[]> {
  await until(async () => (await badgeIds(page)).length >= expected);
  await frames(page, expected === 0 ? 20 : 6);
  return badgeIds(page);
}

/** Clicks the badge of a paper. */
export async function pressBadge(page: Page, id: string): Promise<void> {
  await page.waitForSelector(`[data-hot-paper="${id}"]`);
  const button = await page.$(`[data-hot-paper="${id}"] >>> button`);
  await button?.click();
}
