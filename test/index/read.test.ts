import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/index/open.ts";
import { days, indexStatus, readFeed } from "../../lib/index/read.ts";
import { readPaper } from "../../lib/index/read-paper.ts";
import { putDigests } from "../../lib/index/write.ts";
import { digest, id } from "./made.ts";
import { readDay } from "./read-day.ts";

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
});
afterEach(closeIndex);

test("an empty index answers every question with nothing", async () => {
  expect(await days(db)).toEqual([]);
  expect(await readDay(db, "2021-08-12")).toBeUndefined();
  expect(await readPaper(db, id("2108.04840"))).toEqual([]);
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

describe("size on disk", () => {
  const estimate = (value: object) =>
    vi.stubGlobal("navigator", { storage: { estimate: () => Promise.resolve(value) } });

  test("is the databases' own if the browser tells it apart, otherwise that of all storage", async () => {
    estimate({ usage: 5000, usageDetails: { indexedDB: 3000 } });
    expect((await indexStatus(db)).bytes).toBe(3000);
    estimate({ usage: 5000 });
    expect((await indexStatus(db)).bytes).toBe(5000);
    vi.unstubAllGlobals();
  });
});
