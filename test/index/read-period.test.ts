import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/index/open.ts";
import { readDigests } from "../../lib/index/read-period.ts";
import { putDigests, showFeeds } from "../../lib/index/write.ts";
import { digest, entry, id } from "./made.ts";

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
  const abstract = { abstract: "What it says." };
  await putDigests(db, { id: "archive" }, [
    digest("2021-08-12", [entry("2108.00001", 1, abstract), entry("2108.00002", 2)]),
    digest("2021-08-13", [entry("2108.00003", 1, abstract)]),
    digest("2021-08-16", []),
  ]);
  await putDigests(db, { id: "feed-a" }, [digest("2021-08-13", [entry("2108.00009", 1)])]);
});
afterEach(closeIndex);

const days = async (...args: [{ from?: string; to?: string }[], boolean]) =>
  (await readDigests(db, ...args)).map(({ date, papers }) => [date, papers.map((paper) => paper.id)]);

test("reads the merged digests of a range, oldest first, both ends included, empty ones too", async () => {
  expect(await days([{ from: "2021-08-12", to: "2021-08-13" }], false)).toEqual([
    ["2021-08-12", ["2108.00001", "2108.00002"]],
    ["2021-08-13", ["2108.00009", "2108.00003"]],
  ]);
  expect(await days([{}], false)).toHaveLength(3);
  expect(await days([{ from: "2021-08-14" }], false)).toEqual([["2021-08-16", []]]);
});

test("reads several days that are apart", async () => {
  const apart = ["2021-08-16", "2021-08-12"].map((day) => ({ from: day, to: day }));
  expect((await days(apart, true)).map(([date]) => date)).toEqual(["2021-08-12", "2021-08-16"]);
  expect(await days([], true)).toEqual([]);
});

test("leaves out words that are not asked for", async () => {
  const abstracts = async (words: boolean) =>
    (await readDigests(db, [{}], words)).flatMap(({ papers }) => papers.map(({ abstract }) => abstract));
  expect(await abstracts(false)).toEqual([undefined, undefined, undefined, undefined]);
  expect(await abstracts(true)).toEqual(["What it says.", undefined, undefined, "What it says."]);
});

test("a feed that is not shown is not read", async () => {
  await showFeeds(db, { order: [], hidden: ["feed-a"] });
  expect(await days([{ from: "2021-08-13", to: "2021-08-13" }], false)).toEqual([
    ["2021-08-13", [id("2108.00003")]],
  ]);
});

test("needs one transaction and a request for each range, however many days there are", async () => {
  const transaction = vi.spyOn(db, "transaction");
  await readDigests(db, [{}], true);
  expect(transaction).toHaveBeenCalledExactlyOnceWith(["digests", "words", "feeds", "heat"]);
});
