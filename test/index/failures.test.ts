import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/index/open.ts";
import { clearIndex, putDigests, putFeedFile, removeFeed, replaceFeed } from "../../lib/index/write.ts";
import { endHalfWrites } from "../../lib/index/half-writes.ts";
import { days } from "../../lib/index/read.ts";
import type { StoredDigest } from "../../lib/index/schema.ts";
import { dump } from "./dump.ts";
import { failAtPut } from "./fail-at.ts";
import { digest, entry, post } from "./made.ts";

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
});
afterEach(closeIndex);
afterEach(() => vi.unstubAllGlobals());

const rich = (date: string, ...papers: string[]) =>
  digest(
    date,
    papers.map((paper, i) =>
      entry(paper, i + 1, { abstract: "Words.", posts: [post(`${i}`, { text: "said" })] }),
    ),
  );
const coming = [
  rich("2021-08-12", "2108.04840", "2107.00001", "2106.00001"),
  rich("2021-08-13", "2108.05036", "hep-th/9901001"),
];

describe("a write that ends in the middle", () => {
  // 1 note, 1 state of the feed, 2 digests with words and day each, 4 blocks, the sum
  const puts = 1 + 1 + 2 * 3 + 4 + 1;

  test.each(Array.from({ length: puts }, (_, i) => i + 1))(
    "at put %i leaves an empty index empty, and works when it is tried again",
    async (nth) => {
      const before = await dump(db);
      const failing = failAtPut(nth, "AbortError");
      await expect(putDigests(db, { id: "files" }, coming)).rejects.toMatchObject({ name: "StoreError" });
      failing.restore();
      expect(await dump(db)).toEqual(before);

      await putDigests(db, { id: "files" }, coming);
      const after = await dump(db);
      expect(after.days).toHaveLength(2);
      expect(after.rows).toHaveLength(5);
    },
  );

  test("leaves what was there before as it was", async () => {
    await putDigests(db, { id: "files" }, [digest("2021-08-12", ["2108.04840", "2101.00001"])]);
    const before = await dump(db);
    for (const nth of [1, 3, 6, 9]) {
      const failing = failAtPut(nth, "AbortError");
      await expect(replaceFeed(db, { id: "files" }, coming)).rejects.toMatchObject({ code: "failed" });
      failing.restore();
      expect(await dump(db)).toEqual(before);
    }
  });
});

describe("a write of several lots", () => {
  // 70 days: more than one transaction takes.
  const many = Array.from({ length: 70 }, (_, i) =>
    rich(new Date(Date.UTC(2021, 0, 1 + i)).toISOString().slice(0, 10), `2101.${`${i}`.padStart(5, "0")}`),
  );

  test("that ends at every fifth of its puts is taken back whole", { timeout: 120_000 }, async () => {
    await putDigests(db, { id: "files" }, [rich("2021-01-05", "2101.00001", "2101.00002")]);
    const before = await dump(db);
    // Facts, words and the day of each, and more.
    for (let nth = 1; nth <= 3 * 70; nth += 5) {
      const failing = failAtPut(nth, "QuotaExceededError");
      await expect(replaceFeed(db, { id: "archive", pack: "a" }, many), `${nth}`).rejects.toMatchObject({
        name: "StoreError",
      });
      failing.restore();
      expect(await dump(db), `${nth}`).toEqual(before);
    }
    await replaceFeed(db, { id: "archive", pack: "a" }, many);
    expect(await days(db)).toHaveLength(70);
  });

  test("whose end the background did not live to see is taken back at the next start", async () => {
    const before = await dump(db);
    // The notes and what the first lot wrote stay, as after a kill between two lots.
    const failing = failAtPut(205, "AbortError");
    const getAll = Reflect.get(IDBObjectStore.prototype, "getAll") as (...args: unknown[]) => IDBRequest;
    let looks = 0;
    const noTakingBack = vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === "halfWrites" && (looks += 1) > 1) throw new Error("killed");
      return getAll.apply(this, args);
    });
    await expect(putDigests(db, { id: "archive" }, many)).rejects.toMatchObject({ name: "StoreError" });
    noTakingBack.mockRestore();
    failing.restore();
    expect((await db.getAll("halfWrites")).length).toBeGreaterThan(0);
    expect((await db.getAll("digests")).length).toBeGreaterThan(0);
    await closeIndex();
    db = await openIndex();
    await endHalfWrites(db);
    expect(await dump(db)).toEqual(before);
    expect(await db.getAll("halfWrites")).toEqual([]);
  });

  test("of which a browser kept only a part of one transaction is taken back at the next start", async () => {
    await putDigests(db, { id: "files" }, [rich("2021-01-05", "2101.00001", "2101.00002")]);
    const before = await dump(db);
    // As Firefox left it: the note is there, a row of facts is new, its words, block and day are not.
    const copies = [{ date: "2021-01-06", feed: "files", facts: undefined, words: undefined }];
    await db.put("halfWrites", {
      lot: 0,
      before: { record: { id: "files", value: { id: "files" } }, copies },
    });
    const row = (await db.getAll("digests"))[0] as StoredDigest;
    await db.put("digests", { ...row, date: "2021-01-06" });
    await endHalfWrites(db);
    expect(await dump(db)).toEqual(before);
  });

  test("a removal that stopped half way is done to its end", async () => {
    await replaceFeed(db, { id: "archive" }, many);
    await putDigests(db, { id: "files" }, [rich("2021-01-05", "2101.00001")]);
    await db.put("halfWrites", { lot: 0, toDo: { remove: "archive" } });
    await endHalfWrites(db);
    expect(await days(db)).toEqual([{ date: "2021-01-05", papers: 1 }]);
    expect(await db.getAllKeys("feeds")).toEqual(["files"]);
  });
});

test("a full disk is told as such, and not as the last request's own end", async () => {
  failAtPut(4, "QuotaExceededError");
  await expect(putDigests(db, { id: "files" }, coming)).rejects.toMatchObject({
    name: "StoreError",
    code: "full",
    cause: { name: "QuotaExceededError" },
  });
});

describe("room is asked for before a write begins", () => {
  const room = (estimate: () => Promise<StorageEstimate>) =>
    vi.stubGlobal("navigator", { storage: { estimate } });
  const writes = [
    ["putDigests", () => putDigests(db, { id: "files" }, coming)],
    ["replaceFeed", () => replaceFeed(db, { id: "files" }, coming)],
    ["putFeedFile", () => putFeedFile(db, "files", { id: "files" }, coming)],
  ] as const;

  test.each(writes)("%s without room is refused, and nothing is written", async (_name, write) => {
    room(async () => ({ quota: 10_000, usage: 9_900 }));
    const before = await dump(db);
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
    await expect(write()).rejects.toMatchObject({ name: "StoreError", code: "full" });
    expect(transaction).not.toHaveBeenCalled();
    transaction.mockRestore();
    expect(await dump(db)).toEqual(before);
  });

  test.each([
    ["there is room", async () => ({ quota: 1e9, usage: 9_900 })],
    ["the browser does not say", async () => ({})],
    ["the browser refuses to say", () => Promise.reject(new TypeError("no"))],
  ])("and if %s it is made", async (_when, estimate) => {
    room(estimate);
    for (const [, write] of writes) await write();
    expect((await dump(db)).days).toHaveLength(2);
  });

  test("only a feed's state, which may say that there is no room, needs none", async () => {
    room(async () => ({ quota: 10, usage: 10 }));
    await expect(putFeedFile(db, "files", { id: "files" }, [])).resolves.not.toThrow();
  });
});

test("writes to a connection that was closed are refused with an error of ours", async () => {
  await closeIndex();
  for (const write of [putDigests(db, { id: "files" }, coming), removeFeed(db, "files"), clearIndex(db, [])])
    await expect(write).rejects.toMatchObject({ name: "StoreError", code: "failed" });
});
