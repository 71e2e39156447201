/** What a newcomer sees of recent papers: offline, from the first page after the installation. */
import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { arxivPages, arxivReply } from "../arxiv-host/arxiv.ts";
import { readBadges, settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { useStage } from "./stage.ts";

const LIKE = "/list/cs.CL/2021-08";
const LIST = "/list/cs.CL/recent?show=2000";
/** Papers that the bundled digests have, of days from their first to their last, and others of the same months. */
const BUNDLED = ["2608.05987", "2607.28609", "2608.05248", "2504.17670", "2108.04840"];
const OTHERS = [
  "2608.05785", // had no upvote
  "2504.17788", // had three
  "2608.99990",
  "2607.99990",
  "2501.99990",
];
const recentIds = BUNDLED.flatMap((id, at) => [OTHERS[at] ?? "", id]);

/** A list of our arXiv with other papers. */
function recentList(): string {
  const ids = arxivPages.find(({ path }) => path === LIKE)?.ids ?? [];
  if (ids.length !== recentIds.length) throw new Error(`${LIKE} has ${ids.length} papers`);
  return ids.reduce(
    (html, id, at) => html.replaceAll(id, `new-${recentIds[at]}`),
    arxivReply(new URL(LIKE, "https://arxiv.org")).body,
  );
}

const words = async (page: Page) =>
  (await page.$eval("body", (body) => body.innerText)).replaceAll(/\s+/gu, " ");

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test("exactly the bundled recent papers have badges on a list, with bars and their own words", async () => {
    stage.serve(LIST, recentList().replaceAll("new-", ""));
    const page = await stage.visit(LIST);
    expect(await settledBadgeIds(page, BUNDLED.length)).toEqual(BUNDLED);
    const [first, , , , seed] = await readBadges(page);
    expect(first?.name).toBe("1st 67 – 1st of 22 on 7 August 2026: 67 upvotes");
    expect(first?.text).toMatch(/^1st\b/u);
    expect(seed?.name).toBe(
      "1st 3.1K 247 1 – 1st of 11 on 12 August 2021: 3,135 retweets, 247 favorites, 1 tweet",
    );
    const heat = await page.$$eval("[data-hot-paper]", (hosts) =>
      hosts.map((host) => Number(host.shadowRoot?.querySelector("button")?.dataset["heat"])),
    );
    for (const [at, bars] of heat.slice(0, 3).entries()) expect(bars, BUNDLED[at]).toBeGreaterThan(2);
  });

  test("the popup opens on 7 August 2026, and explains whose upvotes these are", async () => {
    const popup = await stage.openOwn("popup.html");
    await expect.poll(async () => (await hotListItems(popup)).length).toBe(22);
    expect(await words(popup)).toContain("7 August 2026");
    expect((await hotListItems(popup))[0]?.text).toContain("67 upvotes");
    expect(await popup.$eval("#counted", (help) => help.textContent)).toContain("Today’s are higher.");
  });

  test("each set goes and comes back by itself in the options", async () => {
    const options = await stage.openOwn("options.html");
    const press = async (label: string) => {
      const button = await options.waitForSelector(
        `button[aria-label="${label}"]:not([aria-disabled="true"])`,
      );
      await button?.evaluate((each) => (each as HTMLElement).click());
    };
    const badges = async (path: string, many: number) =>
      (await settledBadgeIds(await stage.visit(path), many)).length;
    await press("Remove: Daily papers of Hugging Face");
    await options.waitForSelector('button[aria-label="Restore: Daily papers of Hugging Face"]');
    stage.serve(
      "/abs/2608.05987",
      arxivReply(new URL("https://arxiv.org/abs/2108.04840")).body.replaceAll("2108.04840", "2608.05987"),
    );
    expect(await badges("/abs/2608.05987", 0)).toBe(0);
    expect(await badges("/abs/2108.04840", 1)).toBe(1);
    await stage.driver.stopBackground();
    expect(await badges("/abs/2608.05987", 0)).toBe(0);
    await options.bringToFront();
    await press("Restore: Daily papers of Hugging Face");
    await options.waitForSelector(
      'button[aria-label="Remove: Daily papers of Hugging Face"]:not([aria-disabled="true"])',
    );
    expect(await badges("/abs/2608.05987", 1)).toBe(1);
  });
});
