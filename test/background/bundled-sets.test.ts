/** The two bundled sets beside each other: one comes, goes and comes back without the other. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { packDigests } from "../../lib/digest/pack.ts";
import { ask } from "../../lib/messages/ask.ts";
import { openIndex } from "../../lib/index/open.ts";
import { days, readFeed } from "../../lib/index/read.ts";
import { putDigests } from "../../lib/index/write.ts";
import { failAtPut } from "../index/fail-at.ts";
import { digest, entry, id } from "../index/made.ts";
import { packOf, startWorker, stopWorker, stored } from "./life.ts";

const tweeted = digest("2021-08-12", ["2108.04840"]);
const upvoted: Digest = digest("2026-08-07", [
  entry("2608.05987", 1, {
    categories: [],
    counts: [{ network: "huggingface", upvotes: 67, at: "2026-08-08T00:40:03" }],
  }),
]);
const both = packDigests({ archive: [tweeted], huggingface: [upvoted] });
const packIds = { archive: "one", huggingface: "two" };
const start = async (pack = both, ids = packIds) => {
  const life = await startWorker({ pack, packIds: ids });
  await life.started;
  return life;
};
const hits = async () =>
  (await ask("lookup", { ids: [id("2108.04840"), id("2608.05987")], group: "list" }))
    .map((badge) => badge.id as string)
    .toSorted();
const TWITTER = ["2108.04840"];
const HUGGING_FACE = ["2608.05987"];
const BOTH = [...TWITTER, ...HUGGING_FACE];

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(stopWorker);

test("both are there after the first start, which reads the pack once", async () => {
  const life = await start();
  expect(await hits()).toEqual(BOTH);
  expect(life.fetched()).toBe(1);
  expect(await stored("archive")).toEqual({ state: "whole", progress: 1 });
  expect((await start()).fetched()).toBe(0);
});

describe("an update of an extension that had only Twitter's", () => {
  test("brings the other set, and takes nothing of the reader's", async () => {
    await (
      await startWorker({ pack: packOf(tweeted), packId: "old" })
    ).started;
    await putDigests(await openIndex(), { id: "files" }, [digest("2021-08-17", ["2108.09999"])]);
    await start();
    expect(await hits()).toEqual(BOTH);
    expect((await days(await openIndex())).map(({ date }) => date)).toEqual([
      "2021-08-12",
      "2021-08-17",
      "2026-08-07",
    ]);
  });

  test("answers from what is there while the other set comes", async () => {
    await (
      await startWorker({ pack: packOf(tweeted), packId: "one" })
    ).started;
    await startWorker({ pack: new Promise(() => undefined), packIds });
    expect(await hits()).toEqual(TWITTER);
  });

  test("brings nothing back to a reader who deleted everything", async () => {
    await (
      await startWorker({ pack: packOf(tweeted), packId: "old" })
    ).started;
    await ask("deleteEverything", {});
    for (let starts = 0; starts < 2; starts += 1) {
      expect((await start()).fetched()).toBe(0);
      expect(await hits()).toEqual([]);
      expect(await ask("status", {})).toMatchObject({ archive: "deleted", digests: 0 });
    }
    await ask("restoreArchive", {});
    expect(await hits()).toEqual(BOTH);
  });
});

describe("a set that was removed", () => {
  test.each([
    ["archive", HUGGING_FACE],
    ["huggingface", TWITTER],
  ] as const)(
    "(%s) is gone, stays away over starts and updates, and comes back without the other",
    async (set, rest) => {
      await start();
      await ask("removeBundled", { id: set });
      expect(await hits()).toEqual(rest);
      expect(await ask("status", {})).toMatchObject({ archive: "whole", digests: 1, papers: 1 });
      await start();
      expect(await hits()).toEqual(rest);
      const updated = await start(both, { archive: "three", huggingface: "four" });
      expect(await hits()).toEqual(rest);
      expect([...(await updated.archive.sets())]).toEqual(expect.arrayContaining([[set, "deleted"]]));

      expect((await ask("feedsStatus", {})).bundled).toContainEqual({
        id: set,
        state: "deleted",
        digests: 0,
        covered: [],
      });
      await ask("restoreArchive", { id: set });
      expect(await hits()).toEqual(BOTH);
      expect(await stored("archive")).toEqual({ state: "whole", progress: 1 });
    },
  );

  test("stays away if the other one was not there yet: it was not everything", async () => {
    const failing = failAtPut(1, "AbortError");
    const life = await startWorker({ pack: both, packIds });
    await life.started;
    failing.restore();
    await life.archive.remove("archive");
    await start();
    expect(await hits()).toEqual(HUGGING_FACE);
  });

  test("takes its words' state with it, so that they are fetched again after it came back", async () => {
    const life = await start();
    const db = await openIndex();
    await putDigests(db, { id: "archive/words", progress: { read: ["2021-08-12"] } }, []);
    await life.archive.remove("archive");
    expect(await readFeed(db, "archive/words")).toBeUndefined();
  });
});

test("of two sets with a damaged pack the present one stays, and a good pack brings the other", async () => {
  await (
    await startWorker({ pack: packOf(tweeted), packId: "one" })
  ).started;
  await start("{}");
  expect(await hits()).toEqual(TWITTER);
  expect(await ask("status", {})).toMatchObject({ archive: "failed", digests: 1 });
  await start();
  expect(await hits()).toEqual(BOTH);
});

test("an import that ends between two sets leaves one whole; the next start brings the other", async () => {
  const failing = failAtPut(9, "AbortError"); // in what the second set writes
  await (
    await startWorker({ pack: both, packIds })
  ).started;
  failing.restore();
  expect(await hits()).toEqual(TWITTER);
  await start();
  expect(await hits()).toEqual(BOTH);
});

test("a bundled day that a feed knows better is the feed's, then what only the bundled day has", async () => {
  await start();
  const live = digest("2026-08-07", [
    entry("2608.00001", 1, { counts: [{ network: "huggingface", upvotes: 90 }] }),
    entry("2608.05987", 2, { counts: [{ network: "huggingface", upvotes: 80 }] }),
  ]);
  await putDigests(await openIndex(), { id: "live" }, [live]);
  const [badge] = (await ask("lookup", { ids: [id("2608.05987")], group: "list" })) ?? [];
  expect(badge?.words.sentence.join("")).toContain("80 upvotes");
});
