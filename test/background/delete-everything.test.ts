import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { readMarks } from "../../lib/marks/stored-marks.ts";
import { ask } from "../../lib/messages/ask.ts";
import { keepDayChange } from "../../lib/settings/day-change.ts";
import { changeFeedSettings } from "../../lib/settings/feeds.ts";
import { keepError } from "../../lib/settings/last-errors.ts";
import { keepNewsSince } from "../../lib/settings/news.ts";
import { changeSettings } from "../../lib/settings/settings.ts";
import { keepVisits } from "../../lib/settings/visits.ts";
import { openIndex } from "../../lib/index/open.ts";
import { putDigests } from "../../lib/index/write.ts";
import { saveCheck } from "../../lib/feeds/feed-checks.ts";
import { change } from "../marks/made.ts";
import { sizes } from "../index/dump.ts";
import { digest } from "../index/made.ts";
import { packOf, startWorker, stopWorker } from "./life.ts";

const pack = packOf(digest("2021-08-12", ["2108.04840"]));
const feed = { id: "feed-1", address: "https://feed.example/v1/latest.json", title: "A feed", on: true };

/** Something of every kind that is the reader's own. */
async function fill(): Promise<void> {
  await putDigests(await openIndex(), { id: "files" }, [digest("2021-08-13", ["2108.05036"])]);
  await changeFeedSettings(() => ({ feeds: [feed], fullTexts: true, live: true }));
  await saveCheck(feed.id, { failures: 1, last: 5, next: 8e15 });
  await ask("setMark", change());
  await ask("setMark", { ...change(), privately: true });
  await changeSettings({ listBadges: false });
  await keepDayChange(8);
  await keepVisits({ at: 5, now: { day: "2021-08-13", ids: ["2108.05036"] } });
  await keepNewsSince("0.0.1");
  await keepError(new Error("something"), 5);
  await fakeBrowser.storage.local.set({
    welcomed: true,
    changedPages: ["abs"],
    live: { asked: [5] },
    ours: 1,
  });
}

/** From the `nth` change of stored values on none is done any more, as if the browser had been killed there. */
function killAt(nth: number): { changes: () => number; restore: () => void } {
  let count = 0;
  const { local, session } = fakeBrowser.storage;
  const spies = (
    [
      [local, "set"],
      [local, "remove"],
      [session, "remove"],
      [session, "clear"],
    ] as const
  ).map(([area, name]) => {
    const real = (area[name] as (...args: unknown[]) => Promise<void>).bind(area);
    return vi.spyOn(area, name as "set").mockImplementation(async (...args: unknown[]) => {
      if ((count += 1) >= nth) throw new Error("killed");
      await real(...args);
    });
  });
  return {
    changes: () => count,
    restore() {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

const FACT: ReadonlySet<string> = new Set(["archive", "mirror", "mirror:newest", "revision"]);
async function expectNothing() {
  const { digests, words, days, blocks, heat, feeds } = await sizes(await openIndex());
  expect({ digests, words, days, blocks, heat, feeds }).toEqual({
    digests: 0,
    words: 0,
    days: 0,
    blocks: 0,
    heat: 0,
    feeds: 1,
  });
  const local = await fakeBrowser.storage.local.get(null);
  expect(Object.keys(local).filter((key) => !FACT.has(key))).toEqual([]);
  expect(local["archive"]).toMatchObject({ state: "deleted" });
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
}

beforeEach(async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  await (
    await startWorker({ pack })
  ).started;
  await fill();
});
afterEach(stopWorker);

describe("deleting everything with all ticked", () => {
  test("leaves nothing but that fact, in every storage", async () => {
    await ask("deleteEverything", { all: true });
    await vi.waitFor(expectNothing);
    await (
      await startWorker({ pack })
    ).started;
    await vi.waitFor(expectNothing);
  });

  test("goes on at the next start wherever it was killed", async () => {
    const counting = killAt(Infinity);
    await ask("deleteEverything", { all: true });
    counting.restore();
    const steps = counting.changes();
    expect(steps).toBeGreaterThan(6);
    for (let nth = 2; nth <= steps; nth += 1) {
      await ask("restoreArchive", {});
      await fill();
      const killed = killAt(nth);
      await ask("deleteEverything", { all: true }).catch(() => undefined);
      killed.restore();
      await (
        await startWorker({ pack })
      ).started;
      await vi.waitFor(expectNothing);
    }
  });
});

test("deleting only the digests goes on too, and leaves marks and choices", async () => {
  const killed = killAt(3);
  await ask("deleteEverything", {}).catch(() => undefined);
  killed.restore();
  await (
    await startWorker({ pack })
  ).started;
  expect(await ask("status", {})).toMatchObject({ archive: "deleted", digests: 0 });
  expect((await readMarks()).size).toBe(1);
});

test("a deletion that was told to have failed is not taken up again behind the reader's back", async () => {
  vi.spyOn(IDBObjectStore.prototype, "clear").mockImplementation(() => {
    throw new DOMException("no", "UnknownError");
  });
  await expect(ask("deleteEverything", { all: true })).rejects.toMatchObject({ code: "failed" });
  vi.restoreAllMocks();
  vi.spyOn(console, "warn").mockReturnValue();
  await (
    await startWorker({ pack })
  ).started;
  expect((await readMarks()).size).toBe(1);
});
