import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseDigest } from "../../lib/digest/schema.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { liveDigest } from "../../lib/live/live-digest.ts";
import { lookAtPaper } from "../../lib/live/look-at-paper.ts";
import { startApiHost } from "../api-host/host.ts";
import type { ApiHost } from "../api-host/host.ts";
import { testOutside } from "../api-host/outside.ts";
import { NOW, usualWorld } from "../api-host/world.ts";

let host: ApiHost;
beforeEach(async () => {
  host = await startApiHost(usualWorld(), () => NOW);
});
afterEach(() => host.close());

const asked = () => host.asked.map(({ text }) => text.split("?")[0] ?? "");
const live = (more: Partial<Parameters<typeof liveDigest>[2]> = {}) =>
  liveDigest(testOutside(), host.addresses, { now: NOW, requests: 5, searches: 0, ...more });
const fail = (...services: string[]) => {
  host.instead = (service) => (services.includes(service) ? { status: 503, body: "" } : undefined);
};

describe("the digest of today without a publisher", () => {
  test("takes five requests at most, and asks Bluesky nothing by itself", async () => {
    const { digest } = await live();
    expect(asked()).toEqual([
      "hackernews /api/v1/search_by_date",
      "huggingface /api/daily_papers",
      "huggingface /api/daily_papers",
      "huggingface /api/daily_papers",
      "arxivApi /api/query",
    ]);
    expect(digest?.date).toBe("2026-11-20");
    expect(digest?.papers.map(({ id, ranks }) => [id, ranks])).toEqual([
      ["2611.12345", { huggingface: 2, hackernews: 1 }],
      ["2611.12401", { huggingface: 1 }],
      ["2611.12402", { hackernews: 2 }],
      ["2611.11800", { huggingface: 3 }],
    ]);
    expect(digest?.sources?.map(({ source, state }) => [source, state])).toEqual([
      ["huggingface", "ok"],
      ["hackernews", "ok"],
      ["arxiv", "ok"],
    ]);
    expect(parseDigest(digest).problems).toEqual([]);
  });

  test("with fewer requests left asks for fewer of Hugging Face's days", async () => {
    await live({ requests: 3 });
    expect(asked()).toEqual([
      "hackernews /api/v1/search_by_date",
      "huggingface /api/daily_papers",
      "arxivApi /api/query",
    ]);
  });

  test("with the button pressed Bluesky is searched too, and its people's posts are in the list", async () => {
    const { digest } = await live({ searches: 3 });
    expect(asked().filter((text) => text.includes("searchPosts"))).toHaveLength(3);
    const [first] = digest?.papers ?? [];
    expect(first).toMatchObject({ id: "2611.12345", ranks: { huggingface: 2, hackernews: 1 } });
    expect(first?.counts[0]).toEqual({
      network: "bluesky",
      reposts: 75,
      likes: 305,
      at: "2026-11-20T22:00:00",
    });
    // Their words stay with Bluesky.
    expect(first?.posts.filter(({ network }) => network === "bluesky").map((post) => post.text)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("what a network said earlier of the same day stays with its own time while it is not asked", async () => {
    const { digest: earlier } = await live({ searches: 3 });
    const later = NOW + 3_600_000;
    const outside = testOutside(later);
    const { digest } = await liveDigest(outside, host.addresses, {
      now: later,
      requests: 5,
      searches: 0,
      earlier,
    });
    expect(digest?.generated).toBe("2026-11-20T23:00:00");
    expect(digest?.papers[0]?.counts).toMatchObject([
      { network: "bluesky", likes: 305, at: "2026-11-20T22:00:00" },
      { network: "huggingface", at: "2026-11-20T23:00:00" },
      { network: "hackernews", at: "2026-11-20T23:00:00" },
    ]);
    expect(digest?.papers.map(({ id }) => id)).toEqual(earlier?.papers.map(({ id }) => id));
    expect(digest?.sources?.[0]).toMatchObject({ source: "bluesky", at: "2026-11-20T22:00:00" });
  });

  test("a failed network is reported with the others' list, and asked only once", async () => {
    fail("hackernews");
    const { digest } = await live();
    expect(asked().filter((text) => text.startsWith("hackernews"))).toHaveLength(1);
    expect(digest?.sources).toContainEqual(
      expect.objectContaining({ source: "hackernews", state: "failed", reason: "throttled" }),
    );
    expect(digest?.papers[0]?.id).toBe("2611.12401");
  });

  test("when all fail there is no list, but the reason", async () => {
    fail("hackernews", "huggingface");
    const { digest, failure } = await live();
    expect(digest).toBeUndefined();
    expect(failure).toMatchObject({ state: "failed", reason: "throttled", status: 503 });
    expect(asked()).not.toContain("arxivApi /api/query");
  });

  test("a link to an archive that arXiv never had is not a paper, and the others keep their names", async () => {
    const world = usualWorld();
    world.posts.push({
      ...world.posts[0]!,
      did: "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa",
      key: "3aaaaaaaaaa2a",
      likes: 9,
    });
    const post = world.posts.at(-1)!;
    delete post.links;
    post.card = "https://arxiv.org/abs/hepth/9711200";
    await host.close();
    host = await startApiHost(world, () => NOW);
    const { digest } = await live({ searches: 3 });
    expect(digest?.sources?.at(-1)).toMatchObject({ source: "arxiv", state: "ok", complete: true });
    expect(digest?.papers.map(({ id }) => id)).toContain("2611.12402");
    expect(asked().filter((text) => text.startsWith("arxivApi"))).toHaveLength(1);
  });

  test("an id that arXiv refuses costs only itself, though it was asked for among others", async () => {
    await host.close();
    host = await startApiHost({ ...usualWorld(), refused: ["2611.99999"] }, () => NOW);
    const { digest } = await live();
    expect(digest?.papers.map(({ id }) => id)).toEqual([
      "2611.12345",
      "2611.12401",
      "2611.12402",
      "2611.11800",
    ]);
    expect(digest?.papers.every(({ categories }) => categories.length > 0)).toBe(true);
  });

  test("if arXiv does not tell names, papers that a network names are shown, and no made-up ones", async () => {
    fail("arxivApi");
    const { digest } = await live();
    expect(digest?.papers.map(({ id, title }) => [id, title])).toEqual([
      ["2611.12345", "Sparse Attention with Honest O(n) Cost"],
      ["2611.12401", "Small Models, Large Gains < Half"],
      ["2611.11800", "Last Week's Robot"],
    ]);
    expect(digest?.sources?.at(-1)).toMatchObject({ source: "arxiv", state: "failed" });
  });
});

describe("a look at one paper", () => {
  const look = (id: string, searches = 2) =>
    lookAtPaper(testOutside(), host.addresses, id as PaperId, { searches });

  test("tells what each network says now: bots and what was deleted are left out, words come along", async () => {
    const [bluesky, huggingface, hackernews] = await look("2611.12345");
    expect(bluesky).toMatchObject({
      network: "bluesky",
      state: "known",
      counts: { reposts: 75, likes: 305 },
      posts: [
        { author: { handle: "person1.example" }, text: "Lovely result! arxiv.org/abs/2611.12345" },
        { author: { handle: "person2.example" } },
      ],
    });
    expect(huggingface).toMatchObject({ state: "known", counts: { upvotes: 48 }, posts: [] });
    expect(hackernews).toMatchObject({
      state: "known",
      counts: { points: 143, comments: 51 },
      posts: [{ id: "50100001" }, { id: "50100002" }],
    });
    expect(asked().toSorted()).toEqual([
      "bluesky /xrpc/app.bsky.feed.searchPosts",
      "bluesky /xrpc/app.bsky.feed.searchPosts",
      "blueskyPosts /xrpc/app.bsky.feed.getPosts",
      "hackernews /api/v1/search",
      "huggingface /api/papers/2611.12345",
    ]);
  });

  test("a paper that no network knows is unknown, not zero, and near misses are not papers", async () => {
    expect(await look("2611.12405")).toEqual([
      { network: "bluesky", state: "unknown" },
      { network: "huggingface", state: "unknown" },
      { network: "hackernews", state: "unknown" },
    ]);
  });

  test("what failed says why, and Bluesky is left alone when its searches are used up", async () => {
    fail("huggingface");
    const [bluesky, huggingface, hackernews] = await look("2611.12402", 0);
    expect(bluesky).toEqual({ network: "bluesky", state: "failed", reason: "throttled" });
    expect(huggingface).toEqual({ network: "huggingface", state: "failed", reason: "throttled" });
    expect(hackernews?.state).toBe("known");
    expect(asked().some((text) => text.startsWith("bluesky"))).toBe(false);
  });

  test("an old id is asked about as it is", async () => {
    const [bluesky] = await look("hep-th/9711200");
    expect(bluesky).toMatchObject({ state: "known", counts: { reposts: 2, likes: 9 } });
    expect(host.asked.some(({ text }) => text.includes("/api/papers/hep-th/9711200"))).toBe(true);
  });
});
