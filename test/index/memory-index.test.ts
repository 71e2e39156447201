import { afterEach, describe, expect, test, vi } from "vitest";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { lookup } from "../../lib/index/lookup.ts";
import { createMemoryIndex } from "../../lib/index/memory-index.ts";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/index/open.ts";
import { ownCopies } from "../../lib/index/own-copies.ts";
import { days, feedContents, indexStatus } from "../../lib/index/read.ts";
import { readPaper } from "../../lib/index/read-paper.ts";
import { monthsOf, readMonth } from "../../lib/index/read-months.ts";
import { readDigests } from "../../lib/index/read-period.ts";
import { forgetUnmirrored, readUnmirrored } from "../../lib/index/unmirrored.ts";
import {
  clearIndex,
  putDigests,
  putFeed,
  putFeedFile,
  removeFeed,
  replaceFeed,
  showFeeds,
} from "../../lib/index/write.ts";
import { dump } from "./dump.ts";
import { digest, entry, post } from "./made.ts";
import { readDay } from "./read-day.ts";

afterEach(closeIndex);

const likes = (number: number) => ({ network: "huggingface", upvotes: number }) as const;
const rich = (date: string, ...papers: string[]) =>
  digest(
    date,
    papers.map((paper, i) =>
      entry(paper, i + 1, {
        abstract: `Words of ${paper}.`,
        counts: [likes(7 * (i + 1))],
        posts: [post(`${i}`, { text: "said" })],
      }),
    ),
  );
const many = Array.from({ length: 60 }, (_, i) =>
  rich(new Date(Date.UTC(2021, 5, 1 + i)).toISOString().slice(0, 10), `2106.${10_000 + i}`, "hep-th/9901001"),
);

/** Each is done to a database and to memory. */
const STEPS: [string, (db: IndexDatabase) => Promise<unknown>][] = [
  ["the bundled digests", (db) => replaceFeed(db, { id: "archive", pack: "a" }, many)],
  ["a file", (db) => putDigests(db, { id: "files" }, [rich("2021-08-12", "2108.04840", "2106.10001")])],
  [
    "a file of a feed",
    (db) => putFeedFile(db, "feed-1", { id: "feed-1" }, [rich("2021-06-05", "2108.00001")]),
  ],
  ["another order of feeds", (db) => showFeeds(db, { order: ["feed-1"], hidden: ["files"] })],
  ["a feed that goes", (db) => removeFeed(db, "feed-1")],
  ["other bundled digests", (db) => replaceFeed(db, { id: "archive", pack: "b" }, many.slice(5, 50))],
  ["a state", (db) => putFeed(db, { id: "archive", pack: "c" })],
  ["everything that goes", (db) => clearIndex(db, [{ id: "archive", deleted: true }])],
];

async function everything(db: IndexDatabase) {
  const ids = ["2106.10001", "2108.04840", "hep-th/9901001", "2108.00001"] as PaperId[];
  const copies = [];
  for await (const copy of ownCopies(db)) copies.push(copy);
  return {
    dump: await dump(db),
    heat: await db.getAll("heat"),
    found: (await lookup(db, ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    papers: await Promise.all(ids.map((id) => readPaper(db, id))),
    day: await readDay(db, "2021-06-05"),
    days: await days(db),
    window: await readDigests(db, [{ from: "2021-06-03", to: "2021-06-09" }, { from: "2021-08-01" }], true),
    all: await readDigests(db, [{}], false),
    months: await Promise.all((await monthsOf(db)).map((month) => readMonth(db, month))),
    status: { ...(await indexStatus(db)), bytes: 0 },
    contents: await feedContents(db),
    copies,
  };
}

test("an index in memory is after every step what a database is", async () => {
  const db = await openIndex();
  const memory = createMemoryIndex();
  for (const [what, step] of STEPS) {
    expect(await step(memory), what).toEqual(await step(db));
    expect(await everything(memory), what).toEqual(await everything(db));
  }
  expect((await everything(memory)).days).toEqual([]);
});

test("writes that come at once come one after the other, and lose nothing of each other", async () => {
  const memory = createMemoryIndex();
  await Promise.all(many.map((each, i) => putDigests(memory, { id: `feed-${i % 3}` }, [each])));
  expect(await days(memory)).toHaveLength(60);
  expect((await indexStatus(memory)).papers).toBe(61);
});

test("a write that fails leaves nothing, and does not hold up the next one", async () => {
  const memory = createMemoryIndex();
  const bad = rich("2021-08-12", "2108.04840");
  Object.defineProperty(bad.papers[0], "categories", {
    get() {
      throw new Error("no such categories");
    },
  });
  const before = await dump(memory);
  await expect(putDigests(memory, { id: "files" }, [bad])).rejects.toMatchObject({ name: "StoreError" });
  expect(await dump(memory)).toEqual(before);
  await putDigests(memory, { id: "files" }, [rich("2021-08-12", "2108.04840")]);
  expect(await days(memory)).toHaveLength(1);
});

describe("what it begins with", () => {
  test("the whole mirror is to be made anew, once", async () => {
    const memory = createMemoryIndex();
    const noted = await readUnmirrored(memory);
    expect(noted).toMatchObject({ everything: true });
    if (noted) await forgetUnmirrored(memory, noted);
    expect(await readUnmirrored(memory)).toBeUndefined();
  });

  test("states of feeds are given to it, and it tells them when they change", async () => {
    const onFeeds = vi.fn<(feeds: readonly { id: string }[]) => void>();
    const memory = createMemoryIndex({ feeds: [{ id: "archive", deleted: true }], onFeeds });
    expect(await memory.get("feeds", "archive")).toEqual({ id: "archive", deleted: true });
    await putFeed(memory, { id: "archive" });
    expect(onFeeds).toHaveBeenCalledExactlyOnceWith([{ id: "archive" }]);
  });
});
