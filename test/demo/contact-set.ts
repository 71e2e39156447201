/**
 * Pictures of every page and state, light and dark, narrow and wide, in both browsers, to be looked at: `node test/demo/contact-set.ts`
 * after a build. They go to `.output/pictures`, with a page that shows them side by side. Words narrow it down: `… options dark`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveWhole, ask } from "../e2e/ask.ts";
import { pressBadge } from "../e2e/badges.ts";
import { browserNames } from "../e2e/harness/browsers.ts";
import { type Driver, launch } from "../e2e/harness/driver.ts";
import { openWorld } from "../e2e/harness/world.ts";
import { ourLinks } from "../e2e/page-content.ts";
import { until } from "../e2e/until.ts";
import { wholePage } from "../e2e/whole-page.ts";

const FOLDER = ".output/pictures";
const WIDTHS = [360, 1280];
const SEED = "2108.04840";
const DAY = "popup.html#2021-08-12";

interface State {
  /** A page of ours, or of arXiv if it begins with `/`. */
  path: string;
  /** What is done before the picture. */
  act?: (page: Page) => Promise<unknown>;
  /** What shows when the page is whole, if that is not as usual. */
  ready?: string;
  /** The whole length of the page. */
  long?: boolean;
}

const press = async (page: Page, ...keys: Parameters<Page["keyboard"]["press"]>[0][]) => {
  await page.bringToFront();
  for (const key of keys) await page.keyboard.press(key);
};
const conversation = async (page: Page) => {
  await pressBadge(page, SEED);
  await until(async () => (await ourLinks(page)).length > 0);
};
const filters = async (page: Page) => {
  await page.click("[aria-label^=Filters]");
  await page.waitForSelector("input[name=exclude]");
};

const STATES: Record<string, State> = {
  popup: { path: DAY },
  "popup-newest": { path: "popup.html" },
  "popup-marked": { path: DAY, act: (page) => press(page, "j", "j", "j", "j", "s", "s") },
  "popup-posts": {
    path: DAY,
    async act(page) {
      for (const door of (await page.$$(`[data-hot-paper="${SEED}"] .disclosure`)).slice(0, 2))
        await door.click();
    },
  },
  "popup-filters": { path: DAY, act: filters },
  "popup-nothing": {
    path: DAY,
    async act(page) {
      await press(page, "/");
      await page.waitForSelector("#search input");
      await page.keyboard.type("no such words");
      await page.waitForSelector(".empty-digest");
    },
  },
  "popup-empty": { path: "popup.html#2020-12-07" },
  "popup-all-time": { path: "popup.html#all", ready: "[data-hot-paper]:nth-child(8)" },
  help: { path: DAY, act: (page) => press(page, "?") },
  saved: { path: "popup.html#saved", ready: "[data-hot-paper]" },
  sidepanel: { path: "sidepanel.html" },
  options: { path: "options.html", long: true },
  welcome: { path: "welcome.html", long: true },
  archive: { path: "archive.html#2021-08-12" },
  "archive-paper": { path: `archive.html#paper/${SEED}` },
  "arxiv-abs": { path: `/abs/${SEED}`, act: conversation },
  "arxiv-next-abs": { path: `/abs/${SEED}?layout=next`, act: conversation },
  "arxiv-list": { path: "/list/cs.CL/2021-08", act: conversation },
  "arxiv-search": { path: "/search/?query=attention&searchtype=all" },
};

async function open(driver: Driver, { path, ready }: State, width: number): Promise<Page> {
  const size = { width, height: 760 };
  if (path.startsWith("/")) {
    const page = await driver.open("about:blank");
    await page.setViewport(size);
    await page.goto(`https://arxiv.org${path}`);
    await page.waitForSelector("[data-hot-paper]");
    return page;
  }
  const page = await driver.open(driver.extensionUrl(path));
  await page.setViewport(size);
  // In a narrow window the full page has its pictures behind a button.
  if (ready) await page.waitForSelector(ready);
  else await wholePage(page, width < 900 ? path.replace(/^archive\.html#2/u, "popup.html#2") : path);
  return page;
}

const wanted = process.argv.slice(2);
const taken: string[] = [];
const isWanted = (file: string) => wanted.every((word) => file.includes(word));
async function take(driver: Driver, theme: string, states: Record<string, State>) {
  for (const [name, state] of Object.entries(states))
    for (const width of WIDTHS) {
      const file = `${name}-${width}-${driver.name}-${theme}`;
      if (!isWanted(file)) continue;
      const page = await open(driver, state, width);
      await state.act?.(page);
      await page.screenshot({ path: `${FOLDER}/${file}.png`, fullPage: state.long ?? false });
      await page.close();
      taken.push(file);
    }
}

/** What there is to see once the reader has deleted everything. */
const DELETED: Record<string, State> = {
  "deleted-popup": { path: "popup.html", ready: ".state" },
  "deleted-archive": { path: "archive.html", ready: ".state" },
};

mkdirSync(FOLDER, { recursive: true });
const world = await openWorld({ hosts: ARXIV_HOSTS, reply: arxivReply });
for (const browser of browserNames)
  for (const theme of ["light", "dark"]) {
    const files = Object.keys({ ...STATES, ...DELETED }).flatMap((name) =>
      WIDTHS.map((width) => `${name}-${width}-${browser}-${theme}`),
    );
    if (!files.some(isWanted)) continue;
    const driver = await launch(browser, { proxyPort: world.port, dark: theme === "dark" });
    const page = await driver.open(driver.extensionUrl(DAY));
    await archiveWhole(page);
    await wholePage(page, DAY);
    await press(page, "j", "s", "j", "s", "j", "r");
    await page.waitForSelector(".undo-notice button");
    await take(driver, theme, STATES);
    await ask<"deleteEverything">(page, { type: "deleteEverything" });
    await page.close();
    await take(driver, theme, DELETED);
    await driver.close();
    console.log(browser, theme);
  }
await world.close();
const figure = (name: string) =>
  `<figure><img src="${name}.png" loading="lazy"><figcaption>${name}</figcaption></figure>`;
writeFileSync(
  `${FOLDER}/index.html`,
  `<!doctype html><meta charset="utf-8"><title>Every page</title><style>
body { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px; background: #777; font: 11px sans-serif; }
figure { margin: 0; } img { height: 380px; } </style>\n${taken.toSorted().map(figure).join("\n")}\n`,
);
