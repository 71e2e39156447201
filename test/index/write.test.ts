import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { lookup } from "../../lib/index/lookup.ts";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/index/open.ts";
import { days, indexStatus, readFeed } from "../../lib/index/read.ts";
import { readPaper } from "../../lib/index/read-paper.ts";
import { clearIndex, putDigests, putFeed, removeFeed, replaceFeed } from "../../lib/index/write.ts";
import { dump, sizes } from "./dump.ts";
import { digest, entry, id, post, twitter } from "./made.ts";
import { readDay } from "./read-day.ts";

const archive = { id: "archive", pack: "one" };
const files = { id: "files" };

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
});
afterEach(closeIndex);

const ranksOf = async (paper: string) =>
  (await lookup(db, [id(paper)])).flatMap((badge) =>
    badge.entries.map(({ date, rank, of }) => [date, rank, of]),
  );

describe("storing digests", () => {
  test("keeps the digest as it came, words included", async () => {
    const whole = digest("2021-08-12", [
      entry("2108.04840", 1, {
        abstract: "One.\n\nTwo.",
        posts: [post("1", { text: "read\nthis" }), post("2")],
      }),
      entry("hep-th/9901001", 2, { counts: [], posts: [] }),
    ]);
    const state = { source: "arxiv", state: "ok", at: "2021-08-12T22:00:00" } as const;
    await putDigests(db, files, [{ ...whole, sources: [state] }]);
    expect(await readDay(db, "2021-08-12")).toEqual({ ...whole, sources: [state] });
    expect(await readFeed(db, "files")).toEqual(files);
  });

  test("keeps an empty digest as a day of its own", async () => {
    expect(await putDigests(db, files, [digest("2020-12-07", [])])).toEqual({
      stored: ["2020-12-07"],
      papers: 0,
      older: [],
    });
    expect(await days(db)).toEqual([{ date: "2020-12-07", papers: 0 }]);
    expect(await readDay(db, "2020-12-07")).toMatchObject({ papers: [] });
  });

  test("stores the same file twice without doubling anything", async () => {
    const same = digest("2021-08-12", ["2108.04840", "2108.05036"]);
    await putDigests(db, files, [same]);
    const once = await dump(db);
    expect(await putDigests(db, files, [same])).toMatchObject({ stored: ["2021-08-12"], older: [] });
    expect(await dump(db)).toEqual(once);
  });

  test("a newer digest of a day replaces the older one with its counts, and drops what is gone", async () => {
    await putDigests(db, files, [digest("2021-08-12", ["2108.04840", "2108.05036", "2108.05040"])]);
    const corrected = digest(
      "2021-08-12",
      [entry("2108.05036", 1, { counts: [twitter(7, 3)] }), "2108.09999"],
      {
        generated: "2021-08-14T00:00:00",
      },
    );
    await putDigests(db, files, [corrected]);
    expect(await readDay(db, "2021-08-12")).toEqual(corrected);
    expect(await ranksOf("2108.04840")).toEqual([]);
    expect(await lookup(db, [id("2108.05036")])).toMatchObject([
      { entries: [{ rank: 1, of: 2, counts: [twitter(7, 3)] }] },
    ]);
    expect(await indexStatus(db)).toMatchObject({ digests: 1, papers: 2 });
  });

  test("an older digest of a day is refused, reported, and changes nothing", async () => {
    await putDigests(db, files, [digest("2021-08-12", ["2108.04840"])]);
    const before = await dump(db);
    const older = digest("2021-08-12", ["2108.05036"], { generated: "2021-08-12T01:00:00" });
    expect(await putDigests(db, files, [older])).toEqual({ stored: [], papers: 0, older: ["2021-08-12"] });
    expect(await dump(db)).toEqual(before);
  });

  test("of two digests of a day that come together the later one stays, whichever comes first", async () => {
    const early = digest("2021-08-12", ["2108.04840"], { generated: "2021-08-13T01:00:00" });
    const late = digest("2021-08-12", ["2108.05036"], { generated: "2021-08-13T09:00:00" });
    const feeds = { forward: [early, late], backward: [late, early] };
    for (const [feed, coming] of Object.entries(feeds)) {
      const result = await putDigests(db, { id: feed }, coming);
      expect(result).toEqual({
        stored: ["2021-08-12"],
        papers: 1,
        older: feed === "backward" ? ["2021-08-12"] : [],
      });
    }
    expect((await db.getAll("digests")).map(({ generated }) => generated)).toEqual([
      late.generated,
      late.generated,
    ]);
  });

  test("facts that come again without words keep the feed's words for the same papers and posts", async () => {
    const rich = entry("2108.04840", 1, { abstract: "Kept.", posts: [post("1", { text: "kept" })] });
    const gone = entry("2108.05036", 2, { abstract: "Gone.", posts: [post("2", { text: "gone" })] });
    await putDigests(db, files, [digest("2021-08-12", [rich, gone])]);
    const { abstract: _, ...bare } = rich;
    await putDigests(db, files, [digest("2021-08-12", [{ ...bare, posts: [post("1")] }])]);
    expect(await readDay(db, "2021-08-12")).toEqual(digest("2021-08-12", [rich]));
    expect(await db.getAll("words")).toMatchObject([{ abstracts: { size: 1 }, texts: { size: 1 } }]);
  });

  test("tells its progress in order, up to the end", async () => {
    const seen: number[] = [];
    await putDigests(db, files, [digest("2021-08-12", ["2108.04840", "2109.00001"])], (done) =>
      seen.push(done),
    );
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBeGreaterThan(3);
  });
});

describe("a paper in more than one place", () => {
  test("in digests of two days has an entry of each, the better rank first", async () => {
    await putDigests(db, files, [
      digest("2021-08-12", ["2108.05036", "2108.04840"]),
      digest("2021-08-13", ["2108.04840"]),
      digest("2021-08-16", ["2108.05036", "2108.05040", "2108.04840"]),
    ]);
    expect(await ranksOf("2108.04840")).toEqual([
      ["2021-08-13", 1, 1],
      ["2021-08-12", 2, 2],
      ["2021-08-16", 3, 3],
    ]);
    expect((await readPaper(db, id("2108.04840"))).map(({ date, rank, of }) => [date, rank, of])).toEqual([
      ["2021-08-16", 3, 3],
      ["2021-08-13", 1, 1],
      ["2021-08-12", 2, 2],
    ]);
    expect(await indexStatus(db)).toMatchObject({ digests: 3, papers: 3 });
  });

  test("in two networks on one day has one line with both counts, never added up", async () => {
    const counts = [twitter(5, 4), { network: "hackernews", points: 143, comments: 0 } as const];
    await putDigests(db, files, [
      digest("2021-08-12", [entry("2108.04840", 1, { counts, posts: [post("1")] })]),
    ]);
    expect(await lookup(db, [id("2108.04840")])).toEqual([
      {
        id: "2108.04840",
        entries: [{ date: "2021-08-12", rank: 1, of: 1, posts: 1, counts, heat: expect.any(Number) }],
      },
    ]);
  });

  test("without any counts still has its rank", async () => {
    await putDigests(db, files, [digest("2021-08-12", [entry("2108.04840", 1, { counts: [] })])]);
    expect(await lookup(db, [id("2108.04840")])).toMatchObject([
      { entries: [{ rank: 1, counts: [], heat: 0 }] },
    ]);
  });
});

describe("two feeds with the same day", () => {
  const facts = digest("2021-08-12", [entry("2108.04840", 1, { posts: [post("1")] })]);
  const rich = digest("2021-08-12", [
    entry("2108.04840", 1, { abstract: "Words.", posts: [post("1", { text: "said" })] }),
  ]);

  test("give one day: a richer copy adds words, never a second line", async () => {
    await replaceFeed(db, archive, [facts]);
    await putDigests(db, files, [rich]);
    expect(await readDay(db, "2021-08-12")).toEqual(rich);
    expect(await ranksOf("2108.04840")).toEqual([["2021-08-12", 1, 1]]);
    expect(await readPaper(db, id("2108.04840"))).toHaveLength(1);
    expect(await indexStatus(db)).toMatchObject({ digests: 1, papers: 1 });
  });

  test("the later one says what the day was, and the other shows again when that feed goes", async () => {
    await replaceFeed(db, archive, [digest("2021-08-12", ["2108.04840", "2108.05036"])]);
    const before = await dump(db);
    await putDigests(db, files, [
      digest("2021-08-12", ["2108.05040", "2108.05036", "2108.05041"], { generated: "2021-09-01T00:00:00" }),
      digest("2021-08-17", ["2108.04840"]),
    ]);
    expect(await ranksOf("2108.04840")).toEqual([["2021-08-17", 1, 1]]);
    expect(await ranksOf("2108.05036")).toEqual([["2021-08-12", 2, 3]]);

    await removeFeed(db, "files");
    expect(await dump(db)).toEqual(before);
  });

  test("an older copy of another feed is stored, though the newer one shows", async () => {
    await replaceFeed(db, archive, [digest("2021-08-12", ["2108.04840"])]);
    const older = digest("2021-08-12", ["2108.05036"], { generated: "2021-08-12T01:00:00" });
    expect(await putDigests(db, files, [older])).toMatchObject({ stored: ["2021-08-12"], older: [] });
    expect(await ranksOf("2108.05036")).toEqual([]);
    expect(await sizes(db)).toMatchObject({ digests: 2, days: 1 });
  });

  test("of two written at the same time the reader's own file goes before the bundled digests", async () => {
    await replaceFeed(db, archive, [digest("2021-08-12", ["2108.04840"])]);
    await putDigests(db, files, [digest("2021-08-12", ["2108.05036"])]);
    expect(await ranksOf("2108.05036")).toEqual([["2021-08-12", 1, 1]]);
  });
});

describe("replacing a feed", () => {
  test("takes a newer pack for the older one: its days only, whatever their age, words kept", async () => {
    await replaceFeed(db, archive, [
      digest("2021-08-12", [entry("2108.04840", 1, { abstract: "Kept." })]),
      digest("2021-08-13", ["2108.05036"]),
    ]);
    await putDigests(db, files, [digest("2021-08-13", ["2108.05040"], { generated: "2021-08-13T00:00:01" })]);
    const corrected = digest("2021-08-12", [entry("2108.04840", 1, { counts: [twitter(9, 9)] })], {
      generated: "2021-08-12T00:00:01",
    });
    await replaceFeed(db, { id: "archive", pack: "two" }, [corrected, digest("2021-08-16", ["2108.05041"])]);
    expect(await days(db)).toEqual([
      { date: "2021-08-12", papers: 1 },
      { date: "2021-08-13", papers: 1 },
      { date: "2021-08-16", papers: 1 },
    ]);
    expect(await readDay(db, "2021-08-12")).toMatchObject({
      papers: [{ abstract: "Kept.", counts: [twitter(9, 9)] }],
    });
    expect(await ranksOf("2108.05040")).toEqual([["2021-08-13", 1, 1]]);
    expect(await readFeed(db, "archive")).toEqual({ id: "archive", pack: "two" });
    expect(await indexStatus(db)).toMatchObject({ papers: 3, oldest: "2021-08-12", newest: "2021-08-16" });
  });
});

describe("removing", () => {
  test("a feed that has nothing is not an error", async () => {
    await removeFeed(db, "files");
    expect(Object.values(await sizes(db)).every((size) => size === 0)).toBe(true);
  });

  test("the last feed leaves nothing behind, not even empty blocks or a count", async () => {
    await putDigests(db, files, [digest("2021-08-12", [entry("2108.04840", 1, { abstract: "Words." })])]);
    await removeFeed(db, "files");
    expect(await sizes(db)).toMatchObject({ digests: 0, words: 0, blocks: 0, days: 0, feeds: 0 });
    expect(await indexStatus(db)).toMatchObject({ digests: 0, papers: 0 });
  });

  test("everything takes all stores, and leaves the note that says so", async () => {
    await putDigests(db, files, [digest("2021-08-12", [entry("2108.04840", 1, { abstract: "Words." })])]);
    const note = { id: "archive", deleted: true };
    await clearIndex(db, [note]);
    expect(await dump(db)).toEqual({
      digests: [],
      words: [],
      rows: [],
      days: [],
      heat: [],
      totals: [],
      feeds: [note],
      halfWrites: [],
    });
  });

  test("a feed's state is written alone if there is nothing else to write", async () => {
    await putFeed(db, archive);
    expect(await readFeed(db, "archive")).toEqual(archive);
  });
});

test("after any writes the blocks say what the days say", async () => {
  const anyDigest = fc
    .record({
      date: fc.constantFrom("2021-08-12", "2021-08-13", "2021-08-16"),
      hour: fc.integer({ min: 10, max: 14 }),
      papers: fc.uniqueArray(
        fc.constantFrom(
          "2108.04840",
          "2108.05036",
          "2108.05040",
          "2107.00512",
          "2107.00511",
          "hep-th/9901001",
        ),
      ),
    })
    .map(({ date, hour, papers }) => digest(date, papers, { generated: `${date}T${hour}:00:00` }));
  const anyWrite = fc.record({
    feed: fc.constantFrom("archive", "files", "other"),
    digests: fc.array(anyDigest, { maxLength: 4 }),
    way: fc.constantFrom("put", "put", "replace", "remove"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyWrite, { maxLength: 6 }), async (writes) => {
      await clearIndex(db, []);
      for (const { feed, digests, way } of writes) {
        if (way === "put") await putDigests(db, { id: feed }, digests);
        if (way === "replace") await replaceFeed(db, { id: feed }, digests);
        if (way === "remove") await removeFeed(db, feed);
      }
      const { rows, days: stored } = await dump(db);
      const merged: Digest[] = [];
      for (const { date } of stored) merged.push((await readDay(db, date)) ?? digest(date, []));
      expect(rows).toHaveLength(merged.flatMap(({ papers }) => papers).length);
      for (const { date, papers } of merged)
        for (const { id: paper, rank } of papers)
          expect(await ranksOf(paper)).toContainEqual([date, rank, papers.length]);
      const unique = new Set(merged.flatMap(({ papers }) => papers.map((paper) => paper.id)));
      expect(await indexStatus(db)).toMatchObject({ digests: stored.length, papers: unique.size });
    }),
    { numRuns: 60 },
  );
});
