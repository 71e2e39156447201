import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { readMarks } from "../../lib/marks/stored-marks.ts";
import { ask } from "../../lib/messages/ask.ts";
import { keepDayChange, readDayChange } from "../../lib/settings/day-change.ts";
import { changeFeedSettings, readFeedSettings } from "../../lib/settings/feeds.ts";
import { changeSettings, DEFAULTS, readSettings } from "../../lib/settings/settings.ts";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { putDigests } from "../../lib/index/write.ts";
import { packText } from "../digest/bundled-digests.ts";
import { change } from "../marks/made.ts";
import { sizes } from "../index/dump.ts";
import { failAtPut } from "../index/fail-at.ts";
import { digest, entry, id } from "../index/made.ts";
import { packOf, startWorker, stopWorker, stored } from "./life.ts";

const one = packOf(digest("2021-08-12", ["2108.04840", "2108.05036"]), digest("2021-08-13", ["2108.05040"]));
const two = packOf(digest("2021-08-12", ["2108.05036"]), digest("2021-08-16", ["2108.05041"]));

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(stopWorker);

const hits = async (...ids: string[]) =>
  (await ask("lookup", { ids: ids.map(id), group: "list" })).map((badge) => badge.id as string).toSorted();

describe("the first start", () => {
  test("brings the archive in, and the page that asked meanwhile gets its badges", async () => {
    const life = await startWorker({ pack: one });
    expect(await hits("2108.04840", "2108.05041")).toEqual(["2108.04840"]);
    await life.started;
    expect(await ask("status", {})).toEqual({
      archive: "whole",
      progress: 1,
      digests: 2,
      papers: 3,
      oldest: "2021-08-12",
      newest: "2021-08-13",
      bytes: 0,
    });
    expect(await stored("archive")).toEqual({ state: "whole", progress: 1 });
    expect(await stored("revision")).toBe(1);
  });

  test("shows an import while it runs, to pages that ask and pages that watch", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const life = await startWorker({ pack: promise });
    expect(await ask("status", {})).toMatchObject({ archive: "importing", progress: 0, digests: 0 });
    expect(await stored("archive")).toEqual({ state: "importing", progress: 0 });
    resolve(one);
    await life.started;
    expect(await ask("status", {})).toMatchObject({ archive: "whole", digests: 2 });
  });

  test("writes its progress a few times only, rising", async () => {
    let now = 0;
    vi.spyOn(Date, "now").mockImplementation(() => (now += 30));
    const set = vi.spyOn(fakeBrowser.storage.local, "set");
    const days = Array.from({ length: 28 }, (_, i) =>
      digest(`2021-02-${String(i + 1).padStart(2, "0")}`, []),
    );
    const life = await startWorker({ pack: packOf(...days) });
    await life.started;
    await vi.waitFor(async () => expect(await stored("archive")).toMatchObject({ state: "whole" }));
    const shown = set.mock.calls.flatMap(([values]) => ("archive" in values ? [values["archive"]] : []));
    const progress = (shown as { progress: number }[]).map((state) => state.progress);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.length).toBeGreaterThan(4);
    expect(progress.length).toBeLessThan(30);
  });

  test("does not wait for ever: with an import that hangs it answers from what is there", async () => {
    await putDigests(await openIndex(), { id: "files" }, [digest("2021-08-16", ["2108.05041"])]);
    await startWorker({ pack: new Promise(() => undefined), patience: 30 });
    expect(await hits("2108.04840", "2108.05041")).toEqual(["2108.05041"]);
  });
});

describe("an import that ended in the middle", () => {
  test.each([1, 2, 4, 6, 7])(
    "at write %i has left nothing, and is made up for at the next start",
    async (nth) => {
      const failing = failAtPut(nth, "AbortError");
      const life = await startWorker({ pack: one });
      await life.started;
      failing.restore();
      const nothing = { digests: 0, words: 0, blocks: 0, days: 0, totals: 0, feeds: 0 };
      expect(await sizes(await openIndex())).toMatchObject(nothing);
      expect(await hits("2108.04840")).toEqual([]);

      const next = await startWorker({ pack: one });
      expect(await hits("2108.04840", "2108.05040")).toEqual(["2108.04840", "2108.05040"]);
      await next.started;
      expect(await sizes(await openIndex())).toMatchObject({ digests: 2, days: 2, feeds: 1 });
    },
  );

  test("because the worker was killed while it read the pack begins again", async () => {
    await startWorker({ pack: new Promise(() => undefined) });
    expect(await ask("status", {})).toMatchObject({ archive: "importing" });
    const next = await startWorker({ pack: one });
    await next.started;
    expect(await ask("status", {})).toMatchObject({ archive: "whole", digests: 2 });
  });

  test("because the browser closed the database is tried again too", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const life = await startWorker({ pack: promise });
    await ask("status", {});
    await closeIndex();
    resolve(one);
    await life.started;
    expect(await hits("2108.04840")).toEqual(["2108.04840"]);
  });
});

describe("a failure is reported in words", () => {
  test("a damaged pack, which a good one mends", async () => {
    const life = await startWorker({ pack: one.slice(0, -40) });
    await life.started;
    expect(await ask("status", {})).toMatchObject({
      archive: "failed",
      failure: expect.stringContaining("Update or reinstall the extension") as string,
      digests: 0,
    });
    await expect.poll(() => stored("archive")).toMatchObject({ state: "failed" });
    expect(await stored("revision")).toBeUndefined();

    const next = await startWorker({ pack: one });
    await next.started;
    expect(await ask("status", {})).toMatchObject({ archive: "whole", digests: 2 });
  });

  test("a full disk", async () => {
    failAtPut(5, "QuotaExceededError");
    const life = await startWorker({ pack: one });
    await life.started;
    expect(await ask("status", {})).toMatchObject({
      archive: "failed",
      failure: expect.stringContaining("Make room") as string,
    });
  });

  test("an index of a newer version of the extension", async () => {
    await new Promise((resolve, reject) => {
      const request = indexedDB.open("hot-papers", 99);
      request.addEventListener("success", () => resolve(request.result.close()));
      request.addEventListener("error", reject);
    });
    const life = await startWorker({ pack: one });
    await life.started;
    const failure = "A newer version of this extension wrote the index. Update the extension.";
    expect(await ask("status", {})).toEqual({
      archive: "failed",
      progress: 0,
      failure,
      digests: 0,
      papers: 0,
      bytes: 0,
    });
    await expect(hits("2108.04840")).rejects.toMatchObject({ code: "failed", message: failure });
  });
});

describe("later starts", () => {
  test("read no pack, write nothing and raise no revision when the archive is there", async () => {
    await (
      await startWorker({ pack: one })
    ).started;
    await expect.poll(() => stored("archive")).toMatchObject({ state: "whole" });
    const set = vi.spyOn(fakeBrowser.storage.local, "set");
    const next = await startWorker({ pack: one });
    await next.started;
    expect(await hits("2108.04840")).toEqual(["2108.04840"]);
    expect(next.fetched()).toBe(0);
    expect(set).not.toHaveBeenCalled();
    expect(await ask("status", {})).toMatchObject({ archive: "whole", progress: 1 });
  });

  test("correct what an interrupted worker has left on show", async () => {
    await (
      await startWorker({ pack: one })
    ).started;
    await fakeBrowser.storage.local.set({ archive: { state: "importing", progress: 0.9 } });
    await (
      await startWorker({ pack: one })
    ).started;
    await expect.poll(() => stored("archive")).toEqual({ state: "whole", progress: 1 });
  });

  test("after an update with another pack take that one for the old one, files of the reader kept", async () => {
    await (
      await startWorker({ pack: one })
    ).started;
    await putDigests(await openIndex(), { id: "files" }, [digest("2021-08-17", ["2108.09999"])]);
    await (
      await startWorker({ packId: "two", pack: two })
    ).started;
    expect(await hits("2108.04840", "2108.05036", "2108.05040", "2108.05041", "2108.09999")).toEqual([
      "2108.05036",
      "2108.05041",
      "2108.09999",
    ]);
    expect(await ask("status", {})).toMatchObject({ archive: "whole", digests: 3, papers: 3 });
    expect(await stored("revision")).toBe(2);
  });

  test("answer from the old pack while the new one comes", async () => {
    await (
      await startWorker({ pack: one })
    ).started;
    await startWorker({ packId: "two", pack: new Promise(() => undefined) });
    expect(await hits("2108.04840")).toEqual(["2108.04840"]);
  });

  test("keep the old pack when the new one is damaged", async () => {
    await (
      await startWorker({ pack: one })
    ).started;
    await (
      await startWorker({ packId: "two", pack: "{}" })
    ).started;
    expect(await hits("2108.04840")).toEqual(["2108.04840"]);
    expect(await ask("status", {})).toMatchObject({ archive: "failed", digests: 2 });
  });
});

test("two imports never run at once: the second finds it done", async () => {
  const life = await startWorker({ pack: one });
  await Promise.all([life.started, life.archive.ensure(), ask("restoreArchive", {})]);
  expect(life.fetched()).toBe(1);
  expect(await stored("revision")).toBe(1);
});

describe("deleting everything", () => {
  const nothing = { archive: "deleted", digests: 0, papers: 0 };

  test("takes the archive and the reader's files; no start or update brings the archive back", async () => {
    await (
      await startWorker({ pack: one })
    ).started;
    await putDigests(await openIndex(), { id: "files" }, [
      digest("2021-08-17", [entry("2108.09999", 1, { abstract: "Words." })]),
    ]);
    await ask("deleteEverything", {});
    expect(await hits("2108.04840", "2108.09999")).toEqual([]);
    expect(await ask("status", {})).toMatchObject(nothing);
    expect(await sizes(await openIndex())).toMatchObject({
      digests: 0,
      words: 0,
      blocks: 0,
      days: 0,
      feeds: 1,
    });
    expect(await stored("revision")).toBe(2);

    for (const packId of ["one", "two"]) {
      const next = await startWorker({ packId, pack: one });
      await next.started;
      expect(next.fetched()).toBe(0);
      expect(await ask("status", {})).toMatchObject(nothing);
    }
    await expect.poll(() => stored("archive")).toMatchObject({ state: "deleted" });
  });

  test("leaves feeds, marks and what was chosen, unless they are to go too", async () => {
    await (
      await startWorker({ pack: one })
    ).started;
    const feed = { id: "feed-1", address: "https://feed.example/v1/latest.json", title: "A feed", on: true };
    await changeFeedSettings(() => ({ feeds: [feed], offerDismissed: true }));
    await ask("setMark", change());
    await changeSettings({ listBadges: false });
    await keepDayChange(8);

    await ask("deleteEverything", {});
    expect((await readFeedSettings()).feeds).toEqual([{ ...feed, on: false }]);
    expect((await readMarks()).size).toBe(1);
    expect(await readSettings()).toMatchObject({ listBadges: false });

    await ask("deleteEverything", { all: true });
    expect(await readFeedSettings()).toMatchObject({ feeds: [], removed: [], offerDismissed: false });
    expect((await readMarks()).size).toBe(0);
    expect(await readSettings()).toEqual(DEFAULTS);
    expect(await readDayChange()).toBeUndefined();
    expect(await ask("status", {})).toMatchObject(nothing);
  });

  test("during an import wins over it", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const life = await startWorker({ pack: promise });
    const deleting = ask("deleteEverything", {});
    resolve(one);
    await Promise.all([life.started, deleting]);
    expect(await ask("status", {})).toMatchObject(nothing);
  });

  test("can be undone for the archive, at once and for later starts", async () => {
    await (
      await startWorker({ pack: one })
    ).started;
    await ask("deleteEverything", {});
    await ask("restoreArchive", {});
    expect(await ask("status", {})).toMatchObject({ archive: "whole", digests: 2 });
    expect(await hits("2108.04840")).toEqual(["2108.04840"]);
    const next = await startWorker({ pack: one });
    await next.started;
    expect(next.fetched()).toBe(0);
  });

  test("undone and stopped in the middle comes back at the next start", async () => {
    await (
      await startWorker({ pack: one })
    ).started;
    await ask("deleteEverything", {});
    await startWorker({ pack: new Promise(() => undefined) });
    void ask("restoreArchive", {});
    await expect.poll(() => ask("status", {})).toMatchObject({ archive: "importing" });
    await (
      await startWorker({ pack: one })
    ).started;
    expect(await ask("status", {})).toMatchObject({ archive: "whole", digests: 2 });
  });
});

test("restoring says what stopped it", async () => {
  await (
    await startWorker({ pack: "no pack" })
  ).started;
  await expect(ask("restoreArchive", {})).rejects.toMatchObject({ code: "failed", message: /damaged pack/u });
});

test("the pack that ships is in the index as a whole", async () => {
  const life = await startWorker({ pack: packText(), packIds: { archive: "one", huggingface: "two" } });
  expect(await ask("lookup", { ids: [id("2108.04840")], group: "abstract" })).toMatchObject([
    {
      rank: 1,
      words: {
        rank: "1st of 11",
        day: "on 12 Aug 2021",
        sentence: [
          "1st of 11 on 12 August 2021",
          ": ",
          "3,135 retweets",
          ", ",
          "247 favorites",
          ", ",
          "1 tweet",
        ],
      },
    },
  ]);
  await life.started;
  expect(await ask("status", {})).toMatchObject({
    archive: "whole",
    digests: 294 + 334,
    papers: 3343 + 6439,
    oldest: "2020-06-29",
    newest: "2026-08-07",
  });
});

test("a worker that was stopped after the import and before it told leaves that to the next one", async () => {
  await (
    await startWorker({ pack: one })
  ).started;
  await fakeBrowser.storage.local.remove("revision");
  await putDigests(await openIndex(), { id: "files" }, [digest("2020-12-07", [])]); // and stopped here
  await (
    await startWorker({ pack: one })
  ).started;
  expect(await stored("revision")).toBe(1);
  await (
    await startWorker({ pack: one })
  ).started;
  expect(await stored("revision")).toBe(1);
});
