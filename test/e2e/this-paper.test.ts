import type { Page } from "puppeteer-core";
import { beforeEach, describe, expect, test } from "vitest";
import { accessibilityProblems } from "./axe.ts";
import { browserNames } from "./harness/browsers.ts";
import { turnSwitch } from "./options-page.ts";
import { OTHER_SITE, useStage } from "./stage.ts";
import { buttonText, seenIn, toolbarPopup } from "./toolbar-popup.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

/** What browsers have of the panel, which no types know in both. */
interface Panels {
  sidePanel?: { open: (where: { windowId: number }) => Promise<void> };
  sidebarAction?: { open: () => Promise<void> };
}

const SEED = "2108.04840";
const RANK = /Post-hoc Interpretability.*1st of 11 on 12 Aug 2021.*3,135 retweets.*Look now/u;
const allowed = (own: Page) => own.evaluate(() => browser.permissions.getAll());

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);
  let own: Page;
  beforeEach(async () => {
    if (stage.there) own = await stage.openOwn("options.html");
  });
  test.each([
    ["an abstract page", `/abs/${SEED}`, undefined],
    ["an older version", `/abs/${SEED}v1`, "www.arxiv.org"],
    ["a PDF", `/pdf/${SEED}`, undefined],
    ["a PDF of a version, on another of arXiv's hosts", `/pdf/${SEED}v2`, "export.arxiv.org"],
    ["a paper in HTML", `/html/${SEED}v1`, "browse.arxiv.org"],
    ["a page of another site, by activeTab", `/papers/${SEED}`, OTHER_SITE],
  ])("over %s the popup begins with that paper, the list below it", async (_, path, host) => {
    const before = await allowed(own);
    const seen = await toolbarPopup(stage, own, await stage.visit(path, host), true);
    expect(seen.paper).toMatch(RANK);
    expect(seen).toMatchObject({ papers: 22, paperFirst: true });
    expect(await allowed(own), "nothing was asked for").toEqual(before);
  });

  test("over a paper of no digest it says so in one line, with the way to ask now", async () => {
    const seen = await toolbarPopup(stage, own, await stage.visit("/abs/1706.03762"), true);
    expect(seen.paper).toBe("arXiv:1706.03762 is not in any digest.Look now");
    expect(seen.papers).toBe(22);
  });

  test("over a list, or a page elsewhere that only looks like arXiv's, it shows no paper", async () => {
    const before = await allowed(own);
    expect(await toolbarPopup(stage, own, await stage.visit("/list/cs.CL/2021-08"), false)).toEqual({
      paper: undefined,
      papers: 22,
      paperFirst: false,
    });
    const plain = await stage.visitPlain(`/abs/${SEED}`);
    expect((await toolbarPopup(stage, own, plain, false)).paper).toBeUndefined();
    expect(await allowed(own)).toEqual(before);
  });

  test("nothing of the tab is kept: not in the popup's picture, nor in any storage", async () => {
    await own.evaluate(() => localStorage.removeItem("lastPicture"));
    const picture = () => own.evaluate(() => localStorage.getItem("lastPicture") ?? undefined);
    const kept = async () => await expect.poll(picture).toBeDefined();
    await toolbarPopup(stage, own, await stage.visit(`/abs/${SEED}`), true, kept);
    const stored = await own.evaluate(async () => {
      const { mirror: _, ...local } = await browser.storage.local.get(null);
      const values = Object.entries(local).filter(([key]) => !key.startsWith("mirror:"));
      return JSON.stringify([values, await browser.storage.session.get(null), Object.entries(localStorage)]);
    });
    expect(stored).not.toMatch(/2108\.04840|Post-hoc/u);
  });

  test.each([
    ["/abs/", "arxiv.org"],
    ["/pdf/", "export.arxiv.org"],
    ["/html/", "www.arxiv.org"],
  ])(
    "over %s of a paper in a digest the button has a dot, with the background asleep",
    async (path, host) => {
      await stage.driver.stopBackground();
      const address = (id: string) => `https://${host}${path}${id}v1`;
      await stage.visit(`${path}${SEED}v1`, host);
      await expect.poll(() => buttonText(own, address(SEED))).toBe("•");
      await stage.visit(`${path}1706.03762v1`, host);
      await expect.poll(() => buttonText(own, address("1706.03762"))).toBe("");
    },
  );

  test("switched off, the dots go at once and none comes", async () => {
    const address = `https://arxiv.org/abs/${SEED}`;
    await stage.visit(`/abs/${SEED}`);
    await expect.poll(() => buttonText(own, address)).toBe("•");
    await own.bringToFront();
    await turnSwitch(own, "Dot on the toolbar button");
    await expect.poll(() => buttonText(own, address)).toBe("");
    await stage.visit("/");
    const page = await stage.visit(`/abs/${SEED}`);
    await page.waitForSelector("[data-hot-paper]");
    expect(await buttonText(own, address)).toBe("");
    await turnSwitch(own, "Dot on the toolbar button");
  });

  test("the panel follows the tab: another page of it, another tab, a page without a paper", async () => {
    await openPanel();
    const paper = async () => (await seenIn(own, "sidepanel.html"))?.paper;
    const page = await stage.visit(`/abs/${SEED}`);
    await expect.poll(paper).toMatch(RANK);
    await stage.visit("/abs/1706.03762");
    await expect.poll(paper).toContain("arXiv:1706.03762 is not in any digest");
    await stage.visit("/", "www.arxiv.org");
    await expect.poll(paper).toBeUndefined();
    await page.bringToFront();
    await expect.poll(paper).toContain("1706.03762");
  });

  /** A press in a page of ours, where browsers let it be opened. */
  async function openPanel(): Promise<void> {
    await own.bringToFront();
    await own.evaluate(async () => {
      const { sidePanel, sidebarAction } = browser as unknown as Panels;
      const { id = 0 } = await browser.windows.getCurrent();
      const open = () => void (sidebarAction?.open() ?? sidePanel?.open({ windowId: id }));
      document.addEventListener("click", open, { once: true });
    });
    await own.click("h1");
    await expect.poll(async () => (await seenIn(own, "sidepanel.html"))?.papers).toBe(22);
  }

  test.runIf(name === "chromium")("the part of the paper can be read and used by everyone", async () => {
    const page = await stage.visit(`/abs/${SEED}`);
    const [extension] = (await stage.driver.browser.extensions()).values();
    await extension?.triggerAction(page);
    const open = async () =>
      (await extension?.pages())?.find((each) => each.url() === stage.driver.extensionUrl("popup.html"));
    await expect.poll(open).toBeDefined();
    const popup = await open();
    if (!popup) throw new Error("the popup has closed");
    await popup.waitForSelector(".this-paper");
    await popup.click(".this-paper .facts .disclosure");
    await popup.click(".this-paper > .doors .disclosure");
    await popup.waitForSelector(".this-paper .look .button");
    expect(await accessibilityProblems(popup)).toEqual([]);
    await popup.close();
  });
});
