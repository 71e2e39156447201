import { openDB, unwrap } from "idb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { heatCalendar } from "../../lib/hot-list/charts/heat-calendar.ts";
import { addDays } from "../../lib/digest/dates.ts";
import type { Counts, Digest } from "../../lib/digest/digest.ts";
import { shownList } from "../../lib/hot-list/shown-list.ts";
import { lookup } from "../../lib/index/lookup.ts";
import { closeIndex, type IndexDatabase, INDEX_NAME, openIndex, upgradeIndex } from "../../lib/index/open.ts";
import { readDigests } from "../../lib/index/read-period.ts";
import { readPaper } from "../../lib/index/read-paper.ts";
import { readMonth } from "../../lib/index/read-months.ts";
import type { IndexSchema } from "../../lib/index/schema.ts";
import { readUnmirrored } from "../../lib/index/unmirrored.ts";
import { clearIndex, putDigests, removeFeed, showFeeds } from "../../lib/index/write.ts";
import { countRequests } from "./count-requests.ts";
import { dump } from "./dump.ts";
import { digest, entry, id } from "./made.ts";

const feed = { id: "feed-a" };
const DAY = "2026-11-20";

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
});
afterEach(closeIndex);

const upvotes = (amount: number): Counts => ({ network: "huggingface", upvotes: amount });
const paperOf = (date: string, n: number) =>
  `${date.slice(2, 4)}${date.slice(5, 7)}.${date.slice(8)}${String(n).padStart(3, "0")}`;
/** A day whose papers 1 to `count` have as many upvotes as their number, or `more`. */
const votes = (date: string, count: number, more = 0): Digest =>
  digest(
    date,
    Array.from({ length: count }, (_, i) =>
      entry(paperOf(date, i + 1), count - i, { counts: [upvotes(i + 1 + more)] }),
    ),
  );
const heats = async (date: string, count: number): Promise<number[]> => {
  const ids = Array.from({ length: count }, (_, i) => id(paperOf(date, i + 1)));
  const badges = new Map((await lookup(db, ids)).map((badge) => [badge.id, badge.entries[0]?.heat ?? -1]));
  return ids.map((each) => badges.get(each) ?? -1);
};
const FIFTHS = [1, 2, 3, 4, 5].flatMap((bars) => Array.from({ length: 10 }, () => bars));

describe("papers of other networks than Twitter", () => {
  test("have bars from 50 entries on, by fifths", async () => {
    await putDigests(db, feed, [votes(DAY, 50)]);
    expect(await heats(DAY, 50)).toEqual(FIFTHS);
  });

  test("have none with fewer, until the days before them make 50", async () => {
    await putDigests(db, feed, [votes(DAY, 49)]);
    expect(new Set(await heats(DAY, 49))).toEqual(new Set([0]));
    await putDigests(db, feed, [votes("2026-11-01", 1)]);
    expect(new Set(await heats(DAY, 49))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test("say the same in badges, months, conversations, lists and the calendar", async () => {
    await putDigests(db, feed, [votes("2026-11-01", 30), votes(DAY, 40)]);
    const wanted = await heats(DAY, 40);
    expect(new Set(wanted)).toEqual(new Set([1, 2, 3, 4, 5]));
    const ids = wanted.map((_, i) => id(paperOf(DAY, i + 1)));
    const inOrder = (some: readonly { id: string; heat: number }[]) =>
      ids.map((each) => some.find((paper) => paper.id === each)?.heat);

    const month = await readMonth(db, "2611");
    expect(inOrder(month.map((badge) => ({ id: badge.id, heat: badge.entries[0]?.heat ?? -1 })))).toEqual(
      wanted,
    );
    const entries = (await Promise.all(ids.map((each) => readPaper(db, each)))).flat();
    expect(inOrder(entries)).toEqual(wanted);
    const digests = await readDigests(db, [{ from: DAY, to: DAY }], true);
    expect(inOrder(shownList({ span: "day", date: DAY }, digests, "rank").papers)).toEqual(wanted);
    const all = await readDigests(db, [{}], false);
    expect(inOrder(shownList({ span: "all", date: DAY }, all, "rank").papers)).toEqual(wanted);
    expect(heatCalendar(all)[0]?.days.find(({ date }) => date === DAY)?.heat).toBe(
      wanted.reduce((sum, heat) => sum + heat, 0),
    );
  });

  test("have their own feed's bars beside the archive's, whose do not change by it", async () => {
    await putDigests(db, { id: "archive" }, [digest("2021-08-12", ["2108.04840"])]);
    const before = await lookup(db, [id("2108.04840")]);
    await putDigests(db, feed, [votes("2021-08-12", 60)]);
    const [now] = await lookup(db, [id("2108.04840")]);
    expect(now?.entries[0]?.heat).toBe(before[0]?.entries[0]?.heat);
    expect((await heats("2021-08-12", 60)).filter((heat) => heat === 5)).toHaveLength(12);
  });
});

describe("scales follow the days that they are made of", () => {
  test("a day that comes changes no bars of the days before it", async () => {
    await putDigests(db, feed, [votes(DAY, 50)]);
    await putDigests(db, feed, [votes("2026-11-21", 50, 1000)]);
    expect(await heats(DAY, 50)).toEqual(FIFTHS);
    expect(new Set(await heats("2026-11-21", 50))).toEqual(new Set([3, 4, 5]));
  });

  test("whatever the order in which days come, are replaced and go, the index is the same", async () => {
    const days = ["2026-06-01", "2026-09-10", "2026-11-01", "2026-11-20"].map((date, i) =>
      votes(date, 40, i * 10),
    );
    await putDigests(db, feed, days);
    const atOnce = await db.getAll("heat");
    expect(atOnce.map(({ scale }) => Object.keys(scale))).toEqual([[], [], ["huggingface"], ["huggingface"]]);
    await clearIndex(db, []);
    expect(await db.count("heat")).toBe(0);

    await putDigests(db, { id: "feed-b" }, [votes("2026-10-01", 40, 7)]);
    for (const day of days.toReversed()) await putDigests(db, feed, [day]);
    await putDigests(db, feed, [{ ...votes(DAY, 9), generated: "2026-11-22T00:00:00" }]);
    await putDigests(db, feed, [{ ...days[3]!, generated: "2026-11-23T00:00:00" }]);
    await removeFeed(db, "feed-b");
    expect(await db.getAll("heat")).toEqual(atOnce);
  });

  test("a feed that is not shown does not count", async () => {
    await putDigests(db, feed, [votes("2026-11-01", 40)]);
    await putDigests(db, { id: "feed-b" }, [votes(DAY, 40)]);
    expect(new Set(await heats(DAY, 40)).size).toBe(5);
    await showFeeds(db, { order: [], hidden: ["feed-a"] });
    expect(new Set(await heats(DAY, 40))).toEqual(new Set([0]));
  });

  test("a digest of the last day that can be written is not a reason to refuse it", async () => {
    await putDigests(db, feed, [votes("9999-12-31", 50)]);
    expect((await db.getAll("heat")).map(({ scale }) => scale)).toEqual([{ huggingface: [11, 21, 31, 41] }]);
  });

  test("months of papers whose bars may be others are noted for the mirror, and no others", async () => {
    await putDigests(db, feed, [
      votes("2026-05-01", 60),
      votes("2026-10-20", 40),
      votes("2026-11-20", 40),
      votes("2026-12-31", 60),
    ]);
    const clean = await db.transaction("unmirrored", "readwrite").store.clear();
    expect(clean).toBeUndefined();
    await putDigests(db, feed, [digest("2026-08-01", [entry("2603.00001", 1, { counts: [upvotes(500)] })])]);
    // 90 days from there are over before November, and October has too few all the same.
    expect((await readUnmirrored(db))?.months.toSorted()).toEqual(["2603"]);
    await putDigests(db, feed, [votes("2026-10-01", 30, 100)]);
    expect((await readUnmirrored(db))?.months.toSorted()).toEqual(["2603", "2610", "2611"]);
  });
});

describe("costs what is asked for", () => {
  test("the digest of a day reads the scales around it, and no other digest", async () => {
    await putDigests(
      db,
      feed,
      Array.from({ length: 100 }, (_, i) => votes(addDays("2026-08-01", i), 3)),
    );
    const counted = countRequests();
    await putDigests(db, feed, [votes("2026-11-20", 30)]);
    // A note of what was there, the write, the note's end. The scales of the days around it come at once; of the day itself there is no
    // copy yet, which the keys tell.
    expect(counted()).toMatchObject({ transactions: 3, getAll: 1 });
  });

  test("a look-up of Twitter's papers reads no scale, one of others those of their days", async () => {
    await putDigests(db, { id: "archive" }, [digest("2021-08-12", ["2108.04840"])]);
    await putDigests(db, feed, [votes(DAY, 50)]);
    const counted = countRequests();
    await lookup(db, [id("2108.04840")]);
    expect(counted()).toEqual({ transactions: 1, get: 1, getAll: 0 });
    await lookup(db, [id(paperOf(DAY, 1))]);
    expect(counted()).toEqual({ transactions: 2, get: 3, getAll: 0 });
  });

  test("the archive keeps nothing for scales", async () => {
    await putDigests(db, { id: "archive" }, [digest("2021-08-12", ["2108.04840"])]);
    expect(await db.count("heat")).toBe(0);
  });
});

test("step 2 of the ladder adds the scales; old digests stay, and get bars once written again", async () => {
  await putDigests(db, feed, [votes(DAY, 50)]);
  const [{ digests }, heat] = [await dump(db), await db.getAll("heat")];
  await closeIndex();
  indexedDB.deleteDatabase(INDEX_NAME);
  const old = await openDB<IndexSchema>(INDEX_NAME, 1, {
    upgrade: (database, _, __, transaction) => {
      upgradeIndex(database, 0, transaction);
      for (const later of ["heat", "halfWrites"] as const) database.deleteObjectStore(later);
      unwrap(transaction.objectStore("digests")).createIndex("categories", "categories", {
        multiEntry: true,
      });
    },
  });
  for (const each of digests) await old.put("digests", each);
  old.close();

  db = await openIndex();
  expect((await dump(db)).digests).toEqual(digests);
  expect(await db.getAll("heat")).toEqual([]);
  await putDigests(db, feed, [votes(DAY, 50)]);
  expect(await db.getAll("heat")).toEqual(heat);
});
