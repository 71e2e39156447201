/** The ways in from other pages: right click on links and selections, and the keyword of the address bar. */
import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { chooseMenu, enterInAddressBar } from "./browser-parts.ts";
import { browserNames } from "./harness/browsers.ts";
import { useStage } from "./stage.ts";
import { archivedIds } from "./truth.ts";
import { until } from "./until.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

const SEED = "2108.04840";
const OTHER = [...archivedIds].find((id) => id !== SEED) ?? "";

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  /** The page that opens when this is done. */
  async function opened(act: () => Promise<void>): Promise<Page> {
    const own = await stage.openOwn("options.html");
    const urls = () => own.evaluate(async () => (await browser.tabs.query({})).map(({ url }) => url ?? ""));
    const before = await urls();
    await ask<"status">(own, { type: "status" }); // the background may have been stopped
    await act();
    let address: string | undefined;
    await until(async () => {
      const found = (await urls()).find((url) => url.includes("archive.html#") && !before.includes(url));
      address = found;
      return found !== undefined;
    });
    if (address === undefined) throw new Error("no page of ours has opened");
    return stage.openOwn(address.slice(stage.driver.extensionUrl("").length));
  }

  const papers = (page: Page) =>
    page.$$eval("[data-hot-paper]", (rows) => rows.map((row) => row.getAttribute("data-hot-paper")));

  test("the browser keeps both entries of the menu", async () => {
    if (!stage.there) return;
    const own = await stage.openOwn("options.html");
    const kept = await own.evaluate(async () => {
      await browser.contextMenus.update("link", {});
      await browser.contextMenus.update("selection", {});
      return true;
    });
    expect(kept).toBe(true);
  });

  test("a right click on a link to a paper opens what people said of it", async () => {
    if (!stage.there) return;
    const page = await opened(() =>
      chooseMenu(stage.driver, { linkUrl: `https://huggingface.co/papers/${SEED}` }),
    );
    await page.waitForSelector(`[data-paper="${SEED}"] .digest-entry .posts`);
    const look = await page.waitForSelector(".look button");
    expect(await look?.evaluate(({ textContent }) => textContent)).toBe("Look now");
  });

  test("a paper that no digest has is named, and can be looked at", async () => {
    if (!stage.there) return;
    const page = await opened(() => chooseMenu(stage.driver, { selectionText: "arXiv:1001.0001v2" }));
    await page.waitForSelector('[data-paper="1001.0001"] .look button');
    expect(await page.$eval("[data-paper] output", ({ textContent }) => textContent)).toContain("1001.0001");
  });

  test("a selection with several papers opens the list of those that are in digests", async () => {
    if (!stage.there) return;
    const page = await opened(() =>
      chooseMenu(stage.driver, { selectionText: `${SEED}, 1001.0001 and arXiv:${OTHER}` }),
    );
    await expect.poll(async () => new Set(await papers(page))).toEqual(new Set([SEED, OTHER]));
    expect(await page.$eval("#search input", ({ value }) => value)).toContain(SEED);
  });

  test("selected words are followed from now on, as one phrase, and the options show them", async () => {
    if (!stage.there) return;
    const own = await stage.openOwn("popup.html");
    await chooseMenu(stage.driver, { follow: "neural  machine translation" });
    const urls = () => own.evaluate(async () => (await browser.tabs.query({})).map(({ url }) => url ?? ""));
    await expect.poll(urls).toContain(stage.driver.extensionUrl("options.html#follows"));
    const options = await stage.openOwn("options.html");
    await options.waitForSelector(".follows li span");
    const followed = await options.$$eval(".follows li span", (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(followed).toContain('"neural machine translation"');
    const scripts = await options.evaluate(() => browser.scripting.getRegisteredContentScripts());
    expect(scripts).toHaveLength(1);
  });

  test("the keyword hp and words open the search of all digests", async () => {
    if (!stage.there) return;
    const page = await opened(() => enterInAddressBar(stage.driver, "post-hoc interpretability"));
    await expect.poll(() => papers(page)).toContain(SEED);
    const hash = () => page.evaluate(() => location.hash);
    expect(await hash(), "so that it is there again after a reload").toBe(
      "#all?search=post-hoc+interpretability",
    );
    await page.type("[type=search]", " nowhere");
    await expect.poll(() => papers(page)).toEqual([]);
    await expect.poll(hash).toBe("#all");
  });

  test("the keyword hp and an id open the paper on arXiv", async () => {
    if (!stage.there) return;
    await stage.visit(`/abs/${SEED}`); // so that its requests are expected
    await stage.visit("/list/cs.CL/2021-08");
    await enterInAddressBar(stage.driver, SEED);
    const own = await stage.openOwn("options.html");
    await expect
      .poll(() => own.evaluate(async () => (await browser.tabs.query({})).map(({ url }) => url)))
      .toContain(`https://arxiv.org/abs/${SEED}`);
  });
});
