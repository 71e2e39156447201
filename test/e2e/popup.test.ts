import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { useStage } from "./stage.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

const words = async (page: Page) =>
  (await page.$eval("body", (body) => body.innerText)).replaceAll(/\s+/gu, " ");

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test("opens on the newest digest and says plainly how old that is", async () => {
    const popup = await stage.openOwn("popup.html");
    await expect.poll(async () => (await hotListItems(popup)).length).toBe(22);
    expect(await words(popup)).toContain("Latest: 7 Aug 2026");
    // What is covered is where a day is chosen; above the list the way to today's goes before it.
    expect(await popup.$eval("#day-picker", (picker) => picker.textContent)).toMatch(
      /June 2020 to August 2021, 13 January 2022, April 2025 to August 2026/u,
    );
    const [first] = await hotListItems(popup);
    expect(first?.text).toContain(
      "AgentOPSD: Recursive Self-Distillation for Agentic Reinforcement Learning",
    );
  });

  test("nothing moves with the first copy: what is loaded for it brings no style of its own", async () => {
    const popup = await stage.openOwn("popup.html#2021-08-12");
    await popup.waitForSelector("[data-hot-paper]");
    const look = () =>
      popup.evaluate(() => ({
        sheets: [...document.styleSheets].filter(({ disabled }) => !disabled).length,
        // Without those of a picker that is closed, and is loaded when the page has time for it.
        places: [...document.querySelectorAll(".square, .choice, .button")]
          .map((each) => each.getBoundingClientRect())
          .filter(({ width }) => width > 0)
          .slice(0, 20)
          .map(({ x, y, width, height }) => [x, y, width, height]),
      }));
    const before = await look();
    await popup.click(".copy-menu button");
    await popup.click(".copy-menu [role=menuitem]");
    await popup.waitForFunction(() => document.querySelector(".copy-menu output")?.textContent !== "");
    await popup.mouse.move(0, 0);
    expect(await look()).toEqual(before);
  });

  test("a day without papers says so", async () => {
    const popup = await stage.openOwn("popup.html#2020-12-07");
    await expect.poll(() => words(popup)).toContain("No paper made the digest of 7 December 2020");
    expect(await hotListItems(popup)).toEqual([]);
  });

  test("links go to arXiv and to the tweets, none leaks where it comes from", async () => {
    const popup = await stage.openOwn("popup.html#2021-08-12");
    await popup.waitForSelector("[data-hot-paper]");
    for (const closed of await popup.$$("[data-hot-paper] button[aria-expanded=false]")) await closed.click();
    const links = await popup.$$eval("[data-hot-paper] a", (all) =>
      all.map(({ href, rel }) => ({ href, rel })),
    );
    const hosts = new Set(links.map(({ href }) => new URL(href).origin));
    expect([...hosts].toSorted()).toEqual(["https://arxiv.org", "https://twitter.com"]);
    for (const { rel } of links)
      expect(rel.split(" ")).toEqual(expect.arrayContaining(["noopener", "noreferrer"]));
    for (const path of ["abs/2108.04840", "pdf/2108.04840"])
      expect(links.map(({ href }) => href)).toContain(`https://arxiv.org/${path}`);
  });

  // Firefox gives no handle on its popup; it shows the same page.
  test.runIf(name === "chromium")("the toolbar button opens it, at a size that fits", async () => {
    const page = await stage.visit("/");
    const [extension] = (await stage.driver.browser.extensions()).values();
    await extension?.triggerAction(page);
    await expect.poll(async () => (await extension?.pages())?.length).toBe(1);
    const popup = (await extension?.pages())?.[0];
    await popup?.waitForSelector("[data-hot-paper]");
    const size = await popup?.evaluate(() => ({
      width: innerWidth,
      height: innerHeight,
      overflow: document.documentElement.scrollWidth - innerWidth,
    }));
    expect(size?.width).toBeGreaterThan(300);
    expect(size?.width).toBeLessThanOrEqual(800); // the most that browsers give
    expect(size?.height).toBeLessThanOrEqual(600);
    expect(size?.overflow).toBeLessThanOrEqual(0);

    // On a low screen, which this one is, with the way to today's list above them.
    const inSight = await popup?.evaluate(() => ({
      screen: screen.height,
      card: document.querySelector(".today-card") !== null,
      titles: [...document.querySelectorAll(".paper h3")].filter((title) => {
        const end = document.querySelector("main")?.getBoundingClientRect().bottom ?? 0;
        return title.getBoundingClientRect().top + 19 <= end;
      }).length,
    }));
    expect(inSight).toMatchObject({ screen: 600, card: true });
    expect(inSight?.titles, "more than two papers").toBeGreaterThan(2);

    // The panel beside the page: the same list, for as long as one likes.
    const button = await popup?.waitForSelector("footer button");
    await button?.click();
    const panel = await stage.driver.browser.waitForTarget(
      (target) => target.url().endsWith("/sidepanel.html"),
      { timeout: 60_000 },
    );
    const panelPage = await panel.asPage();
    await panelPage.waitForSelector("[data-hot-paper]");
    expect(await panelPage.$("footer button")).toBeNull();
  });

  // The popup, whose button opens it, cannot be driven there: the same call in the click of a page that can.
  test.runIf(name === "firefox")(
    "Firefox's sidebar shows the same list, at a width that it gives",
    async () => {
      const page = await stage.openOwn("popup.html");
      await page.bringToFront();
      await page.waitForSelector("[data-hot-paper]");
      const isOpen = () => page.evaluate(() => browser.sidebarAction.isOpen({}));
      expect(await isOpen(), "not by itself").toBe(false);
      await page.evaluate(() =>
        document.addEventListener("click", () => void browser.sidebarAction.open(), { once: true }),
      );
      await page.click("h1");
      await expect.poll(isOpen).toBe(true);
      const sidebar = () =>
        page.evaluate(() => {
          const view = browser.extension
            .getViews()
            .find(({ location }) => location.pathname === "/sidepanel.html");
          const { document: shown } = view ?? {};
          return {
            papers: shown?.querySelectorAll("[data-hot-paper]").length,
            overflow: (shown?.documentElement.scrollWidth ?? Infinity) - (view?.innerWidth ?? 0),
            panelButtons: shown?.querySelectorAll("footer button").length,
          };
        });
      await expect.poll(sidebar).toEqual({ papers: 22, overflow: 0, panelButtons: 0 });
      await page.evaluate(() =>
        document.addEventListener("click", () => void browser.sidebarAction.close(), { once: true }),
      );
      await page.click("h1");
      await expect.poll(isOpen).toBe(false);
    },
  );
});
