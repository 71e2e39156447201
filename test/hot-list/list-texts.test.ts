import { describe, expect, test, vi } from "vitest";
import { shownList } from "../../lib/hot-list/shown-list.ts";
import { createDigestCache } from "../../lib/hot-list/state/digest-cache.ts";
import { createListTexts } from "../../lib/hot-list/state/list-texts.ts";
import { digest, entry, papers } from "./made.ts";
import { settled } from "../setup/settled.ts";

const bare = [digest("2021-08-12"), digest("2021-08-13", [entry({ rank: 4 })])];
const { papers: shown } = shownList({ span: "month", date: "2021-08-12" }, bare, "rank");

describe("words of a long list", () => {
  test("come for the days of the papers on show, each day asked for once", async () => {
    const withFullTexts = digest(
      "2021-08-12",
      papers(3).map((each) => ({ ...each, abstract: `Of ${each.id}.` })),
    );
    const read = vi.fn().mockResolvedValue([withFullTexts]);
    const onFullTexts = vi.fn();
    const words = createListTexts(read, onFullTexts);
    const day = shown.filter(({ date }) => date === "2021-08-12");
    expect(day.length).toBeGreaterThan(0);
    words.want(day);
    words.want(day);
    await settled();
    expect(read.mock.calls).toEqual([[[{ from: "2021-08-12", to: "2021-08-12" }], true]]);
    expect(onFullTexts).toHaveBeenCalledOnce();
    for (const paper of words.add(day)) expect(paper.abstract).toBe(`Of ${paper.id}.`);
    words.forget();
    expect(words.add(day)).toBe(day);
  });

  test("that do not exist leave the list as it is", async () => {
    const onFullTexts = vi.fn();
    const words = createListTexts(() => Promise.resolve(bare), onFullTexts);
    words.want(shown);
    await settled();
    expect(onFullTexts).not.toHaveBeenCalled();
    expect(words.add(shown)).toBe(shown);
  });

  test("are all there for a list that leaves as a file, each day read in one go, drawn or not", async () => {
    const whole = bare.map((one) => ({
      ...one,
      papers: one.papers.map((each) => ({ ...each, abstract: `Of ${each.id}.` })),
    }));
    const read = vi.fn().mockResolvedValue(whole);
    const words = createListTexts(read, vi.fn());
    const all = await words.addAll(shown);
    expect(all.map(({ id, abstract }) => [id, abstract])).toEqual(shown.map(({ id }) => [id, `Of ${id}.`]));
    expect(read).toHaveBeenCalledOnce();
    expect(words.add(shown), "what is on show stays as light as it was").toBe(shown);
  });

  test("that cannot be read are not left empty in a file", async () => {
    const words = createListTexts(() => Promise.reject(new Error("closed")), vi.fn());
    await expect(words.addAll(shown)).rejects.toThrow("closed");
  });

  test("that cannot be read leave it too", async () => {
    const words = createListTexts(() => Promise.reject(new Error("closed")), vi.fn());
    words.want(shown);
    await settled();
    expect(words.add(shown)).toBe(shown);
  });
});

describe("digests that are kept while a page is open", () => {
  test("are read once for all windows, when one is about to be chosen", async () => {
    const read = vi.fn().mockResolvedValue(bare);
    const cache = createDigestCache(read);
    cache.prepare();
    cache.prepare();
    const day = { from: "2021-08-13", to: "2021-08-13" };
    expect(await cache.read([day], false)).toEqual([bare[1]]);
    expect(await cache.read([{ from: "2021-08-01", to: "2021-08-31" }], false)).toEqual(bare);
    expect(read).toHaveBeenCalledOnce();
    await cache.read([day], true);
    expect(read.mock.calls[1], "words are never kept").toEqual([[day], true]);
    cache.forget();
    await cache.read([day], false);
    expect(read).toHaveBeenCalledTimes(3);
  });

  test("a reading that failed is not kept", async () => {
    const read = vi.fn().mockRejectedValueOnce(new Error("closed")).mockResolvedValue(bare);
    const cache = createDigestCache(read);
    cache.prepare();
    await settled();
    expect(await cache.read([{ from: "2021-08-12", to: "2021-08-13" }], false)).toEqual(bare);
  });
});
