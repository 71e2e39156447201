/** The pictures for the stores, in the sizes that they want (assets/store/pictures): screenshots, a tile and a marquee. */
import { mkdirSync, readFileSync } from "node:fs";
import type { Page, Viewport } from "puppeteer-core";
import { archiveWhole } from "../e2e/ask.ts";
import { pressBadge } from "../e2e/badges.ts";
import type { Driver } from "../e2e/harness/driver.ts";
import { openControl, pressControl } from "../e2e/list-control.ts";
import { ourLinks } from "../e2e/page-content.ts";
import { until } from "../e2e/until.ts";
import { wholePage } from "../e2e/whole-page.ts";
import { DEMO_PAGES } from "./tour.ts";

const FOLDER = "assets/store/pictures";
const SEED = "2108.04840";
const DAY = "2021-08-12";
/** The newest of the bundled days, and the day after it: pictures are taken then, so that they tell of no old lists, whenever that is. */
const NEWEST = "2026-08-07";
const MONTH = "month/2021-06";
const TODAY = Date.UTC(2026, 7, 8, 12);
const SCREEN = { width: 1280, height: 800 };
/** As large as a screen when it has been taken, with larger letters. */
const CLOSER = { width: 1024, height: 640, deviceScaleFactor: 1.25 };
const POPUP = { width: 420, height: 600, deviceScaleFactor: 2 };

interface Opening {
  size: Viewport;
  dark?: boolean;
}

async function openAt(driver: Driver, url: string, { size, dark = false }: Opening): Promise<Page> {
  const page = await driver.open("about:blank");
  await page.setViewport(size);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.evaluateOnNewDocument((today) => {
    const later = today - Date.now();
    const now = Date.now.bind(Date);
    globalThis.Date = class extends Date {
      constructor(...parts: [] | [number]) {
        if (parts.length === 0) super(now() + later);
        else super(...parts);
      }
      static override now = () => now() + later;
    } as DateConstructor;
  }, TODAY);
  await page.goto(url);
  return page;
}

/** A page of our arXiv without what it says of itself: its header, and its placeholder abstracts. */
async function openArxiv(driver: Driver, url: string, size: Viewport): Promise<Page> {
  const page = await openAt(driver, url, { size });
  await page.addStyleTag({
    content: "header { display: none !important; } blockquote.abstract { visibility: hidden; }",
  });
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = `${FOLDER}/${name}.png` as const;
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

async function conversation(driver: Driver): Promise<Page> {
  const page = await openArxiv(driver, DEMO_PAGES.abstract, CLOSER);
  await pressBadge(page, SEED);
  await until(async () => (await ourLinks(page)).length > 0);
  await page.mouse.move(0, CLOSER.height - 1); // over nothing
  return page;
}

async function list(driver: Driver): Promise<Page> {
  const page = await openArxiv(driver, DEMO_PAGES.list, SCREEN);
  await page.waitForSelector("hot-paper-list");
  await pressControl(page, "Hottest first");
  await openControl(page);
  return page;
}

async function ourPage(driver: Driver, path: string, opening: Opening): Promise<Page> {
  return wholePage(await openAt(driver, driver.extensionUrl(path), opening), path);
}

/** A month, and what its fields talked about, in the dark. */
async function categories(driver: Driver): Promise<Page> {
  const page = await ourPage(driver, `archive.html#${MONTH}`, { size: SCREEN, dark: true });
  // At once: a scroll that is still on its way would not be in the picture.
  await page.$eval(".category-heat", (heat) =>
    heat.parentElement?.scrollIntoView({ behavior: "instant", block: "start" }),
  );
  return page;
}

/** The popup, twice as sharp, as the address of a picture. */
async function popup(driver: Driver, day: string, dark: boolean): Promise<string> {
  const page = await ourPage(driver, `popup.html#${day}`, { size: POPUP, dark });
  const picture = await page.screenshot({ encoding: "base64" });
  await page.close();
  return `data:image/png;base64,${picture}`;
}

const ICON = readFileSync("assets/icon.svg", "utf8").replace("<svg ", '<svg class="icon" ');

/** Colours of components/tokens.css. */
const STYLE = `
* { box-sizing: border-box; margin: 0; }
body { display: flex; overflow: hidden; height: 100vh; background: #fff7ed; color: #1c1917; font-family: "Liberation Sans", Arial, sans-serif; }
h1 { font-weight: 700; letter-spacing: -0.02em; line-height: 1.1; }
p { color: #57534e; line-height: 1.35; }
.icon { display: block; flex: none; }
.icon > rect { fill: #c2410c; } .icon > g { fill: #fff7ed; }
.popup { display: block; border-radius: 12px; box-shadow: 0 0 0 1px #0001, 0 18px 48px #43140733; }
`;

/** A page of ours around pictures. */
async function compose(driver: Driver, name: string, size: Viewport, content: string): Promise<void> {
  const page = await driver.open("about:blank");
  await page.setViewport(size);
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${content}`);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await shoot(page, name);
}

const bothPopups = (light: string, dark: string) => `<style>
  body { flex-direction: column; align-items: center; justify-content: center; gap: 36px; }
  h1 { font-size: 40px; } .row { display: flex; gap: 56px; }
</style>
<h1>The hot papers of a day, light or dark</h1>
<div class="row"><img class="popup" width="420" src="${light}"><img class="popup" width="420" src="${dark}"></div>`;

const tile = `<style>
  body { flex-direction: column; align-items: center; justify-content: center; gap: 14px; text-align: center; }
  .icon { width: 96px; height: 96px; } h1 { font-size: 46px; } p { font-size: 22px; }
</style>
${ICON}<h1>Hot Papers</h1><p>What people talk about on arXiv</p>`;

const marquee = (light: string) => `<style>
  body { align-items: center; padding-left: 104px; gap: 104px; }
  .icon { width: 120px; height: 120px; margin-bottom: 32px; }
  h1 { font-size: 84px; margin-bottom: 24px; } p { font-size: 36px; width: 620px; }
  .popup { align-self: flex-start; margin-top: 56px; }
</style>
<div>${ICON}<h1>Hot Papers</h1><p>See on arXiv which papers people talk about. What you read stays in your browser.</p></div>
<img class="popup" width="460" src="${light}">`;

/** Takes all of them in one browser. */
export async function takeStorePictures(driver: Driver): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const first = await driver.open(driver.extensionUrl(`popup.html#${DAY}`));
  await archiveWhole(first);
  await first.close();

  await shoot(await conversation(driver), "screenshot-1-conversation");
  await shoot(await list(driver), "screenshot-2-list");
  const light = await popup(driver, NEWEST, false);
  const dark = await popup(driver, DAY, true);
  await compose(driver, "screenshot-3-hot-list", SCREEN, bothPopups(light, dark));
  const fullPage = await ourPage(driver, `archive.html#${NEWEST}`, { size: SCREEN });
  await shoot(fullPage, "screenshot-4-full-page");
  await shoot(await categories(driver), "screenshot-5-categories");
  await compose(driver, "tile-440x280", { width: 440, height: 280 }, tile);
  await compose(driver, "marquee-1400x560", { width: 1400, height: 560 }, marquee(light));
}
