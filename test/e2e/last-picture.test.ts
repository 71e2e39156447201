import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { browserNames } from "./harness/browsers.ts";
import { builds } from "./harness/driver.ts";
import { copyExtension } from "./harness/extension-copy.ts";
import { useStage } from "./stage.ts";

/** Where everything is that a reader sees of the list. */
const places = (popup: Page) =>
  popup.$$eval("#popup :is(h1, h2, select, .paper h3, .paper svg, footer a)", (all) =>
    all
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.top < innerHeight)
      .map(({ element, box }) => [element.textContent, box.x, box.y, box.width, box.height].join(" ")),
  );
const isInert = (popup: Page) => popup.$eval("#popup", (place) => (place as HTMLElement).inert);

describe.each(browserNames)("%s", (name) => {
  const copy = copyExtension(builds[name]);
  afterAll(copy.remove);
  const stage = useStage(name, { extension: copy.folder });

  test("the popup opens with a picture of its last list, and becomes the list without moving", async () => {
    const first = await stage.openOwn("popup.html");
    await first.waitForSelector("[data-hot-paper]");
    const kept = () => first.evaluate(() => localStorage.getItem("lastPicture") ?? "");
    await expect.poll(kept).toContain("AgentOPSD");
    const seen = await places(first);
    expect(seen.length).toBeGreaterThan(5);
    await first.close();

    // Only the picture: the scripts of the page itself do not come.
    const scripts = readdirSync(join(copy.folder, "chunks")).map((file) => join(copy.folder, "chunks", file));
    const contents = scripts.map((file) => readFileSync(file));
    try {
      for (const file of scripts) writeFileSync(file, "");
      const pictured = await stage.openOwn("popup.html");
      await pictured.waitForSelector(".paper");
      expect(await isInert(pictured)).toBe(true);
      expect(await pictured.$("[data-hot-paper], a[href]")).toBeNull();
      expect(await places(pictured)).toEqual(seen);
      await pictured.close();
    } finally {
      scripts.forEach((file, at) => writeFileSync(file, contents[at] ?? ""));
    }

    const again = await stage.openOwn("popup.html");
    await again.waitForSelector("[data-hot-paper]");
    expect(await isInert(again)).toBe(false);
    expect(await again.$$("h1")).toHaveLength(1);
    await expect.poll(() => places(again)).toEqual(seen);
  });

  test("the panel beside a page, drawn by the same script, leaves the popup's picture alone", async () => {
    // Written by a page that keeps none: a popup might keep its own once more, over this one.
    const options = await stage.openOwn("options.html");
    await options.evaluate(() => localStorage.setItem("lastPicture", "kept"));
    await options.close();
    const panel = await stage.openOwn("sidepanel.html");
    await panel.waitForSelector("[data-hot-paper]");
    // A picture is kept when the page is idle: ours is asked for after any of the page's own.
    const idle = () => panel.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    for (let times = 0; times < 3; times++) await idle();
    expect(await panel.evaluate(() => localStorage.getItem("lastPicture"))).toBe("kept");
    await panel.close();
  });

  test("of what is deleted no picture stays", async () => {
    const popup = await stage.openOwn("popup.html");
    await popup.waitForSelector("[data-hot-paper]");
    await popup.close();
    const options = await stage.openOwn("options.html");
    const picture = () => options.evaluate(() => localStorage.getItem("lastPicture"));
    await expect.poll(picture).not.toBeNull();
    await ask<"deleteEverything">(options, { type: "deleteEverything" });
    await expect.poll(picture).toBeNull();
  });
});
