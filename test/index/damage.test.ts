import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { lookup } from "../../lib/index/lookup.ts";
import { damagedRows } from "../../lib/index/mend.ts";
import {
  closeIndex,
  deleteIndex,
  INDEX_NAME,
  INDEX_VERSION,
  type IndexDatabase,
  openIndex,
} from "../../lib/index/open.ts";
import { days, feedContents, indexStatus, readCopy } from "../../lib/index/read.ts";
import { readPaper } from "../../lib/index/read-paper.ts";
import { monthsOf, readMonth } from "../../lib/index/read-months.ts";
import { readDigests } from "../../lib/index/read-period.ts";
import { readUnmirrored } from "../../lib/index/unmirrored.ts";
import { mendIndex, putDigests, removeFeed, replaceFeed, showFeeds } from "../../lib/index/write.ts";
import { dump } from "./dump.ts";
import { digest, entry, post } from "./made.ts";
import { readDay } from "./read-day.ts";

let db: IndexDatabase;
const rich = (date: string, ...papers: string[]) =>
  digest(
    date,
    papers.map((paper, i) =>
      entry(paper, i + 1, {
        abstract: `Words of ${paper}.`,
        counts: [{ network: "huggingface", upvotes: 9 }],
        posts: [post(`${i}`, { text: "said" })],
      }),
    ),
  );
const whole = [
  rich("2021-08-12", "2108.04840"),
  rich("2021-08-13", "2108.05036"),
  rich("2021-08-16", "2108.00003"),
];

beforeEach(async () => {
  db = await openIndex();
  await replaceFeed(db, { id: "archive", pack: "a" }, whole);
  await putDigests(db, { id: "files" }, [rich("2021-08-12", "2108.04840", "2108.00001")]);
});
afterEach(closeIndex);

const key = { date: "2021-08-13", feed: "archive" };
/** Rows as damage leaves them, each in the place of one of the day 2021-08-13 or beside all. */
const DAMAGE: [
  string,
  keyof Awaited<ReturnType<typeof dump>> | "blocks" | "heat" | "unmirrored" | "halfWrites",
  unknown,
][] = [
  ["a digest without papers", "digests", { ...key, generated: "", categories: [] }],
  ["a digest whose papers are a text", "digests", { ...key, generated: "", categories: [], papers: "none" }],
  [
    "a digest with a paper that is null",
    "digests",
    { ...key, generated: "", categories: [], papers: [null] },
  ],
  [
    "a digest of a paper without counts",
    "digests",
    { ...key, generated: "", categories: [], papers: [{ id: "2108.05036" }] },
  ],
  [
    "a digest of a day that is none",
    "digests",
    { ...whole[1], feed: "archive", date: "2021-13-99", categories: [] },
  ],
  ["words that are no Map", "words", { ...key, abstracts: {}, texts: [] }],
  ["words without texts", "words", { ...key, abstracts: new Map() }],
  ["a block that is a list", "blocks", { month: "2108", part: 9, rows: [1, 2, 3] }],
  ["a block that is nothing", "blocks", { month: "2108", part: 9 }],
  ["a day that is none", "days", { date: "tomorrow", papers: 3 }],
  ["a day beyond all calendars", "days", { date: "2021-02-31", papers: 3 }],
  ["a scale that is none", "heat", { date: "2021-08-13", figures: 5, months: ["2108"], scale: null }],
  ["a sum that is none", "totals", { id: "index", papers: "many" }],
  ["an order of feeds that is none", "feeds", { id: "shown", shown: { order: 5 } }],
  ["a note of a half write that is none", "halfWrites", { lot: 3, toDo: { remove: 5 } }],
  ["a note for the mirror that is none", "unmirrored", { id: "unmirrored", change: "x" }],
];

async function damage(store: string, row: unknown): Promise<void> {
  const tx = db.transaction(store as "digests", "readwrite");
  await tx.store.put(row as never);
  await tx.done;
}

describe.each(DAMAGE)("%s", (_, store, row) => {
  beforeEach(() => damage(store, row));

  test("costs that row only: everything else is read as before", async () => {
    const ids = ["2108.04840", "2108.05036", "2108.00003", "2108.00001"] as PaperId[];
    expect((await days(db)).map(({ date }) => date)).toEqual(["2021-08-12", "2021-08-13", "2021-08-16"]);
    const read = await readDigests(db, [{}], true);
    expect(read.map(({ date }) => date)).toEqual(expect.arrayContaining(["2021-08-12", "2021-08-16"]));
    expect(read[0]?.papers[0]?.abstract).toBe("Words of 2108.04840.");
    expect((await readPaper(db, ids[2] as PaperId))[0]?.abstract).toBe("Words of 2108.00003.");
    expect((await lookup(db, ids)).length).toBeGreaterThanOrEqual(2); // a block has more than one paper
    expect((await readDay(db, "2021-08-16"))?.papers).toHaveLength(1);
    expect(await indexStatus(db)).toMatchObject({ digests: 3, newest: "2021-08-16", oldest: "2021-08-12" });
    await readCopy(db, "2021-08-13", "archive");
    await feedContents(db);
    await readUnmirrored(db);
    for (const month of await monthsOf(db)) await readMonth(db, month);
  });

  test("holds up no write", async () => {
    await putDigests(db, { id: "feed-1" }, [
      rich("2021-08-13", "2108.07777"),
      rich("2021-08-17", "2108.08888"),
    ]);
    await showFeeds(db, { order: ["feed-1"], hidden: [] });
    await removeFeed(db, "files");
    expect(
      (await lookup(db, ["2108.07777", "2108.08888"] as PaperId[])).map(({ id }) => id).toSorted(),
    ).toEqual(["2108.07777", "2108.08888"]);
  });

  test("is counted, and mended: with the bundled digests again all is as it was", async () => {
    expect(await damagedRows(db)).toBe(1);
    await mendIndex(db);
    expect(await damagedRows(db)).toBe(0);
    expect(await readUnmirrored(db)).toMatchObject({ everything: true });
    await replaceFeed(db, { id: "archive", pack: "a" }, whole);
    const mended = await dump(db);
    await closeIndex();
    await deleteIndex();
    db = await openIndex();
    await replaceFeed(db, { id: "archive", pack: "a" }, whole);
    await putDigests(db, { id: "files" }, [rich("2021-08-12", "2108.04840", "2108.00001")]);
    const { feeds, ...fresh } = await dump(db);
    expect(mended).toMatchObject(fresh);
    expect(feeds).toHaveLength(2);
  });
});

test("a feed that lost a digest is read from its beginning; a deleted one stays deleted", async () => {
  await putDigests(db, { id: "feed-1", progress: { etag: 5 } }, [rich("2021-08-13", "2108.07777")]);
  await damage("digests", { date: "2021-08-13", feed: "feed-1", papers: 5 });
  await damage("words", { date: "2021-08-12", feed: "archive", abstracts: 5 });
  await mendIndex(db);
  expect(await db.get("feeds", "feed-1")).toBeUndefined();
  expect(await db.get("feeds", "archive")).toBeUndefined(); // its pack is imported again
  expect(await db.get("feeds", "files")).toEqual({ id: "files" });
});

test("a database without its stores says so, makes way, and is made anew", async () => {
  await closeIndex();
  await deleteIndex();
  (await openDB(INDEX_NAME, INDEX_VERSION)).close();
  await expect(openIndex()).rejects.toMatchObject({ name: "StoreError", code: "damaged" });
  await deleteIndex();
  expect(await days(await openIndex())).toEqual([]);
});
