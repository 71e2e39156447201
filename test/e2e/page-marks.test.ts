/** Saving and reading on arXiv's own pages, and what scripts of those pages can tell of it. */
import type { Page } from "puppeteer-core";
import { beforeEach, describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge, settledBadgeIds } from "./badges.ts";
import { openClosedRoots, pressOurs } from "./closed-roots.ts";
import { browserNames } from "./harness/browsers.ts";
import { useStage } from "./stage.ts";

const SEED = "2108.04840";
const ABSTRACT = `/abs/${SEED}`;
const LIST = "/list/cs.CL/2021-08";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

/** What a developer's tools see: papers with the classes of their pictures. */
async function drawn(page: Page): Promise<Record<string, string>> {
  await openClosedRoots(page);
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>("hot-paper")].map((badge) => {
        const picture = badge.shadowRoot?.querySelector("hot-paper-mark")?.shadowRoot?.querySelector("b");
        return [
          badge.dataset["hotPaper"] ?? "",
          picture ? `${picture.className}|${picture.ariaLabel}` : "none",
        ];
      }),
    ),
  );
}

/** All that a script of the page can see of its badges: what is in their roots, and where everything is. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const size = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { scrollWidth, scrollHeight } = element;
      return [x, y, width, height, scrollWidth, scrollHeight].join();
    };
    return [...document.querySelectorAll("hot-paper")].map(({ shadowRoot }) => {
      const all = [...(shadowRoot?.querySelectorAll("*") ?? [])];
      const mark = shadowRoot?.querySelector("hot-paper-mark");
      const box = mark?.getBoundingClientRect();
      const hit = box && [...document.elementsFromPoint(box.x + 4, box.y + 4)].map((each) => each.localName);
      const inner = box && [...(shadowRoot?.elementsFromPoint(box.x + 4, box.y + 4) ?? [])].length;
      return [
        shadowRoot?.innerHTML.replaceAll(/data-heat="\d"|aria-label="[^"]*"|title="[^"]*"/gu, ""),
        all.map(size).join(" "),
        mark?.shadowRoot,
        hit?.join(),
        inner,
        mark
          ? JSON.stringify([getComputedStyle(mark).cssText, getComputedStyle(mark, "::before").content])
          : "",
        document.getAnimations().length,
        document.documentElement.scrollWidth,
      ];
    });
  });

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  beforeEach(async () => {
    const own = await stage.openOwn("options.html");
    await ask(own, { type: "deleteMarks" });
    await own.close();
  });

  const savedIn = async () => {
    const own = await stage.openOwn("popup.html#saved");
    const ids = () =>
      own.$$eval("[data-hot-paper]", (items) => items.map((item) => item.getAttribute("data-hot-paper")));
    return { own, ids };
  };

  test("j jumps, s saves what was jumped to, Shift+S takes it back, and typing saves nothing", async () => {
    const page = await stage.visit(LIST);
    await settledBadgeIds(page, 5);
    await page.waitForSelector("hot-paper-list");
    const { own, ids } = await savedIn();
    await page.bringToFront();
    await page.keyboard.press("j");
    const first = await page.evaluate(() => document.activeElement?.getAttribute("data-hot-paper") ?? "");
    expect(first).not.toBe("");
    await expect.poll(async () => (await drawn(page))[first]).toBe("|");
    await page.keyboard.press("s");
    await expect.poll(ids).toEqual([first]);
    await expect.poll(async () => (await drawn(page))[first]).toBe("saved|Saved");
    await page.keyboard.press("r");
    await expect.poll(async () => (await drawn(page))[first]).toMatch(/^saved read\|/u);
    await page.keyboard.down("Shift");
    await page.keyboard.press("S");
    await page.keyboard.up("Shift");
    await expect.poll(ids).toEqual([]);
    await page.evaluate(() => {
      const field = document.createElement("input");
      document.body.prepend(field);
      field.focus();
    });
    await page.keyboard.type("ss");
    expect(await page.$eval("input:focus", (field) => field.value)).toBe("ss");
    expect(await ids()).toEqual([]);
    await own.close();
    await page.reload();
  });

  test("a badge that is covered, or that the page gave the focus, is not saved by a key", async () => {
    const page = await stage.visit(LIST);
    await settledBadgeIds(page, 5);
    await page.waitForSelector("hot-paper-list");
    const { own, ids } = await savedIn();
    await page.bringToFront();
    await page.keyboard.press("j");
    await page.evaluate(() => {
      const [, second] = [...document.querySelectorAll("hot-paper")];
      second?.shadowRoot?.querySelector("button")?.focus();
    });
    await page.keyboard.press("s");
    await page.keyboard.press("j");
    await page.evaluate(() => {
      const cover = document.createElement("div");
      cover.style.cssText = "position:fixed;inset:0;z-index:9999;background:#fff;pointer-events:none";
      document.body.append(cover);
    });
    await page.keyboard.press("s");
    const jumped = await page.evaluate(() => document.activeElement?.getAttribute("data-hot-paper") ?? "");
    await expect.poll(async () => (await drawn(page))[jumped]).toMatch(/^\|./u);
    expect(await ids()).toEqual([]);
    await own.close();
    await page.reload();
  });

  test("the conversation saves a paper; one saved elsewhere shows it in open pages", async () => {
    const page = await stage.visit(ABSTRACT);
    await settledBadgeIds(page, 1);
    await pressBadge(page, SEED);
    await pressOurs(page, "button", "Save");
    const { own, ids } = await savedIn();
    await expect.poll(ids).toEqual([SEED]);
    await page.bringToFront();
    await expect.poll(async () => (await drawn(page))[SEED]).toBe("saved|Saved");
    await ask(own, { type: "deleteMarks" });
    await expect.poll(async () => (await drawn(page))[SEED]).toBe("|");
    await expect.poll(() => ours(page)).toContain("Mark as read");
    await expect.poll(() => ours(page)).not.toContain("Remove from saved");
    await own.close();
  });

  test("scripts of the page see the same of a paper that is saved and of one that is not", async () => {
    const own = await stage.openOwn("options.html");
    const facts = { title: "A", authors: [], categories: [], date: "2021-08-12" };
    const mark = (id: string, kind: string, on = true) =>
      ask(own, { type: "setMark", paper: { ...facts, id }, kind, on, at: 5 } as never);
    await mark("1901.00001", "read");
    const page = await stage.visit(LIST);
    const ids = await settledBadgeIds(page, 5);
    await expect
      .poll(() => page.$$("hot-paper >>> hot-paper-mark").then((all) => all.length))
      .toBe(ids.length);
    await page.evaluate(() => {
      (globalThis as unknown as { changes: number }).changes = 0;
      for (const { shadowRoot } of document.querySelectorAll("hot-paper"))
        if (shadowRoot)
          new MutationObserver(() => {
            (globalThis as unknown as { changes: number }).changes += 1;
          }).observe(shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    const before = await seen(page);
    const [first = "", second = ""] = ids;
    await mark(first, "saved");
    await mark(second, "read");
    await own.bringToFront();
    await page.bringToFront();
    const told = await own.evaluate(async () => Object.keys(await browser.storage.local.get(null)));
    expect(told).toContain("marked");
    await expect.poll(() => seen(page)).toEqual(before);
    expect(await page.evaluate(() => (globalThis as unknown as { changes: number }).changes)).toBe(0);
    expect(
      await page.evaluate(() => (window as unknown as { find: (word: string) => boolean }).find("Saved")),
    ).toBe(false);
    // Only now, because roots that were looked into are open to the page too.
    await expect.poll(async () => (await drawn(page))[first]).toBe("saved|Saved");
    expect((await drawn(page))[second]).toMatch(/^read\|/u);
    await page.reload();
  });

  test("by keyboard: jump, save, write a note, find it among saved papers, also after a restart", async () => {
    const page = await stage.visit(LIST);
    await settledBadgeIds(page, 5);
    await page.waitForSelector("hot-paper-list");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const id = await page.evaluate(() => document.activeElement?.getAttribute("data-hot-paper") ?? "");
    await expect.poll(async () => (await drawn(page))[id]).toBe("|");
    await page.keyboard.press("s");
    await expect.poll(async () => (await drawn(page))[id]).toBe("saved|Saved");

    const first = await savedIn();
    await expect.poll(first.ids).toEqual([id]);
    let { own } = first;
    await own.bringToFront();
    await own.keyboard.press("j");
    await expect.poll(() => own.evaluate(() => document.activeElement?.matches("h3 a"))).toBe(true);
    await own.keyboard.press("n");
    await expect
      .poll(() => own.evaluate(() => document.activeElement?.matches(".note-line input")))
      .toBe(true);
    expect(await accessibilityProblems(own)).toEqual([]);
    await own.keyboard.type("for the seminar");
    await own.keyboard.press("Enter");
    const notes = () => own.$$eval(".note-line > span", (lines) => lines.map((line) => line.textContent));
    await expect.poll(notes).toEqual(["for the seminar"]);
    await stage.driver.stopBackground();
    await own.close();
    const second = await savedIn();
    const { ids } = second;
    ({ own } = second);
    await expect.poll(notes).toEqual(["for the seminar"]);
    await own.bringToFront();
    await own.keyboard.press("/");
    await expect.poll(() => own.evaluate(() => document.activeElement?.matches("[type=search]"))).toBe(true);
    await own.keyboard.type("nowhere");
    await expect.poll(ids).toEqual([]);
    for (let left = "nowhere".length; left > 0; left -= 1) await own.keyboard.press("Backspace");
    await own.keyboard.type("seminar");
    await expect.poll(ids).toEqual([id]);
    expect(await accessibilityProblems(own)).toEqual([]);
    await own.close();
    await page.reload();
  });

  test("a page of a reader without marks gets no script of marks", async () => {
    const page = await stage.visit(LIST);
    await settledBadgeIds(page, 5);
    await page.waitForSelector("hot-paper-list");
    expect(await page.$$("hot-paper >>> hot-paper-mark")).toEqual([]);
  });
});

async function ours(page: Page): Promise<string> {
  await openClosedRoots(page);
  return page.evaluate(() =>
    [...document.querySelectorAll("hot-paper")]
      .map((badge) => badge.shadowRoot?.querySelector("hot-paper-talk")?.shadowRoot?.textContent ?? "")
      .join(" "),
  );
}
