import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askAlphaxiv, askAlphaxivPaper } from "../../../lib/live/sources/alphaxiv.ts";
import type { Told } from "../../../lib/live/sources/answer.ts";
import type { Talk } from "../../../lib/live/sources/talk.ts";
import { parsePaperId } from "../../../lib/paper/paper-id.ts";
import { startApiHost } from "../../api-host/host.ts";
import type { ApiHost } from "../../api-host/host.ts";
import { testOutside } from "../../api-host/outside.ts";
import { NOW, usualWorld } from "../../api-host/world.ts";
import { sharedPath, testWithShared } from "../../setup/shared.ts";

let host: ApiHost;
beforeEach(async () => {
  host = await startApiHost(usualWorld(), () => NOW);
});
afterEach(() => host.close());

const ONCE = { tries: 1 };
const ask = () => askAlphaxiv(testOutside(), host.addresses, ONCE);
const idOf = (text: string) => parsePaperId(text)!.id;
const paths = () => host.asked.map(({ text }) => text.replace(/^alphaxiv /u, ""));

function toldBy(answer: Awaited<ReturnType<typeof ask>>): Told<Talk[]> {
  expect(answer).toMatchObject({ state: "ok" });
  return answer as Told<Talk[]>;
}

test("sums the posts of a paper, each once, and leaves out what is not a paper of arXiv's", async () => {
  const { facts, complete, notes } = toldBy(await ask());
  expect(facts.map(({ id, counts }) => [id, counts])).toEqual([
    [
      "2611.12401",
      { network: "twitter", by: "alphaxiv", reposts: 120, likes: 1300, at: "2026-11-20T22:00:00" },
    ],
    ["2611.12345", { network: "twitter", by: "alphaxiv", reposts: 1, likes: 40, at: "2026-11-20T22:00:00" }],
  ]);
  expect(facts[0]?.posts[1]).toEqual({
    network: "twitter",
    id: "1990000000000000102",
    url: "https://x.com/reader_2/status/1990000000000000102",
    author: { name: "Reader 2", handle: "reader_2" },
    date: "2026-11-20",
    lang: "und",
    dir: "ltr",
    text: "It is fast, and the proof is short.",
    reposts: 40,
    likes: 400,
  });
  expect({ complete, notes }).toEqual({ complete: true, notes: ["as counted by alphaXiv"] });
});

test("asks one page if that has all, and then the posts of each of its papers", async () => {
  await ask();
  expect(paths()).toEqual([
    "/papers/v3/feed?pageNum=0&pageSize=50&sort=Hot&interval=3%20Days&topics=%5B%5D",
    expect.stringContaining("/papers/v3/x-mentions-db/019cbc05-") as string,
    expect.stringContaining("/papers/v3/x-mentions-db/") as string,
    expect.stringContaining("/papers/v3/x-mentions-db/") as string,
  ]);
});

test("of a long feed two pages are read, and the posts of the first 30 papers", async () => {
  const long = Array.from({ length: 130 }, (_, n) => ({
    id: `2611.2${String(n).padStart(4, "0")}`,
    mentions: [],
  }));
  await host.close();
  host = await startApiHost({ ...usualWorld(), alphaxiv: long }, () => NOW);
  expect(await ask()).toMatchObject({ state: "ok", facts: [] });
  expect(paths().filter((path) => path.includes("/feed?"))).toHaveLength(2);
  expect(paths()).toHaveLength(32);
});

describe("what is not as expected", () => {
  test("the other name of the list is read like the first", async () => {
    const papers = [{ universal_paper_id: "2611.12345", paper_group_id: "group-1", unknown: { more: 1 } }];
    host.instead = (_, { path }) =>
      path.includes("/feed")
        ? { body: JSON.stringify({ trendingPapers: papers }) }
        : {
            status: 200,
            body: '{"mentions":[{"postId":"1","postedAt":"2026-11-20T01:00:00Z","authorUsername":"a","likes":2,"retweets":1}]}',
          };
    expect(toldBy(await ask()).facts.map(({ id }) => id)).toEqual(["2611.12345"]);
  });

  test.each([
    ["a service that is gone", { status: 404 }, "missing"],
    ["504, as at large pages", { status: 504 }, "broken"],
    ["a zod error of theirs", { status: 400, body: '{"error":{"message":"x","issues":[]}}' }, "broken"],
    ["a wish for fewer requests", { status: 429 }, "throttled"],
    ["a changed form", { status: 200, body: '{"data":{"papers":[]}}' }, "unreadable"],
    [
      "papers of a changed form",
      { status: 200, body: '{"papers":[{"arxivId":"2611.12345"}]}' },
      "unreadable",
    ],
    ["no JSON", { status: 200, body: "<html>challenge</html>" }, "unreadable"],
  ])("%s is reported as its own trouble, and asked no further", async (_, answer, reason) => {
    host.instead = () => ({ body: "{}", ...answer });
    expect(await ask()).toMatchObject({ state: "failed", reason });
    expect(host.asked).toHaveLength(1);
  });

  test("posts of a changed form mean that the source failed, not that there is no talk", async () => {
    host.instead = (_, { path }) =>
      path.includes("mentions") ? { status: 200, body: '{"mentions":[{"tweet":1}]}' } : undefined;
    expect(await ask()).toMatchObject({ state: "failed", reason: "unreadable" });
  });

  test("one paper whose posts cannot be had costs itself, and is noted", async () => {
    host.instead = (_, { path }, turn) =>
      path.includes("mentions") && turn === 2 ? { status: 500 } : undefined;
    const { facts, complete, notes } = toldBy(await ask());
    expect(facts.map(({ id }) => id)).toEqual(["2611.12345"]);
    expect(complete).toBe(false);
    expect(notes).toContain("2611.12401: answered 500");
  });

  test("a service that wants fewer questions is not asked for the next paper", async () => {
    host.instead = (_, __, turn) => (turn === 3 ? { status: 429 } : undefined);
    const { facts, complete } = toldBy(await ask());
    expect([facts.length, complete, host.asked.length]).toEqual([1, false, 3]);
  });
});

test("one paper is asked about in two requests; a paper that alphaXiv does not know gives none", async () => {
  const known = toldBy(await askAlphaxivPaper(testOutside(), host.addresses, idOf("2611.12401"), ONCE));
  expect(known.facts[0]?.counts).toMatchObject({ reposts: 120, likes: 1300 });
  expect(host.asked).toHaveLength(2);
  const unknown = toldBy(await askAlphaxivPaper(testOutside(), host.addresses, idOf("1706.03762"), ONCE));
  expect(unknown.facts).toEqual([]);
  expect(host.asked).toHaveLength(3);
});

testWithShared("api-samples", "reads the samples that others published", async () => {
  const sample = (name: string) =>
    readFileSync(`${sharedPath("api-samples")}/alphaxiv.${name}.fixture.json`, "utf8");
  host.instead = (_, { path }) => ({
    status: 200,
    body: sample(path.includes("/feed") ? "feed" : "mentions"),
  });
  const { facts } = toldBy(await ask());
  expect(facts.map(({ id, counts: { reposts, likes } }) => [id, reposts, likes])).toEqual([
    ["2603.04379", 1, 5],
  ]);
});
