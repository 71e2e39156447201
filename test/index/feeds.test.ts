import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Entry } from "../../lib/digest/digest.ts";
import { lookup } from "../../lib/index/lookup.ts";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/index/open.ts";
import { days, feedContents, indexStatus, readFeed } from "../../lib/index/read.ts";
import { readPaper } from "../../lib/index/read-paper.ts";
import { readMonth } from "../../lib/index/read-months.ts";
import { putDigests, putFeedFile, putFeeds, removeFeed, showFeeds } from "../../lib/index/write.ts";
import { dump } from "./dump.ts";
import { digest, entry, id, post, twitter } from "./made.ts";
import { readDay } from "./read-day.ts";

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
});
afterEach(closeIndex);

const DAY = "2021-08-12";
const bluesky = (reposts: number, likes: number) => ({ network: "bluesky" as const, reposts, likes });
const put = (feed: string, papers: Parameters<typeof digest>[1], more = {}) =>
  putFeedFile(db, feed, { id: feed, progress: feed }, [digest(DAY, papers, more)]);
const idsOfDay = async () => (await readDay(db, DAY))?.papers.map((paper) => [paper.id, paper.rank]);

describe("a day from two feeds", () => {
  const both = async () => {
    await put("a", [
      entry("2108.00001", 1, { counts: [bluesky(5, 9)], posts: [post("1", { text: "said" })] }),
    ]);
    await put("b", [
      entry("2108.00002", 1),
      entry("2108.00001", 2, { counts: [twitter(8, 7), bluesky(1, 1)], posts: [post("1"), post("2")] }),
    ]);
    await showFeeds(db, { order: ["a", "b"], hidden: [] });
  };

  test("is one list: the preferred feed's papers, then those that only the other names", async () => {
    await both();
    expect(await idsOfDay()).toEqual([
      ["2108.00001", 1],
      ["2108.00002", 2],
    ]);
    expect(await days(db)).toEqual([{ date: DAY, papers: 2 }]);
  });

  test("the same paper is one, with counts and posts of both, the preferred feed's per network", async () => {
    await both();
    const [paper] = await readPaper(db, id("2108.00001"));
    expect(paper?.counts).toEqual([bluesky(5, 9), twitter(8, 7)]);
    expect(paper?.posts.map(({ id: number, text }) => [number, text])).toEqual([
      ["1", "said"],
      ["2", undefined],
    ]);
    const [badge] = await lookup(db, [id("2108.00001")]);
    expect(badge?.entries).toMatchObject([{ rank: 1, of: 2, counts: [twitter(8, 7), bluesky(5, 9)] }]);
  });

  test("changing the order changes the list and the badges", async () => {
    await both();
    await showFeeds(db, { order: ["b", "a"], hidden: [] });
    expect(await idsOfDay()).toEqual([
      ["2108.00002", 1],
      ["2108.00001", 2],
    ]);
    const [badge] = await lookup(db, [id("2108.00001")]);
    expect(badge?.entries).toMatchObject([{ rank: 2, counts: [twitter(8, 7), bluesky(1, 1)] }]);
  });

  test("a newer digest of one never changes what the other has", async () => {
    await both();
    const before = (await dump(db)).digests.filter(({ feed }) => feed === "a");
    await put("b", ["2108.00009"], { generated: "2029-01-01T00:00:00" });
    expect((await dump(db)).digests.filter(({ feed }) => feed === "a")).toEqual(before);
    expect(await idsOfDay()).toEqual([
      ["2108.00001", 1],
      ["2108.00009", 2],
    ]);
  });
});

describe("removing a feed", () => {
  const three = async () => {
    await putDigests(db, { id: "archive", pack: "one" }, [digest(DAY, ["2108.00001"])]);
    await put("a", ["2108.00001", "2108.00003"]);
    await putFeedFile(db, "a", { id: "a" }, [digest("2021-08-13", ["2108.00004"])]);
  };

  test("hidden, it is gone from lists, badges and counts at once, and undo brings all back", async () => {
    await three();
    const before = await dump(db);
    const status = await indexStatus(db);
    await showFeeds(db, { order: [], hidden: ["a"] });
    expect(await days(db)).toEqual([{ date: DAY, papers: 1 }]);
    expect(await lookup(db, [id("2108.00003"), id("2108.00004")])).toEqual([]);
    expect(await indexStatus(db)).toMatchObject({ digests: 1, papers: 1 });
    await showFeeds(db, { order: [], hidden: [] });
    expect({ ...(await dump(db)), feeds: [] }).toEqual({ ...before, feeds: [] });
    expect(await indexStatus(db)).toEqual(status);
  });

  test("for good, it takes its own digests and all parts of its state, and nothing else", async () => {
    await three();
    await putFeeds(db, [{ id: "a/files", progress: [] }, { id: "ab" }, { id: "archive/words" }]);
    await removeFeed(db, "a");
    expect((await dump(db)).feeds.map((feed) => feed.id)).toEqual(["ab", "archive", "archive/words"]);
    expect(await feedContents(db)).toEqual(new Map([["archive", { digests: 1, newest: DAY }]]));
    expect(await idsOfDay()).toEqual([["2108.00001", 1]]);
  });
});

test("a file without digests still keeps how far the feed is read", async () => {
  await putFeedFile(db, "a", { id: "a", progress: { done: 1 } }, []);
  expect(await readFeed(db, "a")).toEqual({ id: "a", progress: { done: 1 } });
});

test("words of the archive come only to days that are there: what was deleted stays deleted", async () => {
  const words = (date: string) => digest(date, [entry("2108.00001", 1, { abstract: "Words." })]);
  await putDigests(db, { id: "archive", pack: "one" }, [digest(DAY, ["2108.00001"])]);
  const record = { id: "archive/words", progress: {} };
  await putFeedFile(db, "archive", record, [words(DAY), words("2021-08-13")], { knownDaysOnly: true });
  expect((await readDay(db, DAY))?.papers[0]?.abstract).toBe("Words.");
  expect(await days(db)).toEqual([{ date: DAY, papers: 1 }]);
  expect(await readFeed(db, "archive")).toEqual({ id: "archive", pack: "one" });
});

describe("lists of papers, which count nothing", () => {
  const named = (paper: string, rank: number, list: string, counts: Entry["counts"] = []) =>
    entry(paper, rank, { counts, list });
  const listsOf = async (...papers: string[]) =>
    (await lookup(db, papers.map(id))).flatMap(({ entries }) =>
      entries.map(({ list, counts }) => list ?? counts.length),
    );

  test("badges have the name of the list that named the paper, of two lists of a day each its own", async () => {
    await put("a", [named("2108.00001", 1, "Ours"), named("2108.00002", 2, "Ours", [bluesky(5, 9)])]);
    await put("b", [named("2108.00003", 1, "Theirs"), entry("2108.00004", 2)]);
    expect(await listsOf("2108.00001", "2108.00002", "2108.00003", "2108.00004")).toEqual([
      "Ours",
      1,
      "Theirs",
      1,
    ]);
    expect(await days(db)).toEqual([{ date: DAY, papers: 4, lists: ["Ours", "Theirs"] }]);
    const [badge] = await readMonth(db, "2108");
    expect(badge?.entries).toMatchObject([{ rank: 1, of: 4, counts: [], list: "Ours" }]);
    expect(await readPaper(db, id("2108.00001"))).toMatchObject([{ list: "Ours" }]);
  });

  test("a list that goes takes its name with it", async () => {
    await put("a", [named("2108.00001", 1, "Ours")]);
    await put("b", [named("2108.00003", 1, "Theirs")]);
    await removeFeed(db, "a");
    expect(await listsOf("2108.00001", "2108.00003")).toEqual(["Theirs"]);
    expect(await days(db)).toEqual([{ date: DAY, papers: 1, lists: ["Theirs"] }]);
  });

  test("figures of another feed are said instead of the name", async () => {
    await put("a", [named("2108.00001", 1, "Ours")]);
    await put("b", [entry("2108.00001", 1)]);
    expect(await listsOf("2108.00001")).toEqual([1]);
  });
});
