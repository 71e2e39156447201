import { describe, expect, test } from "vitest";
import { accessibilityProblems } from "./axe.ts";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { useStage } from "./stage.ts";

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test("the full page opens at a day, window, category or paper, and reads a paper beside its list", async () => {
    const page = await stage.openOwn("archive.html#2021-08-12");
    await page.setViewport({ width: 1280, height: 800 });
    await expect.poll(async () => (await hotListItems(page)).length).toBe(11);
    // Beside the list are pictures of all digests; a day in them leads to its list, by the keyboard too.
    await expect.poll(() => page.$$eval(".calendar-year a", (days) => days.length)).toBe(628);
    expect(await page.$$eval(".category-heat li", (rows) => rows.length)).toBe(7);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.$eval('.calendar-year a[href="#2021-08-12"]', (day) =>
      (day as unknown as SVGAElement).focus(),
    );
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.$eval("#period", (title) => title.textContent)).toContain("11 August 2021");
    await page.click('.calendar-year a[href="#2021-08-12"]');
    await expect.poll(async () => (await hotListItems(page)).length).toBe(11);
    await page.click('[data-hot-paper="2108.04840"] a[href="#paper/2108.04840"]');
    const paper = () => page.$eval(".side-pane", (pane) => (pane as HTMLElement).innerText);
    await expect.poll(paper).toContain("Post-hoc Interpretability for Neural NLP: A Survey");
    expect(await paper()).toContain("1st of 11 on 12 August 2021");
    expect(await hotListItems(page)).toHaveLength(11);
    expect(page.url()).toMatch(/#paper\/2108\.04840$/u);
    expect(await accessibilityProblems(page)).toEqual([]);

    for (const [hash, heading, papers] of [
      ["#month/2021-08", "August 2021", /papers/u],
      ["#2021-08-12?category=cs.AI", "12 August 2021", /5 of 11 papers/u],
    ] as const) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await expect.poll(() => page.$eval("#period", (title) => title.textContent)).toContain(heading);
      await expect.poll(() => page.$eval(".summary", (line) => line.textContent)).toMatch(papers);
    }
    // The category is a filter that is set, stays from day to day, and is gone when it is cleared.
    expect(await page.$eval(".list-buttons .count", (count) => count.textContent)).toBe("1");
    await page.click(".period-bar a");
    await expect.poll(() => page.url()).toMatch(/#2021-08-11\?category=cs\.AI$/u);
    await expect.poll(() => page.$eval(".summary output", (line) => line.textContent)).toMatch(/ of /u);
    await page.click("[aria-label^=Filters]");
    const clear = await page.waitForSelector(".filters .checks button");
    await clear?.evaluate((button) => (button as HTMLElement).click());
    await expect.poll(() => page.url()).toMatch(/#2021-08-11$/u);
    expect(await page.$eval(".summary output", (line) => line.textContent)).not.toMatch(/ of /u);

    await page.goto("about:blank");
    const direct = await stage.openOwn("archive.html#paper/2108.04840");
    await direct.setViewport({ width: 360, height: 740 });
    await expect.poll(() => direct.title()).toContain("Post-hoc Interpretability");
    expect(await accessibilityProblems(direct)).toEqual([]);
    expect(
      await direct.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    await direct.click(".back a");
    await expect.poll(async () => (await hotListItems(direct)).length).toBe(22);
  });

  test("the address keeps its search when the category is cleared, on another day, and after a paper", async () => {
    const page = await stage.openOwn("archive.html#2021-08-12?category=cs.AI&search=survey");
    await page.waitForSelector(".list-buttons .count");
    await page.click("[aria-label^=Filters]");
    const clear = await page.waitForSelector(".filters .checks button");
    await clear?.evaluate((button) => (button as HTMLElement).click());
    await expect.poll(() => page.url()).toMatch(/#2021-08-12\?search=survey$/u);
    await page.click('[data-hot-paper="2108.04840"] a[href="#paper/2108.04840"]');
    await expect.poll(() => page.url()).toMatch(/#paper\/2108\.04840$/u);
    await page.click(".back a");
    await expect.poll(() => page.url()).toMatch(/#2021-08-12\?search=survey$/u);
    await page.click(".period-bar a");
    await expect.poll(() => page.url()).toMatch(/#2021-08-11\?search=survey$/u);
    await page.$eval("[type=search]", (field) => (field as HTMLInputElement).select());
    await page.type("[type=search]", "learning");
    await expect.poll(() => page.url()).toMatch(/#2021-08-11$/u);
  });

  test("paper has every paper of a list that is too long to be whole on the screen", async () => {
    const page = await stage.openOwn("archive.html#month/2025-10");
    await page.waitForSelector("li.later");
    const many = await page.$eval(".summary output", (line) =>
      Number(/[\d,]+/u.exec(line.textContent)?.[0].replace(",", "")),
    );
    expect(many, "shorter lists are drawn whole, a moment later").toBeGreaterThan(400);
    // Behind the page's own, as the browser is: both tell what is there when it looks.
    await page.evaluate(() => {
      addEventListener("beforeprint", () => {
        const count = (what: string) => document.querySelectorAll(what).length;
        document.body.dataset["printed"] = `${count("[data-hot-paper]")} ${count("li.later")}`;
      });
    });
    await page.pdf({ pageRanges: "1", timeout: 100_000 }); // all is laid out, and only the first page drawn
    expect(await page.evaluate(() => document.body.dataset["printed"])).toBe(`${many} 0`);
    await expect.poll(() => page.$$eval("li.later", (rooms) => rooms.length)).toBeGreaterThan(0);
  });
});
