/** (b): how much longer the main thread of a page works because of us. Chromium only: nothing else says so. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "puppeteer-core";
import { type Actor, type Actors, BARE_HOST, PLAIN_HOST } from "./actors.ts";
import { until } from "../e2e/until.ts";
import { ABSTRACT, type BenchPage, LIST, LONG_LIST, NO_HITS } from "./pages.ts";
import { writeEmptyExtension } from "./plain-extension.ts";
import { median } from "./statistics.ts";
import { figure, type Result } from "./table.ts";
import { tell } from "./tell.ts";

/** A tab whose main thread is measured by its own processor time, so that other programs do not count. */
interface MeasuredTab {
  page: Page;
  session: CDPSession;
}

async function openTab({ driver }: Actor): Promise<MeasuredTab> {
  const page = await driver.open("about:blank");
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return { page, session };
}

/** All tasks of the main thread since the last navigation, which starts the sum anew, in ms. */
async function taskTime({ session }: MeasuredTab): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN) * 1000;
}

/** Opens a page and gives the time of all tasks until it is quiet. */
async function timeOf(tab: MeasuredTab, url: string, badges: number): Promise<number> {
  await tab.page.bringToFront();
  // From page to page of one site, as readers go: the process stays.
  await tab.page.goto(url);
  // One look, when all is over: waiting in the page would be work of its main thread.
  await pause(badges > 1000 ? 1500 : 250);
  const after = await taskTime(tab);
  const there = await tab.page.evaluate(() => document.querySelectorAll("[data-hot-paper]").length);
  if (there !== badges) throw new Error(`${url}: ${there} badges in place of ${badges}`);
  return after;
}

const TARGETS: readonly { page: BenchPage; atMost?: number }[] = [
  { page: ABSTRACT },
  { page: LIST, atMost: 5 },
  { page: LONG_LIST },
  { page: NO_HITS, atMost: 1 },
];

/** Two tabs of a browser: one for pages that its extension knows, one for the same pages where it does nothing. */
interface Pair {
  known: MeasuredTab;
  unknown: MeasuredTab;
}

const openPair = async (actor: Actor): Promise<Pair> => ({
  known: await openTab(actor),
  unknown: await openTab(actor),
});

/** How much longer a page takes with an extension, and how long without one, in ms. */
async function addedBy({ known, unknown }: Pair, page: BenchPage, rounds: number) {
  const own: number[] = [];
  const bare: number[] = [];
  for (let at = -1; at < rounds; at++) {
    const here = await timeOf(known, `https://${BARE_HOST}${page.path}`, page.badges);
    const there = await timeOf(unknown, `https://${PLAIN_HOST}${page.path}`, 0);
    if (at < 0) continue; // the first load of a tab also makes its process
    own.push(here);
    bare.push(there);
  }
  return { added: median(own) - median(bare), without: median(bare) };
}

declare const browser: typeof import("webextension-polyfill");

/** 200 words, names and categories, some of which are in each page; ends when the browser has the script that marks them. */
async function followMany({ driver }: Actor): Promise<void> {
  const follows = [
    ...Array.from({ length: 150 }, (_, at) => ({ kind: "words", text: at === 0 ? "learning" : `word${at}` })),
    ...Array.from({ length: 40 }, (_, at) => ({ kind: "author", text: `Ada Wang${at}` })),
    ...["cs.CV", "cs.RO", "cs.SE", "cs.IR", "cs.SD", "cs.NE", "cs.CY", "cs.GR", "cs.HC", "cs.CR"].map(
      (text) => ({ kind: "category", text }),
    ),
  ];
  const options = await driver.open(driver.extensionUrl("options.html"));
  await options.evaluate((all) => browser.storage.local.set({ follows: all }), follows);
  const isMarking = () =>
    options.evaluate(async () => (await browser.scripting.getRegisteredContentScripts()).length > 0);
  if (!(await until(isMarking, 30_000))) throw new Error("nothing is marked");
  await options.close();
}

/**
 * The same pages on a host that an extension knows and on one that it does not, in turn: with ours, with the plain one, and with one
 * whose script is empty, which is what the browser itself takes for any script.
 */
export async function mainThread(actors: Actors, times: number): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-empty-"));
  writeEmptyExtension(folder);
  const empty = await actors.start(folder);
  const pairs = {
    ours: await openPair(actors.ours),
    plain: await openPair(actors.plain),
    empty: await openPair(empty),
  };
  const found: Result[] = [];
  for (const { page, atMost } of TARGETS) {
    tell(`chromium: main thread, ${page.name}`);
    const rounds = page === LONG_LIST ? Math.ceil(times / 3) : times;
    const ours = await addedBy(pairs.ours, page, rounds);
    const plain = await addedBy(pairs.plain, page, rounds);
    const bare = await addedBy(pairs.empty, { ...page, badges: 0 }, rounds);
    found.push({
      letter: "b",
      what: `main thread, processor time added to ${page.name}: ours (plain; an empty script; the page alone), ms`,
      text: `${figure(ours.added)} (${figure(plain.added)}; ${figure(bare.added)}; ${figure(ours.without)})`,
      ...(atMost !== undefined && { target: `≤ ${atMost}`, reached: ours.added <= atMost }),
    });
  }
  tell("chromium: main thread, 200 follows");
  const before = await addedBy(pairs.ours, LONG_LIST, Math.ceil(times / 3));
  await followMany(actors.ours);
  const after = await addedBy(pairs.ours, LONG_LIST, Math.ceil(times / 3));
  found.push({
    letter: "b",
    what: `main thread, processor time that 200 follows add to ${LONG_LIST.name}, with marks and all, ms`,
    text: figure(after.added - before.added),
  });
  for (const { known, unknown } of Object.values(pairs)) {
    await known.page.close();
    await unknown.page.close();
  }
  rmSync(folder, { recursive: true, force: true });
  return found;
}
