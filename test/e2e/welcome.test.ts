import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveWhole } from "./ask.ts";
import { browserNames } from "./harness/browsers.ts";
import { builds, type Driver, launch, welcomePages } from "./harness/driver.ts";
import { copyExtension } from "./harness/extension-copy.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type World } from "./harness/world.ts";
import { strangeRequests } from "./requests.ts";
import { pressButton } from "./options-page.ts";

describe.each(browserNames)("%s", (name) => {
  if (!needBrowser(name)) return;
  const copy = copyExtension(builds[name]);
  let world: World;
  let driver: Driver;
  beforeAll(async () => {
    copy.setVersion("0.9.0");
    world = await openWorld({ hosts: ARXIV_HOSTS, reply: arxivReply });
    driver = await launch(name, { proxyPort: world.port, extension: copy.folder, welcome: true });
  });
  afterAll(async () => {
    await driver?.close();
    await world?.close();
    copy.remove();
  });
  const welcomes = () => welcomePages(driver);

  test("one page opens after the installation, an update opens none and is told in the popup, once", async () => {
    await expect.poll(async () => (await welcomes()).length).toBe(1);
    const [welcome] = await welcomes();
    const words = () => welcome?.evaluate(() => document.body.innerText);
    for (const part of ["Hot Papers is ready", "lets Hot Papers run on arXiv", "Alt+Shift+H"])
      await expect.poll(words).toContain(part);
    expect(strangeRequests(name, world, new Set()), "nobody is asked for anything").toEqual([]);
    await welcome?.close();

    copy.setVersion("1.0.0");
    await driver.install();
    const popup = await driver.open(driver.extensionUrl("popup.html"));
    await archiveWhole(popup);
    const told = () => popup.evaluate(() => document.body.innerText.includes("New in 1.0.0:"));
    await expect.poll(told).toBe(true);
    await pressButton(popup, "Got it");
    await expect.poll(told).toBe(false);
    expect(await welcomes()).toEqual([]);
    const again = await driver.open(driver.extensionUrl("popup.html"));
    await again.waitForSelector("[data-hot-paper]");
    expect(await again.evaluate(() => document.body.innerText)).not.toContain("New in 1.0.0:");
  });
});
