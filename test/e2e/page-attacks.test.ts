/** Scripts of the page, arXiv's own or another extension's, are not to be trusted: what they try here must come to nothing. */
import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { pressBadge, readBadges, settledBadgeIds } from "./badges.ts";
import { openClosedRoots, ours, pressOurs, untilCounted } from "./closed-roots.ts";
import { browserNames } from "./harness/browsers.ts";
import { listedIds, pressControl } from "./list-control.ts";
import { openConversationText } from "./page-content.ts";
import { useStage } from "./stage.ts";
import { until } from "./until.ts";

const SEED = "2108.04840";
const ABSTRACT = `/abs/${SEED}`;
const LIST = "/list/cs.CL/2021-08";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

/** Runs in the page: presses all that a script can reach, by all kinds of events, also within open shadow roots. */
function pressEverything() {
  const within = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const reached = within(document).filter((element) => {
    const root = element.getRootNode();
    return root instanceof ShadowRoot || element.localName.startsWith("hot-paper");
  });
  for (const element of reached) {
    for (const type of ["pointerover", "pointerdown", "mousedown", "click", "auxclick"])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
    (element as HTMLElement).click?.();
    for (const key of ["Enter", " ", "j", "k"])
      element.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }),
      );
  }
  return reached.length;
}

/** Runs in the page: all words in shadow roots that a script can read. */
function readEverything() {
  const texts = (root: Document | ShadowRoot): string[] =>
    [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot ? [shadowRoot.textContent ?? "", ...texts(shadowRoot)] : [],
    );
  return texts(document).join("\n");
}

/** Runs in the page: which of these keys does something, told by what it changes. */
function keysThatDoSomething(keys: readonly string[]) {
  return keys.filter((key) => {
    const code = `Key${key.toUpperCase()}`;
    const event = new KeyboardEvent("keydown", {
      key,
      code,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    document.body.dispatchEvent(event);
    const moved = document.activeElement !== document.body;
    (document.activeElement as HTMLElement).blur();
    return moved || event.defaultPrevented;
  });
}

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  /** Tabs of the browser, which an extension's page counts. */
  const tabs = async (own: Page) => own.evaluate(async () => (await browser.tabs.query({})).length);
  const keptView = (own: Page) =>
    own.evaluate(async () => (await browser.storage.local.get("listView"))["listView"]);

  test("made-up presses and keys open no conversation, change no view and tell no keys", async () => {
    const own = await stage.openOwn("options.html");
    const page = await stage.visit(LIST);
    await settledBadgeIds(page, 5);
    await page.waitForSelector("hot-paper-list");
    const before = await tabs(own);
    expect(await page.evaluate(pressEverything)).toBeGreaterThan(10);
    expect(await page.evaluate(keysThatDoSomething, "abcdefghijklmnopqrstuvwxyz".split(""))).toEqual([]);
    expect(await page.$$("hot-paper[data-hot-paper] >>> [aria-expanded=true]")).toEqual([]);
    expect(await keptView(own)).toBeUndefined();
    expect(await tabs(own)).toBe(before);
  });

  test("nothing of an open conversation and of the list control can be read or pressed", async () => {
    const own = await stage.openOwn("options.html");
    for (const path of [ABSTRACT, LIST]) {
      const page = await stage.visit(path);
      await pressBadge(page, SEED);
      await page.waitForSelector("hot-paper >>> hot-paper-talk");
      const shown = async () => (await openConversationTextElsewhere(page)).includes("Copy");
      expect(await until(shown)).toBe(true);
      expect(await page.evaluate(readEverything)).not.toMatch(/What people said|Copy|See also|in a digest/u);
      const before = await tabs(own);
      await page.evaluate(pressEverything);
      expect(await tabs(own)).toBe(before);
      expect(stage.world.hits.filter(({ hostname }) => !hostname.endsWith("arxiv.org"))).toEqual([]);
      await page.reload(); // otherwise the next test would find the roots opened
    }
  });

  test("a bare event takes no badges away", async () => {
    const page = await stage.visit(LIST);
    const all = await settledBadgeIds(page, 5);
    await page.evaluate(() => {
      for (const target of [document, window]) {
        target.dispatchEvent(new Event("hot-papers-started"));
        for (const type of [
          "visibilitychange",
          "pageshow",
          "focus",
          "readystatechange",
          "resize",
          "pagehide",
        ])
          target.dispatchEvent(new Event(type));
      }
    });
    expect(await settledBadgeIds(page, all.length)).toEqual(all);
    expect((await readBadges(page)).every(({ visible }) => visible)).toBe(true);
    await pressBadge(page, all[0] ?? "");
    expect(await until(async () => (await openConversationText(page)).includes("Copy"))).toBe(true);
  });

  test.each([
    ["made almost invisible", (host: HTMLElement) => host.style.setProperty("opacity", "0.01", "important")],
    [
      "drawn very small",
      (host: HTMLElement) => host.style.setProperty("transform", "scale(0.2)", "important"),
    ],
    [
      "under a cover that lets presses through",
      () => {
        const cover = document.createElement("div");
        cover.style.cssText = "position:fixed;inset:0;background:#fff;z-index:99999;pointer-events:none";
        cover.id = "cover";
        document.body.append(cover);
      },
    ],
  ] as const)("a person's press on what is %s opens no tab and asks no network", async (_what, hide) => {
    const own = await stage.openOwn("options.html");
    const page = await stage.visit(ABSTRACT);
    await pressBadge(page, SEED);
    const look = await ours(page, ".look .press");
    const day = await ours(page, ".entry .link");
    await page.$eval(`[data-hot-paper="${SEED}"]`, hide as (host: Element) => void);
    // As long as such a page has to wait for a press too.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
    const before = await tabs(own);
    await day.click();
    await look.click();
    expect(await until(async () => (await openConversationText(page)).includes("nothing was done"))).toBe(
      true,
    );
    expect(await tabs(own)).toBe(before);
    expect(await look.evaluate(({ textContent }) => textContent)).toBe("Look now");
  });

  test("one press opens one tab, however long its key is held down", async () => {
    const own = await stage.openOwn("options.html");
    const page = await stage.visit(ABSTRACT);
    await page.bringToFront();
    await pressBadge(page, SEED);
    const before = await tabs(own);
    const day = await ours(page, ".entry .link");
    await day.focus();
    await untilCounted(day, async () => {
      for (let repeats = 0; repeats < 6; repeats += 1) await page.keyboard.down("Enter");
      await page.keyboard.up("Enter");
    });
    await expect.poll(() => tabs(own)).toBeGreaterThan(before);
    // Tabs open in the order of their presses: with the next one all of the first key are there.
    await page.bringToFront();
    await day.focus();
    await untilCounted(day, () => page.keyboard.press("Enter"));
    await expect.poll(() => tabs(own)).toBeGreaterThan(before + 1);
    expect(await tabs(own)).toBe(before + 2);
  });

  test("a person's own presses do what they say", async () => {
    const own = await stage.openOwn("options.html");
    const list = await stage.visit(LIST);
    const { all } = await listedIds(list);
    await pressControl(list, "Hot only");
    expect((await listedIds(list)).shown.length).toBeLessThan(all.length);
    await pressControl(list, "All");
    const page = await stage.visit(ABSTRACT);
    await page.bringToFront();
    await pressBadge(page, SEED);
    const before = await tabs(own);
    await pressOurs(page, ".entry .link");
    await expect.poll(() => tabs(own)).toBe(before + 1);
  });
});

/** What a conversation says, read without leaving its root open for the page. */
async function openConversationTextElsewhere(page: Page): Promise<string> {
  await openClosedRoots(page);
  const words = await openConversationText(page);
  await page.evaluate(() => {
    for (const { shadowRoot } of document.querySelectorAll("hot-paper"))
      for (const talk of shadowRoot?.querySelectorAll("hot-paper-talk") ?? [])
        Reflect.deleteProperty(talk, "shadowRoot");
    for (const list of document.querySelectorAll("hot-paper-list"))
      Reflect.deleteProperty(list, "shadowRoot");
  });
  return words;
}
