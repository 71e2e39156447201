/** What people said, loaded where the reader pressed: on arXiv's page, in the popup's row, in the full page's details. */
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { unpackDigests } from "../../lib/digest/pack.ts";
import { writeMarkdown } from "../../lib/digest/write-markdown.ts";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveWhole, ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge } from "./badges.ts";
import { ours, pressOurs } from "./closed-roots.ts";
import { browserNames } from "./harness/browsers.ts";
import { type Driver, launch } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type Reply, type World } from "./harness/world.ts";
import { until } from "./until.ts";

/** In the bundled digest of 12 August 2021; our arXiv has its abstract page. */
const PAPER = "2108.04840";
const FILES = "cdn.jsdelivr.net";

const bundled = unpackDigests(readFileSync("assets/public/bundled-digests.json", "utf8")).archive ?? [];
const days = bundled.map(({ date }) => date);
const daysOf = (month: string) => days.filter((day) => day.startsWith(month));

const said = (id: string, post: string) => `Of ${id} I say this in ${post}`;
/** The same day with words of our own. */
const withTexts = (digest: Digest): Digest => ({
  ...digest,
  papers: digest.papers.map((paper) => ({
    ...paper,
    abstract: `All about ${paper.id}.`,
    posts: paper.posts.map((post) => ({ ...post, text: said(paper.id, post.id) })),
  })),
});
const markdown = new Map(bundled.map((digest) => [digest.date, writeMarkdown(withTexts(digest))]));
const dayIn = (path: string) => /posts\/(\d{4}-\d\d-\d\d)---Hot-Papers\.md$/u.exec(path)?.[1] ?? path;

describe.each(browserNames)("%s", (name) => {
  if (!needBrowser(name)) return;
  let world: World;
  let driver: Driver;
  let options: Page;

  const reply = (url: URL): Reply | undefined => {
    if (url.hostname !== FILES) return arxivReply(url);
    const body = markdown.get(dayIn(url.pathname));
    const headers = { "access-control-allow-origin": "*" };
    return { ...(body === undefined && { status: 404 }), type: "text/markdown", body: body ?? "", headers };
  };
  /** Days whose files were asked for since `from`. */
  const asked = (from = 0) =>
    world.hits
      .slice(from)
      .filter(({ hostname }) => hostname === FILES)
      .map(({ pathname }) => dayIn(pathname));
  /** Nothing before the words came but files of that month; then the rest of it, and each once. */
  const expectMonth = async (month: string, from = 0) => {
    expect(asked(from).filter((day) => !day.startsWith(month)).length).toBeLessThanOrEqual(1);
    const all = daysOf(month);
    await until(async () => asked(from).length >= all.length);
    expect(
      asked(from)
        .filter((day) => day.startsWith(month))
        .toSorted(),
    ).toEqual(all);
  };

  beforeAll(async () => {
    world = await openWorld({ hosts: [...ARXIV_HOSTS, FILES], reply });
    driver = await launch(name, { proxyPort: world.port });
    options = await driver.open(driver.extensionUrl("options.html"));
    await archiveWhole(options);
  });
  afterAll(async () => {
    await driver?.close();
    await world?.close();
  });

  test("in an open conversation they come where the press was, the month of its paper first", async () => {
    const page = await driver.open(`https://arxiv.org/abs/${PAPER}`);
    await pressBadge(page, PAPER);
    await ours(page, ".texts button");
    expect(asked()).toEqual([]);
    await pressOurs(page, ".texts button");
    const words = await ours(page, ".words");
    expect(await words.evaluate(({ textContent }) => textContent)).toContain(`Of ${PAPER} I say this`);
    await expectMonth("2021-08");
    const talk = await ours(page, ".talk");
    expect(await talk.$(".texts button")).toBeNull();

    // The rest follows by itself, one file after the other; the options show how far.
    const before = asked().length;
    await options.bringToFront();
    expect(await until(async () => asked().length > before + 2)).toBe(true);
    expect(new Set(asked()).size).toBe(asked().length);
    const state = () => options.$eval(".archive-words-state", (element) => element.textContent ?? "");
    await expect.poll(state).toMatch(/texts of \d+ of \d+ days/u);
    await page.close();
    await ask(options, { type: "fullTexts", on: false });
  });

  test("in a row of the popup", async () => {
    const popup = await driver.open(`${driver.extensionUrl("popup.html")}#2020-12-10`);
    const from = world.hits.length;
    await popup.locator("[data-hot-paper] .doors button").click();
    await popup.locator(".load-texts .button").click();
    await popup.waitForSelector("[data-hot-paper] .posts .words");
    await expectMonth("2020-12", from);
    await expect.poll(() => popup.$(".load-texts .button")).toBeNull();
    await expect.poll(() => accessibilityProblems(popup)).toEqual([]);
    await popup.close();
    await ask(options, { type: "fullTexts", on: false });
  });

  test("in the details of the full page", async () => {
    const digest = bundled.find(({ date }) => date === "2020-10-13")!;
    const paper = digest.papers.find(({ posts }) => posts.length > 0)!;
    const page = await driver.open(`${driver.extensionUrl("archive.html")}#paper/${paper.id}`);
    const from = world.hits.length;
    await page.locator(".paper-pane .load-texts .button").click();
    await page.waitForSelector(".paper-pane .posts .words");
    await expectMonth("2020-10", from);
    await ask(options, { type: "fullTexts", on: false });
  });
});
