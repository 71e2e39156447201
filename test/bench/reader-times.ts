/** (h): the hot list. The popup against an empty page of the same extension, then long lists and the search in it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveWhole } from "../e2e/ask.ts";
import type { BrowserName } from "../e2e/harness/browsers.ts";
import { builds, type Driver, launch } from "../e2e/harness/driver.ts";
import { copyExtension } from "../e2e/harness/extension-copy.ts";
import { openWorld } from "../e2e/harness/world.ts";
import { PREFERENCES } from "./actors.ts";
import { median } from "./statistics.ts";
import { figure, type Result } from "./table.ts";
import { tell } from "./tell.ts";

const EMPTY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>Empty</p></html>';

/**
 * When the first text of the list was painted (of the empty page: its only one), in ms since the page was asked for; if something else
 * of the page was larger, when that was. If there is a picture of its last list, the popup shows that first: then it is its first paint.
 */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const pictured = localStorage.getItem("lastPicture")?.includes('"paper"') === true;
        const type = pictured ? "paint" : "largest-contentful-paint";
        new PerformanceObserver((list) => {
          const paints = list.getEntries() as (PerformanceEntry & { element?: Element | null })[];
          const found = paints.find(({ name, element }) =>
            pictured ? name === "first-contentful-paint" : element?.matches(".paper *, body > p"),
          );
          const wanted = found ?? (document.querySelector(".paper") ? paints.at(-1) : undefined);
          if (wanted) resolve(wanted.startTime);
        }).observe({ type, buffered: true });
      }),
  );
}

/** In Firefox pages of extensions send no load events, so the wait is ours. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: [] });
  await page.waitForFunction(
    (wanted) => document.readyState === "complete" && location.href === wanted,
    {},
    address,
  );
}

async function opening(driver: Driver, rounds: number): Promise<Result> {
  const page = await driver.open("about:blank");
  const times = { popup: [] as number[], empty: [] as number[] };
  for (let at = -2; at < rounds; at++)
    for (const what of ["popup", "empty"] as const) {
      await goTo(page, driver.extensionUrl(`${what}.html`));
      const took = await firstPaint(page);
      if (at >= 0) times[what].push(took); // the first ones warm up
    }
  await page.close();
  const [own, empty] = [median(times.popup), median(times.empty)];
  return {
    letter: "h",
    what: "popup to its first list painted, against an empty page: ours / empty, ms",
    text: `${figure(own)} / ${figure(empty)} = ${(own / empty).toFixed(2)}`,
    target: "≤ 1.5",
    reached: own / empty <= 1.5,
  };
}

/** Chooses a window as a reader does, and gives the time until its list was painted, in ms. */
function switchTo(page: Page, span: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const select = document.querySelector<HTMLSelectElement>("select:has(option[value=all])");
    if (!select) throw new Error("no choice of windows");
    select.focus(); // a reader who chooses has the pointer or the focus there first
    await new Promise((resolve) => {
      setTimeout(resolve, 600);
    });
    const heading = () => document.querySelector("#period")?.textContent;
    const before = heading();
    const start = performance.now();
    select.value = wanted;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    while (heading() === before)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
    return performance.now() - start;
  }, span);
}

/** Scrolls to the end, a screen for each frame, and gives the long tasks meanwhile, in ms. */
function scrollThrough(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const long: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ type: "longtask" });
    const place = document.querySelector(".list-scroller");
    if (!place) throw new Error("no list");
    while (place.scrollTop < place.scrollHeight - place.clientHeight - 1) {
      place.scrollTop += 500;
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    return long;
  });
}

/** Types a word and gives the time from each key to the list that it leaves, in ms. */
function search(page: Page, word: string): Promise<number[]> {
  return page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>("input[type=search]");
    const shown = () => document.querySelector(".summary output")?.textContent;
    if (!field) throw new Error("no search");
    const times: number[] = [];
    for (let length = 1; length <= typed.length; length++) {
      const before = shown();
      const start = performance.now();
      field.value = typed.slice(0, length);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      while (shown() === before && performance.now() - start < 10_000)
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
      times.push(performance.now() - start);
    }
    return times.slice(1); // the first one also reads the texts
  }, word);
}

/** Each letter of it leaves fewer papers of the archive. */
const WORD = "transf";

async function longList(driver: Driver, rounds: number): Promise<Result[]> {
  const page = await driver.open(driver.extensionUrl("popup.html#2021-08-12"));
  await page.setViewport({ width: 400, height: 600 });
  // The picture of the last list, which is there before, is of another day.
  await page.waitForFunction(() =>
    document.querySelector("#period")?.textContent?.includes("12 August 2021"),
  );
  const switched: number[] = [];
  for (let at = 0; at < rounds; at++) {
    switched.push(await switchTo(page, "all"));
    if (at < rounds - 1) await switchTo(page, "day");
  }
  const took = median(switched);
  const results: Result[] = [
    {
      letter: "h",
      what: "from a day to all time, 9,782 papers, until painted, ms",
      text: figure(took),
      target: "≤ 100",
      reached: took <= 100,
    },
  ];
  if (driver.name === "chromium") {
    const long = await scrollThrough(page);
    results.push({
      letter: "h",
      what: "long tasks while scrolling through all of them (the longest, ms)",
      text: `${long.length} (${figure(Math.max(0, ...long))})`,
      target: "0",
      reached: long.length === 0,
    });
  }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()); // in the choice of windows a key chooses
  await page.keyboard.press("/");
  await page.waitForSelector("input[type=search]");
  const keys = await search(page, WORD);
  results.push({
    letter: "h",
    what: "a key of the search over the whole archive, the slowest, ms",
    text: figure(Math.max(...keys)),
    target: "≤ 50",
    reached: Math.max(...keys) <= 50,
  });
  await page.close();
  return results;
}

export async function readerTimes(name: BrowserName, rounds: number): Promise<Result[]> {
  tell(`${name}: the hot list`);
  const copy = copyExtension(builds[name]);
  writeFileSync(join(copy.folder, "empty.html"), EMPTY);
  const world = await openWorld({ hosts: ARXIV_HOSTS, reply: arxivReply });
  try {
    const driver = await launch(name, {
      extension: copy.folder,
      proxyPort: world.port,
      preferences: PREFERENCES,
    });
    try {
      const page = await driver.open(driver.extensionUrl("popup.html"));
      await archiveWhole(page);
      await page.close();
      return [await opening(driver, rounds), ...(await longList(driver, rounds))];
    } finally {
      await driver.close();
    }
  } finally {
    await world.close();
    copy.remove();
  }
}
