/**
 * Firefox for Android, as far as desktop Firefox can stand in for it: without the APIs that it does not have (the manifest of the copy does not
 * ask for them, so the browser does not make them), with its name, a finger as the only pointer, and a screen of 360 x 640.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, describe, expect, test } from "vitest";
import { archiveWhole } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { settledBadgeIds } from "./badges.ts";
import { ours, untilCounted } from "./closed-roots.ts";
import { builds } from "./harness/driver.ts";
import { copyExtension } from "./harness/extension-copy.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { useStage } from "./stage.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

const SEED = "2108.04840";
const PHONE = { width: 360, height: 640 };
/** A finger needs so many px. */
const FINGER = 44;

/** A build for a browser that has no keys, no menus, no keyword in its address bar and no panel. */
function phoneBuild() {
  const copy = copyExtension(builds.firefox);
  const path = join(copy.folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  for (const key of ["commands", "omnibox", "sidebar_action"]) Reflect.deleteProperty(manifest, key);
  const permissions = (manifest["permissions"] as string[]).filter((each) => each !== "contextMenus");
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  return copy;
}

const PAGES = [
  ["the popup", "popup.html", "[data-hot-paper]"],
  ["the popup of a day with tweets", "popup.html#2021-08-12", "[data-hot-paper]"],
  ["the page of saved papers", "popup.html#saved", "main p"],
  ["the full page", "archive.html", "[data-hot-paper]"],
  ["a paper on the full page", `archive.html#paper/${SEED}`, ".paper-pane h2"],
  ["the options page", "options.html", "#follows"],
  ["the welcome page", "welcome.html", ".example"],
] as const;

/** What can be pressed and is smaller than a finger needs, without links and names within a text. */
const tooSmall = (page: Page) =>
  page.evaluate((finger) => {
    const all = [
      ...document.querySelectorAll<HTMLElement>("button, a[href], select, summary, input, label:has(input)"),
    ];
    return all
      .filter((element) => element.checkVisibility() && !element.matches(".unseen, p a, .authors *, .days a"))
      .filter((element) => !element.matches("label :is(input, select), [type=text][readonly]"))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < finger - 0.5 || box.height < finger - 0.5))
      .map(
        ({ element: { localName, className, textContent }, box: { width, height } }) =>
          `${localName}.${className} ${textContent} ${width} x ${height}`,
      );
  }, FINGER);

const widest = (page: Page) =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

async function tap(element: ElementHandle<HTMLElement>) {
  await element.scrollIntoView();
  await element.tap();
}

describe("firefox", () => {
  if (!needBrowser("firefox")) return;
  const copy = phoneBuild();
  afterAll(copy.remove);
  const stage = useStage("firefox", {
    extension: copy.folder,
    preferences: {
      "ui.primaryPointerCapabilities": 1,
      "ui.allPointerCapabilities": 1,
      "dom.w3c_touch_events.enabled": 1,
      "general.useragent.override": "Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0",
    },
  });
  const openOwn = async (path: string) => {
    const page = await stage.openOwn(path);
    await page.setViewport(PHONE);
    return page;
  };

  test("is a browser without what a phone does not have", async () => {
    const page = await openOwn("options.html");
    await archiveWhole(page);
    const has = await page.evaluate(() => [
      ...["commands", "contextMenus", "omnibox", "sidebarAction"].filter(
        (name) => name in browser && browser[name as "commands"] !== undefined,
      ),
      ...(matchMedia("(pointer: coarse)").matches && !matchMedia("(any-hover: hover)").matches
        ? ["finger"]
        : []),
    ]);
    expect(has).toEqual(["finger"]);
  });

  test.each(PAGES)("%s fits the screen, and a finger can press all of it", async (_, path, part) => {
    const page = await openOwn(path);
    await page.waitForSelector(part);
    await expect.poll(() => tooSmall(page)).toEqual([]);
    const [wide, room] = await widest(page);
    expect(wide).toBe(room);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("the options offer no key of the browser's, and the welcome page names the menu", async () => {
    const options = await openOwn("options.html");
    await options.waitForSelector(".jump-keys");
    const text = await options.evaluate(() => document.body.innerText);
    expect(text).not.toContain("Change it in the browser");
    const welcome = await openOwn("welcome.html");
    await expect
      .poll(() => welcome.evaluate(() => document.body.innerText))
      .toContain("Open your browser’s menu, then Extensions, then Hot Papers.");
  });

  test("by finger: a badge opens, its paper is saved, the list shows it; a switch switches", async () => {
    const page = await stage.visit(`/abs/${SEED}`);
    await page.setViewport(PHONE);
    await settledBadgeIds(page, 1);
    const badge = await page.$(`[data-hot-paper="${SEED}"] >>> button`);
    await tap(badge as ElementHandle<HTMLElement>);
    const save = await ours(page, "button", "Save");
    await save.scrollIntoView();
    await untilCounted(save, () => save.tap());
    const saved = await openOwn("popup.html#saved");
    await saved.waitForSelector(`[data-hot-paper="${SEED}"]`);
    const mark = await saved.waitForSelector(`[data-hot-paper="${SEED}"] .mark.saved`);
    await tap(mark as ElementHandle<HTMLElement>);
    await expect.poll(() => saved.$$eval("[data-hot-paper]", ({ length }) => length)).toBe(0);

    const options = await openOwn("options.html");
    const first = await options.waitForSelector(".switch input:not(:disabled)");
    const isOn = () => options.$eval(".switch input", ({ checked }) => checked);
    const before = await isOn();
    await tap(first as ElementHandle<HTMLElement>);
    await expect.poll(isOn).toBe(!before);
    const errors = await options.evaluate(() => browser.storage.local.get("lastErrors"));
    expect(errors["lastErrors"] ?? []).toEqual([]);
  });
});
