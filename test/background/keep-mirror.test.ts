import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { browser } from "../../lib/browser.ts";
import type { Digest } from "../../lib/digest/digest.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import {
  createMirrorReader,
  monthKey,
  NEWEST_KEY,
  type NewestMonths,
  STATE_KEY,
} from "../../lib/index/mirror/mirror.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { lookup } from "../../lib/index/lookup.ts";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { clearIndex, putDigests, removeFeed } from "../../lib/index/write.ts";
import { badgeInWords } from "../../lib/texts/badge-wording.ts";
import { syncMirror } from "../../lib/background/keep-mirror.ts";
import { head, paper } from "../digest/made.ts";
import { digest as made, entry } from "../index/made.ts";

beforeEach(() => closeIndex());

const digest = (day: string, ...papers: string[]): Digest => {
  const [read] = parseMarkdown(head(day) + papers.join("")).digests;
  if (!read) throw new Error("the made digest cannot be read");
  return read;
};
const ids = ["2108.04840", "2108.09999", "2201.00001", "hep-th/9901001"] as PaperId[];
const inMirror = async (months: string[] = []) => {
  const mirror = createMirrorReader((keys) => browser.storage.local.get(keys));
  await mirror.prefetch(months);
  return mirror.lookup(ids);
};
const sorted = <T extends { id: string }>(badges: T[]) => badges.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What the mirror says must be what the index says, month by month and in the newest months together. */
async function expectSame(): Promise<number> {
  const { badges, rest } = await inMirror();
  expect(await inMirror(["2108"])).toEqual({ badges, rest });
  expect(rest).toEqual([]);
  const facts = await lookup(await openIndex(), ids);
  expect(sorted(badges)).toEqual(sorted(facts.map(badgeInWords)));
  return badges.length;
}

describe("after each change of the index the mirror says the same", () => {
  test("digests that come, are replaced, and go", async () => {
    const db = await openIndex();
    await putDigests(db, { id: "files" }, [
      digest("2021-08-12", paper(1, "2108.04840"), paper(2, "hep-th/9901001")),
    ]);
    await syncMirror();
    expect(await expectSame()).toBe(2);
    await putDigests(db, { id: "files" }, [
      digest("2022-01-13", paper(1, "2201.00001"), paper(2, "2108.04840")),
    ]);
    await syncMirror();
    expect(await expectSame()).toBe(3);
    await putDigests(db, { id: "other" }, [digest("2021-08-13", paper(1, "2108.09999"))]);
    await removeFeed(db, "files");
    await syncMirror();
    expect(await expectSame()).toBe(1);
    await clearIndex(db, []);
    await syncMirror();
    expect(await expectSame()).toBe(0);
  });

  test("bars that changed because an earlier day came", async () => {
    const db = await openIndex();
    const votes = (date: string, from: number) =>
      made(
        date,
        Array.from({ length: 30 }, (_, n) =>
          entry(`2108.${from + n}`, n + 1, { counts: [{ network: "huggingface", upvotes: n }] }),
        ),
      );
    const heat = async () => (await inMirror()).badges[0]?.heat;
    await putDigests(db, { id: "feed-a" }, [votes("2021-08-13", 10_001)]);
    await putDigests(db, { id: "feed-b" }, [
      made("2021-08-13", [entry("2108.04840", 1, { counts: [{ network: "huggingface", upvotes: 25 }] })]),
    ]);
    await syncMirror();
    expect(await expectSame()).toBe(1);
    expect(await heat()).toBe(0);
    await putDigests(db, { id: "feed-a" }, [votes("2021-07-01", 20_001)]);
    await syncMirror();
    await expectSame();
    expect(await heat()).toBe(5);
    await removeFeed(db, "feed-a");
    await syncMirror();
    await expectSame();
    expect(await heat()).toBe(0);
  });

  test("a change that an earlier worker did not get to is made up for", async () => {
    const db = await openIndex();
    await putDigests(db, { id: "files" }, [digest("2021-08-12", paper(1, "2108.04840"))]);
    await syncMirror();
    await putDigests(db, { id: "files" }, [digest("2021-08-13", paper(1, "2108.09999"))]); // and stopped here
    await syncMirror();
    expect(await expectSame()).toBe(2);
  });
});

/** Notes of the mirror that it is of the same version, language and time, and that its rows have no number yet. */
async function noteOlderRows(): Promise<void> {
  const state = (await browser.storage.local.get(STATE_KEY))[STATE_KEY] as { words: string };
  await browser.storage.local.set({ [STATE_KEY]: { ...state, words: state.words.replace(/ \d+$/u, "") } });
}

test.each([
  ["an update", () => Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: "2" }) })],
  ["another language", () => Object.assign(fakeBrowser.i18n, { getUILanguage: () => "de" })],
  ["rows of an older form", () => noteOlderRows()],
])("after %s badges are put in words anew, though the index is as it was", async (_what, change) => {
  const db = await openIndex();
  await putDigests(db, { id: "files" }, [digest("2021-08-12", paper(1, "2108.04840"))]);
  await syncMirror();
  await browser.storage.local.set({ [monthKey("2108")]: "" }); // as an older one may have written it
  await syncMirror();
  expect((await inMirror(["2108"])).badges).toEqual([]);
  await change();
  vi.resetModules(); // the language is asked for once
  const again = await import("../../lib/background/keep-mirror.ts");
  await again.syncMirror();
  expect((await inMirror(["2108"])).badges).toHaveLength(1);
});

test("what is deleted while the change before is being mirrored does not stay in the mirror", async () => {
  const db = await openIndex();
  await putDigests(db, { id: "files" }, [digest("2021-08-12", paper(1, "2108.04840"))]);
  await syncMirror(() => clearIndex(db, []));
  await syncMirror();
  expect(await expectSame()).toBe(0);
});

test("a mirror that can neither be written nor taken away does not count as up to date", async () => {
  const db = await openIndex();
  await putDigests(db, { id: "files" }, [digest("2021-08-12", paper(1, "2108.04840"))]);
  await syncMirror();
  await putDigests(db, { id: "files" }, [digest("2021-08-13", paper(1, "2108.09999"))]);
  const broken = (["set", "remove"] as const).map((name) =>
    vi.spyOn(browser.storage.local, name).mockRejectedValue(new Error("IO error")),
  );
  vi.spyOn(console, "warn").mockReturnValue(undefined);
  await syncMirror();
  for (const each of broken) each.mockRestore();
  await syncMirror();
  expect(await expectSame()).toBe(2);
});

test("before there is a mirror, pages are told to ask the index", async () => {
  expect((await inMirror()).rest).toEqual(ids);
});

test("a mirror that cannot be written is removed, so that no page trusts it and space is free", async () => {
  const db = await openIndex();
  await putDigests(db, { id: "files" }, [digest("2021-08-12", paper(1, "2108.04840"))]);
  await syncMirror();
  await putDigests(db, { id: "files" }, [digest("2021-08-13", paper(1, "2108.09999"))]);
  const full = vi.spyOn(browser.storage.local, "set").mockRejectedValue(new Error("QuotaExceededError"));
  const said = vi.spyOn(console, "warn").mockReturnValue(undefined);
  await syncMirror();
  full.mockRestore();
  expect(said).toHaveBeenCalledOnce();
  expect((await inMirror()).rest).toEqual(ids);
  expect(
    Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith("mirror")),
  ).toEqual([]);
  await syncMirror();
  expect(await expectSame()).toBe(2);
});

describe("an index that is too large for storage", () => {
  /** 300 papers of a month in one digest, each of a list with a name as long as names may be. */
  const fatMonth = (month: string): Digest =>
    made(
      `20${month.slice(0, 2)}-${month.slice(2)}-01`,
      Array.from({ length: 300 }, (_, n) =>
        entry(`${month}.${String(n + 1).padStart(5, "0")}`, n + 1, { counts: [], list: "l".repeat(2000) }),
      ),
    );
  const months = ["1601", "1712", "1801", "1802", "1803", "1804", "1805", "1806"];
  const { local } = browser.storage;
  const [realGet, realSet] = [local.get.bind(local), local.set.bind(local)];
  const bytesStored = async () => JSON.stringify(await realGet(null)).length;
  const asked = ["1601.00001", "1805.00001", "1806.00001"] as PaperId[];
  const read = () => createMirrorReader((keys) => browser.storage.local.get(keys)).lookup(asked);

  test("is mirrored up to 4 of the 10 MB there are, the newest months first", async () => {
    for (const month of months) await putDigests(await openIndex(), { id: "files" }, [fatMonth(month)]);
    await syncMirror();
    expect(await bytesStored()).toBeLessThan(4_000_000);
    expect(await bytesStored()).toBeGreaterThan(2_500_000);
    const { badges, rest } = await read();
    expect([badges.map((badge) => badge.id), rest]).toEqual([["1805.00001", "1806.00001"], ["1601.00001"]]);
  });

  test("what is read together is no more than the newest months, to which later ones are added", async () => {
    const db = await openIndex();
    const newest = async () => (await realGet(NEWEST_KEY))[NEWEST_KEY] as NewestMonths;
    const small = (month: string) => made(`20${month.slice(0, 2)}-${month.slice(2)}-02`, [`${month}.00001`]);
    const fat = [fatMonth("1712"), fatMonth("1801")]; // which do not fit together
    await putDigests(db, { id: "files" }, [...fat, small("1802"), small("1803")]);
    await syncMirror();
    const before = await newest();
    await putDigests(db, { id: "files" }, [small("1710"), small("1804")]);
    await syncMirror();
    const after = await newest();
    expect(Object.keys(after.months).length, "and no older one").toBe(Object.keys(before.months).length + 1);
    expect(after.since).toBe(before.since);
    expect(Object.keys(after.months)).toContain("1804");
    expect(JSON.stringify(after).length).toBeLessThan(1_050_000);
    await expectSame();
  });

  test("never takes more on its way there, whatever comes meanwhile, and is not rebuilt each time", async () => {
    const db = await openIndex();
    await putDigests(db, { id: "files" }, [fatMonth("1601")]);
    await syncMirror();
    for (const month of months.slice(1)) await putDigests(db, { id: "files" }, [fatMonth(month)]);
    let most = 0;
    vi.spyOn(local, "set").mockImplementation(async (values) => {
      await realSet(values);
      most = Math.max(most, await bytesStored());
    });
    await syncMirror();
    const keys = vi.spyOn(local, "get");
    await putDigests(db, { id: "files" }, [made("2018-06-02", ["1806.00001"])]);
    await syncMirror();
    expect(keys).not.toHaveBeenCalledWith(null);
    expect(most).toBeLessThan(4_000_000);
    expect((await read()).badges).toHaveLength(2);
  });
});
