import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Told } from "../../../lib/live/sources/answer.ts";
import { askBluesky } from "../../../lib/live/sources/bluesky.ts";
import { askBlueskySignedIn } from "../../../lib/live/sources/bluesky-signed-in.ts";
import { blueskySession } from "../../../lib/live/sources/bluesky-session.ts";
import { askHackerNews } from "../../../lib/live/sources/hackernews.ts";
import { askHuggingFace, huggingFaceDates } from "../../../lib/live/sources/huggingface.ts";
import { polite } from "../../../lib/live/sources/polite.ts";
import type { Talk } from "../../../lib/live/sources/talk.ts";
import { askX } from "../../../lib/live/sources/x.ts";
import { startApiHost } from "../../api-host/host.ts";
import type { ApiHost } from "../../api-host/host.ts";
import { testOutside } from "../../api-host/outside.ts";
import { PASSWORD, X_TOKEN } from "../../api-host/services.ts";
import { NOW, usualWorld } from "../../api-host/world.ts";

const TIME = { from: NOW - 72 * 3_600_000, until: NOW };

let host: ApiHost;
beforeEach(async () => {
  host = await startApiHost(usualWorld(), () => NOW);
});
afterEach(() => host.close());

/** The facts of an answer that must be there, by paper. */
function factsOf(answer: Awaited<ReturnType<typeof askHuggingFace>>): Map<string, Talk> {
  expect(answer).toMatchObject({ state: "ok" });
  return new Map((answer as Told<Talk[]>).facts.map((talk) => [talk.id, talk]));
}

describe("Hugging Face", () => {
  test("asks the weekdays of the time, newest first, because weekends have no list", () => {
    expect(huggingFaceDates(TIME.from, TIME.until)).toEqual(["2026-11-20", "2026-11-19", "2026-11-18"]);
    // A Friday that is over: until Sunday evening in New York, when Monday has only begun.
    expect(huggingFaceDates(Date.parse("2026-11-20T01:00:00Z"), Date.parse("2026-11-23T01:00:00Z"))).toEqual([
      "2026-11-20",
    ]);
  });

  test("a paper featured on two days counts once, with the newer day's figures", async () => {
    const facts = factsOf(await askHuggingFace(testOutside(), host.addresses, ["2026-11-20", "2026-11-19"]));
    expect(facts.get("2611.12345")?.counts).toEqual({
      network: "huggingface",
      upvotes: 48,
      comments: 3,
      at: "2026-11-20T22:00:00",
    });
    expect(facts.get("2611.12345")?.names?.authors).toEqual(["Ada Example"]);
  });

  test("a figure that is not there is absent, never zero", async () => {
    const facts = factsOf(await askHuggingFace(testOutside(), host.addresses, ["2026-11-18"]));
    expect(facts.get("2611.11800")?.counts).toEqual({
      network: "huggingface",
      upvotes: 5,
      at: "2026-11-20T22:00:00",
    });
  });

  test("a 400 for every day is not an answer, and does not mean that there are no votes", async () => {
    host.instead = () => ({ status: 400, body: '{"error":"Invalid date"}' });
    const dates = ["2026-11-20", "2026-11-19", "2026-11-18"];
    expect(await askHuggingFace(testOutside(), host.addresses, dates)).toMatchObject({
      state: "failed",
      reason: "broken",
      status: 400,
    });
  });

  test("a day that does not exist yet (400) is not a failure", async () => {
    const outside = testOutside();
    const answer = await askHuggingFace(outside, host.addresses, ["2026-11-21", "2026-11-20"]);
    expect(answer).toMatchObject({ state: "ok", complete: true, notes: [] });
    // A wrong question does not become right by asking again.
    expect(outside.waits).toEqual([]);
  });

  test("a day that cannot be had makes the answer incomplete, not empty", async () => {
    host.instead = (_, { query }) => (query.get("date") === "2026-11-19" ? { status: 500 } : undefined);
    const outside = testOutside();
    const answer = await askHuggingFace(outside, host.addresses, ["2026-11-20", "2026-11-19"]);
    expect(answer).toMatchObject({ state: "ok", complete: false, notes: ["2026-11-19: answered 500"] });
    expect(outside.waits).toEqual([5_000, 10_000]);
  });

  test("one bad record is left out and said, the others are kept", async () => {
    const body = JSON.stringify([
      { paper: { id: "2611.00001", title: "Good", upvotes: 1 } },
      { paper: { id: "2611.00002", title: "Bad", upvotes: "many" } },
    ]);
    host.instead = () => ({ body });
    const answer = await askHuggingFace(testOutside(), host.addresses, ["2026-11-20"]);
    expect(answer).toMatchObject({ complete: false, notes: ["1 of 2 records could not be read"] });
    expect(factsOf(answer).size).toBe(1);
  });

  test.each([
    ["no record can be read", '[{"papers": {}}]'],
    ["the answer is no list", '{"items": []}'],
    ["the answer is a page", "<html>maintenance</html>"],
  ])("when %s the source failed: that is not the same as nothing", async (_, body) => {
    host.instead = () => ({ body });
    const answer = await askHuggingFace(testOutside(), host.addresses, ["2026-11-20"]);
    expect(answer).toMatchObject({ state: "failed", reason: "unreadable" });
  });

  test("waits as long as a 429 says, then asks again", async () => {
    host.instead = (_service, _request, turn) =>
      turn === 1 ? { status: 429, headers: { "retry-after": "7" } } : undefined;
    const outside = testOutside();
    const answer = await askHuggingFace(outside, host.addresses, ["2026-11-20"]);
    expect(answer).toMatchObject({ state: "ok", at: "2026-11-20T22:00:07" });
    expect(outside.waits).toEqual([7_000]);
  });

  test("does not sit and wait for an hour, but says how long it would be", async () => {
    host.instead = () => ({ status: 429, headers: { "retry-after": "3600" } });
    const answer = await askHuggingFace(testOutside(), host.addresses, ["2026-11-20"]);
    expect(answer).toMatchObject({
      state: "failed",
      reason: "throttled",
      status: 429,
      retryAfter: 3_600_000,
    });
  });

  test("a server that is not there is unreachable", async () => {
    await host.close();
    const answer = await askHuggingFace(testOutside(), host.addresses, ["2026-11-20"]);
    expect(answer).toMatchObject({ state: "failed", reason: "unreachable", at: "2026-11-20T22:00:15" });
  });

  test("is not asked for more days once it is unreachable", async () => {
    await host.close();
    const outside = testOutside();
    await askHuggingFace(outside, host.addresses, ["2026-11-20", "2026-11-19", "2026-11-18"]);
    expect(outside.waits).toEqual([5_000, 10_000]);
  });
});

describe("Hacker News", () => {
  test("counts only hits that lead to a paper, because the search forgives typing errors", async () => {
    const facts = factsOf(await askHackerNews(testOutside(), host.addresses, TIME));
    expect([...facts.keys()].toSorted()).toEqual(["2611.12345", "2611.12402", "2611.99999"]);
  });

  test("the best story speaks for the paper, duplicates add nothing; all stories are posts", async () => {
    const talk = factsOf(await askHackerNews(testOutside(), host.addresses, TIME)).get("2611.12345");
    expect(talk?.counts).toEqual({
      network: "hackernews",
      points: 143,
      comments: 51,
      at: "2026-11-20T22:00:00",
    });
    expect(talk?.posts.map(({ url }) => url)).toEqual([
      "https://news.ycombinator.com/item?id=50100002",
      "https://news.ycombinator.com/item?id=50100001",
    ]);
  });

  test("is one request", async () => {
    await askHackerNews(testOutside(), host.addresses, TIME);
    expect(host.asked.map(({ text }) => text)).toEqual([
      "hackernews /api/v1/search_by_date?query=arxiv.org&restrictSearchableAttributes=url&tags=story&numericFilters=created_at_i%3E1794952800%2Ccreated_at_i%3C%3D1795212000&hitsPerPage=1000",
    ]);
  });

  test("says when the service has more than it gave", async () => {
    host.instead = () => ({ body: JSON.stringify({ hits: [], nbHits: 3 }) });
    expect(await askHackerNews(testOutside(), host.addresses, TIME)).toMatchObject({ complete: false });
  });
});

describe("Bluesky, signed out", () => {
  test("adds up distinct posts by people, whatever form their link has, counted anew", async () => {
    const facts = factsOf(await askBluesky(testOutside(), host.addresses, TIME));
    const counts = [...facts.values()].map((talk) => [
      talk.counts.reposts,
      talk.counts.likes,
      talk.posts.length,
    ]);
    expect(Object.fromEntries([...facts.keys()].map((paper, n) => [paper, counts[n]]))).toEqual({
      "2611.11800": [50, 500, 1],
      // 61 + 14 and 250 (240 by the time of the search) + 55.
      "2611.12345": [75, 305, 2],
      "2611.12401": [5, 40, 2],
      // The deleted post (600 likes) and the one not for signed-out readers are gone.
      "2611.12402": [30, 120, 1],
      "hep-th/9711200": [2, 9, 1],
    });
  });

  test("a paper that only bots link is not talked about, nor one whose address is only in a text", async () => {
    expect(factsOf(await askBluesky(testOutside(), host.addresses, TIME)).has("2611.12346")).toBe(false);
  });

  test("keeps the language's direction and the author", async () => {
    const facts = factsOf(await askBluesky(testOutside(), host.addresses, TIME));
    expect(facts.get("2611.12402")?.posts[0]).toMatchObject({
      lang: "he",
      dir: "rtl",
      date: "2026-11-20",
      url: "https://bsky.app/profile/did:plc:invented0000000000000003/post/3m5invent0003",
      author: { name: "Person 3", handle: "person3.example" },
    });
  });

  test("stays within the three searches the service allows; the rest goes to the cached host", async () => {
    await askBluesky(testOutside(), host.addresses, TIME);
    expect(host.asked.map(({ text }) => text.split("?")[0])).toEqual([
      "bluesky /xrpc/app.bsky.feed.searchPosts",
      "bluesky /xrpc/app.bsky.feed.searchPosts",
      "bluesky /xrpc/app.bsky.feed.searchPosts",
      "blueskyPosts /xrpc/app.bsky.feed.getPosts",
    ]);
  });

  test("a 403 without a word is a throttle, and is not answered with more requests", async () => {
    host.instead = () => ({
      status: 403,
      headers: { "content-type": "text/html" },
      body: "Request forbidden",
    });
    const answer = await askBluesky(testOutside(), host.addresses, TIME);
    expect(answer).toMatchObject({ state: "failed", reason: "throttled", status: 403 });
    expect(host.asked).toHaveLength(1);
  });

  test("what was found before the service closed is kept, and said to be incomplete", async () => {
    host.instead = (service, _request, turn) =>
      service === "bluesky" && turn > 1 ? { status: 403 } : undefined;
    const answer = await askBluesky(testOutside(), host.addresses, TIME);
    expect(answer).toMatchObject({
      state: "ok",
      complete: false,
      notes: ["stopped early: answered 403", "deleted since: 1"],
    });
  });

  test("asks by word if the search by host is refused or ignored", async () => {
    host.instead = (service, { query }) =>
      service === "bluesky" && query.get("q") === "*"
        ? { status: 400, body: '{"error":"BadQueryString"}' }
        : undefined;
    const facts = factsOf(await askBluesky(testOutside(), host.addresses, { ...TIME, parts: 1 }));
    // The word is found in addresses in the text or a facet; a card by itself has none.
    expect(facts.get("2611.12345")?.posts).toHaveLength(2);
    expect(facts.has("2611.12402")).toBe(false);
  });

  test("asks by word, once and for all, if the search by host finds nothing at all", async () => {
    host.instead = (service, { query }) =>
      service === "bluesky" && query.has("domain") ? { body: '{"posts":[],"hitsTotal":0}' } : undefined;
    const answer = await askBluesky(testOutside(), host.addresses, { ...TIME, parts: 2 });
    expect(factsOf(answer).has("2611.12345")).toBe(true);
    expect(host.asked.filter(({ text }) => text.includes("domain=arxiv.org"))).toHaveLength(1);
  });

  test("the search's own counts are used if counting anew fails", async () => {
    host.instead = (service) => (service === "blueskyPosts" ? { status: 500 } : undefined);
    const answer = await askBluesky(testOutside(), host.addresses, TIME);
    expect(answer).toMatchObject({
      complete: false,
      notes: ["counts are those of the search: answered 500"],
    });
    expect(factsOf(answer).get("2611.12345")?.counts.likes).toBe(295);
  });

  test("an account that links a dozen papers on a day is a bot without the label", async () => {
    const world = usualWorld();
    for (let n = 0; n < 12; n++) {
      world.posts.push({
        ...world.posts[0]!,
        did: "did:plc:busy",
        key: `busy${n}`,
        handle: "busy.example",
        links: [`https://arxiv.org/abs/2611.002${String(n).padStart(2, "0")}`],
      });
    }
    await host.close();
    host = await startApiHost(world, () => NOW);
    const facts = factsOf(await askBluesky(testOutside(), host.addresses, TIME));
    expect(facts.has("2611.00200")).toBe(false);
    expect(facts.has("2611.12345")).toBe(true);
  });
});

describe("Bluesky, signed in", () => {
  const signedIn = (password = PASSWORD) => {
    const outside = testOutside();
    const session = blueskySession(outside, host.addresses.blueskyServer, {
      identifier: "me.example",
      password,
    });
    return askBlueskySignedIn(outside, host.addresses, { ...TIME, session });
  };

  test("pages through everything, and finds what the first pages do not hold", async () => {
    const answer = await signedIn();
    expect(answer).toMatchObject({ state: "ok", complete: true });
    expect(factsOf(answer).get("2611.12345")?.counts).toMatchObject({ reposts: 75, likes: 305 });
    expect(host.asked.filter(({ text }) => text.includes("cursor="))).not.toHaveLength(0);
    expect(host.asked.filter(({ text }) => text.startsWith("bluesky "))).toHaveLength(0);
  });

  test("signs in once, and no address carries the password or the token", async () => {
    await signedIn();
    expect(host.asked.filter(({ text }) => text.includes("createSession"))).toHaveLength(1);
    expect(host.asked.map(({ text }) => text).join("\n")).not.toMatch(new RegExp(`${PASSWORD}|jwt-`));
  });

  test("a wrong password is refused, once", async () => {
    expect(await signedIn("wrong")).toMatchObject({ state: "failed", reason: "refused", status: 401 });
    expect(host.asked).toHaveLength(1);
  });

  test("signs in again when the token ran out on the way", async () => {
    let refusals = 1;
    host.instead = (_, { query }) =>
      query.get("cursor") === "5" && refusals-- > 0 ? { status: 401 } : undefined;
    expect(await signedIn()).toMatchObject({ state: "ok", complete: true });
    expect(host.asked.filter(({ text }) => text.includes("createSession"))).toHaveLength(2);
  });
});

describe("X", () => {
  test("gives ids and counts, and no words or names", async () => {
    const facts = factsOf(
      await askX(testOutside(), host.addresses, { ...TIME, now: NOW, token: X_TOKEN, mostPosts: 100 }),
    );
    expect(facts.get("2611.12345")).toEqual({
      id: "2611.12345",
      counts: { network: "twitter", reposts: 20, likes: 100, at: "2026-11-20T22:00:00" },
      posts: [
        {
          network: "twitter",
          id: "1990000000000000001",
          url: "https://x.com/i/status/1990000000000000001",
          author: { name: "", handle: "i" },
          date: "2026-11-20",
          lang: "und",
          dir: "ltr",
          reposts: 20,
          likes: 100,
        },
      ],
    });
  });

  test("a token that X does not take is refused, and is in no address", async () => {
    const answer = await askX(testOutside(), host.addresses, {
      ...TIME,
      now: NOW,
      token: "wrong-token",
      mostPosts: 100,
    });
    expect(answer).toMatchObject({ state: "failed", reason: "refused" });
    expect(host.asked[0]?.text).not.toContain("wrong-token");
  });

  test("stops at the number of posts that the publisher pays for", async () => {
    const page = JSON.stringify({
      data: Array.from({ length: 100 }, (_, n) => ({
        id: String(n + 1),
        created_at: "2026-11-20T12:00:00.000Z",
        public_metrics: { retweet_count: 1, like_count: 1 },
      })),
      meta: { next_token: "more" },
    });
    host.instead = () => ({ body: page });
    const answer = await askX(testOutside(), host.addresses, {
      ...TIME,
      now: NOW,
      token: X_TOKEN,
      mostPosts: 250,
    });
    expect(answer).toMatchObject({ complete: false, notes: ["stopped after 300 posts"] });
    expect(host.asked).toHaveLength(3);
  });
});

test("three searches of Bluesky at once, then one in 40 seconds, when they are on", async () => {
  const outside = testOutside();
  await host.close();
  host = await startApiHost(usualWorld(), outside.now);
  const slow = polite(outside, host.addresses, { loopbackToo: true });
  const answer = await askBluesky(slow, host.addresses, { ...TIME, parts: 5 });
  expect(answer).toMatchObject({ state: "ok", complete: true });
  expect(outside.waits).toEqual([40_000, 40_000]);
});

test("an abort is not a failure of the source: it passes through", async () => {
  const stop = new AbortController();
  host.instead = () => {
    stop.abort(new Error("enough"));
    return "hang";
  };
  await expect(
    askHackerNews({ ...testOutside(), signal: stop.signal }, host.addresses, TIME),
  ).rejects.toThrow("enough");
});
