import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/store/open.ts";
import { days, indexStatus, readCategory, readDay, readFeed, readPaper } from "../../lib/store/read.ts";
import { putDigests } from "../../lib/store/write.ts";
import { digest, entry, id } from "./made.ts";

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
});
afterEach(closeIndex);

test("an empty index answers every question with nothing", async () => {
  expect(await days(db)).toEqual([]);
  expect(await readDay(db, "2021-08-12")).toBeUndefined();
  expect(await readPaper(db, id("2108.04840"))).toEqual([]);
  expect(await readCategory(db, "cs.CL")).toEqual([]);
  expect(await readFeed(db, "archive")).toBeUndefined();
  expect(await indexStatus(db)).toEqual({ digests: 0, papers: 0, bytes: 0 });
});

test("days come oldest first, whatever order they were stored in", async () => {
  await putDigests(db, { id: "files" }, [
    digest("2021-08-16", ["2108.04840"]),
    digest("2020-12-07", []),
    digest("2021-08-12", ["2108.04840", "2108.05036"]),
  ]);
  expect(await days(db)).toEqual([
    { date: "2020-12-07", papers: 0 },
    { date: "2021-08-12", papers: 2 },
    { date: "2021-08-16", papers: 1 },
  ]);
  expect(await indexStatus(db)).toMatchObject({ oldest: "2020-12-07", newest: "2021-08-16" });
});

describe("by category", () => {
  const learning = { categories: ["cs.LG", "cs.CL"] };
  const vision = { categories: ["cs.CV"] };
  beforeEach(async () => {
    await putDigests(db, { id: "archive" }, [
      digest("2021-08-12", [entry("2108.04840", 1, learning), entry("2108.05036", 2, vision)]),
      digest("2021-08-13", [entry("2108.05040", 1, vision)]),
      digest("2021-08-16", [
        entry("2108.05041", 1, { ...learning, abstract: "Words." }),
        entry("2108.05042", 2, learning),
      ]),
    ]);
  });
  const found = async (...args: [string, { from?: string; to?: string }?]) =>
    (await readCategory(db, ...args)).map(({ date, rank, of }) => `${date} ${rank}/${of}`);

  test("finds entries by any of their categories, newest day first, with rank and words of the day", async () => {
    expect(await found("cs.LG")).toEqual(["2021-08-16 1/2", "2021-08-16 2/2", "2021-08-12 1/2"]);
    expect(await found("cs.CL")).toEqual(await found("cs.LG"));
    expect(await found("cs.CV")).toEqual(["2021-08-13 1/1", "2021-08-12 2/2"]);
    expect((await readCategory(db, "cs.LG"))[0]).toMatchObject({ id: "2108.05041", abstract: "Words." });
  });

  test("keeps to the days asked for, both ends included", async () => {
    expect(await found("cs.LG", { from: "2021-08-13" })).toEqual(["2021-08-16 1/2", "2021-08-16 2/2"]);
    expect(await found("cs.LG", { to: "2021-08-12" })).toEqual(["2021-08-12 1/2"]);
    expect(await found("cs.LG", { from: "2021-08-13", to: "2021-08-15" })).toEqual([]);
  });

  test("follows the merged day: what a newer copy no longer lists is not found", async () => {
    await putDigests(db, { id: "files" }, [
      digest("2021-08-12", [entry("2108.05036", 1, vision)], { generated: "2021-09-01T00:00:00" }),
    ]);
    expect(await found("cs.LG")).toEqual(["2021-08-16 1/2", "2021-08-16 2/2"]);
    expect(await found("cs.CV")).toEqual(["2021-08-13 1/1", "2021-08-12 1/1"]);
  });
});

describe("size on disk", () => {
  const estimate = (value: object) =>
    vi.stubGlobal("navigator", { storage: { estimate: () => Promise.resolve(value) } });

  test("is the databases' own where the browser tells it apart, otherwise that of all storage", async () => {
    estimate({ usage: 5000, usageDetails: { indexedDB: 3000 } });
    expect((await indexStatus(db)).bytes).toBe(3000);
    estimate({ usage: 5000 });
    expect((await indexStatus(db)).bytes).toBe(5000);
    vi.unstubAllGlobals();
  });
});
