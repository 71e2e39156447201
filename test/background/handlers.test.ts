import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Digest } from "../../lib/digest/digest.ts";
import { writeMarkdown } from "../../lib/digest/write-markdown.ts";
import { ask } from "../../lib/messages/ask.ts";
import { changeSettings } from "../../lib/settings/settings.ts";
import { openIndex } from "../../lib/index/open.ts";
import { days } from "../../lib/index/read.ts";
import { asksToLook, targetOf } from "../../lib/hot-list/target.ts";
import { watchRevision } from "../../lib/revision.ts";
import { arxivPage, sendAs } from "../messages/ends.ts";
import { failAtPut } from "../index/fail-at.ts";
import { digest, entry, id, post, twitter } from "../index/made.ts";
import { packOf, startWorker, stopWorker, stored } from "./life.ts";
import { readDay } from "../index/read-day.ts";

const facts = digest("2021-08-12", [entry("2108.04840", 1, { posts: [post("1")] }), "2108.05036"]);
const rich = digest("2021-08-12", [
  entry("2108.04840", 1, {
    abstract: "What it says.",
    counts: [{ ...twitter(10, 1), at: "2021-08-12T23:00:00" }],
    posts: [post("1", { text: "worth reading" })],
  }),
  "2108.05036",
]);

beforeEach(async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  await (
    await startWorker({ pack: packOf(facts, digest("2021-08-13", ["2108.04840"])) })
  ).started;
});
afterEach(stopWorker);

describe("a page of arXiv", () => {
  beforeEach(() => sendAs(arxivPage));

  test("gets the badges of those of its papers that are in a digest", async () => {
    const badges = await ask("lookup", { ids: [id("2108.04840"), id("2108.09999")], group: "list" });
    expect(badges).toMatchObject([{ id: "2108.04840", words: { day: "on 13 Aug 2021" } }]);
  });

  test("gets none if the reader switched its kind of page off, and does elsewhere", async () => {
    const asked = (group: "abstract" | "list") => ask("lookup", { ids: [id("2108.04840")], group });
    await changeSettings({ listBadges: false });
    expect(await asked("list")).toEqual([]);
    expect(await asked("abstract")).toHaveLength(1);
    await changeSettings({ listBadges: true, abstractBadges: false });
    expect(await asked("list")).toHaveLength(1);
    expect(await asked("abstract")).toEqual([]);
  });

  test("gets every entry of a paper for its conversation, newest first, and none of others", async () => {
    expect(await ask("conversation", { id: id("2108.04840") })).toMatchObject([
      { id: "2108.04840", date: "2021-08-13", rank: 1, of: 1, posts: [] },
      {
        id: "2108.04840",
        date: "2021-08-12",
        rank: 1,
        of: 2,
        posts: [{ id: "1", author: { handle: "reader" } }],
      },
    ]);
    expect(await ask("conversation", { id: id("2108.09999") })).toEqual([]);
  });

  test("gets no figures of a conversation if the reader hides them, but whose posts they are", async () => {
    await changeSettings({ hideFigures: true });
    const [, entryOfDay] = await ask("conversation", { id: id("2108.04840") });
    expect(entryOfDay?.counts.map((each) => Object.keys(each))).toEqual([["network"]]);
    expect(entryOfDay?.posts).toHaveLength(1);
  });

  test("opens a day's hot list in a tab, because it may not link to our pages", async () => {
    expect(await ask("openDay", { date: "2021-08-12" })).toBeNull();
    const tabs = await fakeBrowser.tabs.query({});
    expect(tabs.at(-1)?.url).toBe(fakeBrowser.runtime.getURL("/archive.html") + "#2021-08-12");
  });

  describe("that looks at a paper now", () => {
    const contains = vi.fn<() => Promise<boolean>>();
    const look = () => ask("lookNow", { id: id("2108.04840") });
    const opened = async () => (await fakeBrowser.tabs.query({})).flatMap(({ url = "" }) => url);
    beforeEach(() => {
      contains.mockReset().mockResolvedValue(false);
      Object.assign(fakeBrowser, { permissions: { contains } });
    });
    afterEach(() => vi.unstubAllEnvs());

    test("in Firefox gets a page of ours that asks for consent first, and no network is asked", async () => {
      vi.stubEnv("FIREFOX", "true");
      expect(await look()).toBeNull();
      const url = (await opened()).at(-1) ?? "";
      expect(url).toBe(fakeBrowser.runtime.getURL("/archive.html") + "#paper/2108.04840?look");
      expect(targetOf(new URL(url).hash)).toEqual({ kind: "paper", id: "2108.04840" });
      expect(asksToLook(new URL(url).hash)).toBe(true);
    });

    test("gets the answer in place once that is given, and in Chromium always", async () => {
      contains.mockResolvedValue(true);
      for (const firefox of ["true", ""]) {
        vi.stubEnv("FIREFOX", firefox);
        const before = await opened();
        expect((await look())?.networks.map(({ network }) => network)).toEqual([
          "bluesky",
          "huggingface",
          "hackernews",
        ]);
        expect(await opened()).toEqual(before);
      }
      expect(contains).toHaveBeenCalledOnce();
    });
  });
});

describe("importing a file", () => {
  const importFile = (content: string, name = "2021-08-12---Hot-Papers.md") =>
    ask("importFile", { name, content });
  const importKeeping = (...digests: Digest[]) =>
    ask("importFile", { name: "mine.json", content: JSON.stringify(digests), keep: true });
  const idsOf = async (date: string) =>
    (await readDay(await openIndex(), date))?.papers.map((paper) => paper.id);

  test("adds the words of the archive's own Markdown to its facts, and doubles nothing", async () => {
    expect(await importFile(writeMarkdown(rich))).toEqual({
      name: "2021-08-12---Hot-Papers.md",
      days: ["2021-08-12"],
      papers: 2,
      older: [],
      problems: [],
    });
    expect(await ask("conversation", { id: id("2108.04840") })).toMatchObject([
      { date: "2021-08-13" },
      { date: "2021-08-12", abstract: "What it says.", posts: [{ text: "worth reading" }] },
    ]);
    expect(await ask("status", {})).toMatchObject({ digests: 2, papers: 2 });
    expect(await stored("revision")).toBe(2);
  });

  test("takes many days from one JSON file", async () => {
    const both = [digest("2021-08-16", ["2108.05041"]), digest("2021-08-17", ["2108.05042"])];
    expect(await importFile(JSON.stringify(both), "days.json")).toMatchObject({
      days: ["2021-08-16", "2021-08-17"],
      papers: 2,
      problems: [],
    });
  });

  test("says with line and reason what it could not read, and stores the rest", async () => {
    const broken = writeMarkdown(rich).replace(/retweets: \d+/u, "retweets: many");
    const report = await importFile(broken);
    expect(report).toMatchObject({ days: ["2021-08-12"], papers: 1 });
    expect(report.problems).toEqual([
      expect.stringMatching(/^Line \d+: The counts are missing or are not numbers/u),
    ]);
  });

  test.each([
    ["", "The file is empty."],
    ["\u0000\u0001PNG", "This is not a text file."],
    ["<!doctype html><title>Hot Papers</title>", "This is a web page"],
    ["{", "This is not complete JSON."],
    ["[1]", "This is JSON, but it is not a digest."],
    ["Nothing of ours.", "There is no digest in this file."],
  ])("stores nothing of %j and says why", async (content, reason) => {
    const report = await importFile(content);
    expect(report).toMatchObject({ days: [], papers: 0, older: [] });
    expect(report.problems.join(" ")).toContain(reason);
    expect(await stored("revision")).toBe(1);
    expect(await ask("status", {})).toMatchObject({ digests: 2, papers: 2 });
  });

  test("one bad file does not harm the others", async () => {
    const reports = await Promise.all([
      importFile("{"),
      importFile(writeMarkdown(rich)),
      importFile("<html>"),
    ]);
    expect(reports.map((report) => report.days.length)).toEqual([0, 1, 0]);
    expect((await readDay(await openIndex(), "2021-08-12"))?.papers[0]?.abstract).toBe("What it says.");
  });

  test("leaves a day as it is that came newer before, and says so", async () => {
    const newer = { ...rich, generated: "2021-09-01T00:00:00" };
    await importFile(JSON.stringify(newer));
    expect(await importFile(JSON.stringify(rich))).toMatchObject({
      days: [],
      papers: 0,
      older: ["2021-08-12"],
    });
    expect(await stored("revision")).toBe(2);
  });

  describe("of a reader's own data", () => {
    const [day, later] = ["2021-08-16", "2021-08-17T08:00:00"];
    const [one, two, three] = ["2108.05041", "2108.05042", "2108.05043"] as const;

    test("makes one digest of all copies of a day, the newest first, and loses no paper of any", async () => {
      const newer = { ...digest(day, [two, three]), generated: later };
      expect(await importKeeping(digest(day, [one, two]), newer)).toMatchObject({
        days: [day],
        papers: 3,
        older: [],
      });
      expect(await idsOf(day)).toEqual([two, three, one]);
    });

    test("adds to what a file brought, newer or not, and names a day that was there already", async () => {
      await importFile(JSON.stringify(digest(day, [one])));
      const newer = { ...digest(day, [two]), generated: later };
      expect(await importKeeping(newer)).toMatchObject({ days: [day], older: [] });
      expect(await idsOf(day)).toEqual([two, one]);
      expect(await importKeeping(digest(day, [three]))).toMatchObject({ days: [day], older: [] });
      expect(await idsOf(day)).toEqual([two, one, three]);
      const revision = await stored("revision");
      expect(await importKeeping(newer, digest(day, [one, three]))).toMatchObject({ days: [], older: [day] });
      expect(await stored("revision"), "nothing was written").toBe(revision);
    });

    test("takes newer counts of the same papers, though they are no longer than those before", async () => {
      const counted = (retweets: number, generated: string) => ({
        ...digest(day, [entry(one, 1, { counts: [twitter(retweets, 1)] })]),
        generated,
      });
      await importKeeping(counted(10, `${day}T23:00:00`));
      expect(await importKeeping(counted(99, later))).toMatchObject({ days: [day], older: [] });
      const [paper] = (await readDay(await openIndex(), day))?.papers ?? [];
      expect(paper?.counts).toMatchObject([{ reposts: 99 }]);
    });
  });

  test("refuses days after tomorrow", async () => {
    const report = await importFile(JSON.stringify(digest("2999-01-01", ["2108.04840"])));
    expect(report).toMatchObject({ days: [], problems: [expect.stringContaining("after tomorrow")] });
  });

  test("on a full disk says what to do, and nothing is half-written", async () => {
    failAtPut(3, "QuotaExceededError");
    await expect(importFile(writeMarkdown(rich))).rejects.toMatchObject({
      code: "failed",
      message: expect.stringMatching(/full.*Nothing was changed.*Make room/u) as string,
    });
    expect(await ask("conversation", { id: id("2108.04840") })).not.toMatchObject([
      {},
      { abstract: "What it says." },
    ]);
    expect(await stored("revision"), "pages look again: they may have been told of half of it").toBe(2);
  });
});

test("after files that were imported at the same time a page that watches has seen all of them", async () => {
  const seen: Promise<number>[] = [];
  watchRevision(
    () => seen.push(openIndex().then(async (db) => (await days(db)).length)),
    new AbortController().signal,
  );
  const dates = ["2021-08-16", "2021-08-17", "2021-08-18"];
  await Promise.all(
    dates.map((date) =>
      ask("importFile", { name: date, content: JSON.stringify(digest(date, ["2108.05041"])) }),
    ),
  );
  expect((await Promise.all(seen)).at(-1)).toBe(2 + dates.length);
});
