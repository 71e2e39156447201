import { beforeEach, describe, expect, test } from "vitest";
import { checkAddress } from "../../lib/feeds/check-address.ts";
import type { Outside } from "../../lib/net/outside.ts";
import { atomOf } from "../../lib/feeds/publish/feeds.ts";
import { openFeedHost } from "../feed-host/feed-host.ts";
import type { FeedHost } from "../feed-host/feed-host.ts";
import { nodeOutside } from "../feed-host/node-outside.ts";
import { daysBefore, madeDigest } from "../made-feeds/made-digest.ts";
import { embeddedJsonFeed, folderFeed, markdownOf, pointerFeed, rssFeed } from "../made-feeds/made-feeds.ts";

let host: FeedHost;
const digests = daysBefore("2026-11-20", 20).map((date) => madeDigest(date));
const check = (path: string) => checkAddress(nodeOutside(), host.origin + path, "2026-11-20");

beforeEach(async () => {
  host = await openFeedHost();
  return () => host.close();
});

describe("says kind, title, newest digest and number", () => {
  test.each([
    ["a pointer", "/v1/latest.json", { kind: "pointer", title: "Made papers", digests: 20 }],
    [
      "a JSON Feed that names its pointer",
      "/v1/feed.json",
      { kind: "pointer", title: "Made papers", digests: 20 },
    ],
    ["a JSON Feed with digests", "/feed.json", { kind: "jsonFeed", title: "Made papers", digests: 20 }],
    ["a folder's list", "/posts/index.json", { kind: "folder", title: "Made folder", digests: 20 }],
    ["a folder", "/posts/", { kind: "folder", title: "Made folder", digests: 20 }],
    ["a site of ours", "/", { kind: "pointer", title: "Made papers", digests: 20 }],
    ["RSS", "/rss.xml", { kind: "xmlFeed", title: "Made blog", digests: 20 }],
    [
      "one digest",
      "/posts/2026-11-20---Hot-Papers.md",
      { kind: "digest", title: "Hot Papers 2026-11-20", digests: 1 },
    ],
    ["a page that names a feed", "/about.html", { kind: "xmlFeed", title: "Made blog", digests: 20 }],
  ])("%s", async (_, path, expected) => {
    host.serve({
      ...pointerFeed(digests),
      ...embeddedJsonFeed(digests),
      ...folderFeed(markdownOf(digests)),
      ...rssFeed(digests),
      "/about.html":
        '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="rss.xml"></head></html>',
    });
    expect(await check(path)).toMatchObject({ ...expected, newest: "2026-11-20", papers: 5 });
  });

  test("and the address to ask from then on", async () => {
    host.serve(pointerFeed(digests));
    expect((await check("/v1/feed.json")).address).toBe(`${host.origin}/v1/latest.json`);
    expect((await check("/")).address).toBe(`${host.origin}/v1/latest.json`);
  });
});

test("a site that may not be read may have a feed that may be read", async () => {
  host.serve(pointerFeed(digests));
  const outside = nodeOutside();
  const closed = { ...outside, fetch: refusing(`${host.origin}/`, outside.fetch) };
  const found = await checkAddress(closed, host.origin, "2026-11-20");
  expect(found.address).toBe(`${host.origin}/v1/latest.json`);
  host.remove("/v1/latest.json");
  await expect(checkAddress(closed, host.origin, "2026-11-20")).rejects.toMatchObject({ code: "noAccess" });
});

/** What a browser does with an answer without CORS header: it is there only for those who do not want to read it. */
function refusing(address: string, fetch: Outside["fetch"]): Outside["fetch"] {
  return (url, init) => {
    if (url !== address) return fetch(url, init);
    if (init?.mode !== "no-cors") return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve(Object.defineProperty(new Response(), "type", { value: "opaque" }));
  };
}

describe("says what is wrong", () => {
  const cases: [string, Record<string, string>, string, string][] = [
    ["nothing there", {}, "/v1/latest.json", "notFound"],
    ["nothing in the folder", {}, "/", "notFound"],
    ["a web page without feeds", { "/": "<!doctype html><html></html>" }, "/", "noFeed"],
    ["a page that leads to itself", { "/": loop("/") }, "/", "noFeed"],
    ["JSON of something else", { "/a.json": '{"a":1}' }, "/a.json", "noFeed"],
    ["a feed without digests", { "/f.json": '{"version":1,"title":"T","files":[]}' }, "/f.json", "noFeed"],
    [
      "RSS of something else",
      { "/r.xml": "<rss><channel><title>T</title></channel></rss>" },
      "/r.xml",
      "noFeed",
    ],
    [
      "a newest digest that cannot be read",
      folderFeed({ "2026-11-20": "---\nno" }),
      "/posts/index.json",
      "unreadable",
    ],
    ["a newer version", { "/d.json": '{"version":2,"papers":[]}' }, "/d.json", "newerVersion"],
  ];
  test.each(cases)("%s", async (_, files, path, code) => {
    host.serve(files);
    await expect(check(path)).rejects.toMatchObject({ code });
    expect(host.requests.length).toBeLessThanOrEqual(8);
  });

  test("a host that is down or slow or busy", async () => {
    host.behave("/a.json", { status: 429, retryAfter: "9" });
    await expect(check("/a.json")).rejects.toMatchObject({ code: "throttled", retryAfterMs: 9000 });
    await host.close();
    await expect(check("/a.json")).rejects.toMatchObject({ code: "unreachable" });
  });
});

function loop(to: string): string {
  return `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="${to}"></head></html>`;
}

test("a repository that has no such branch is looked for under the other usual name", async () => {
  const asked: string[] = [];
  const list = { type: "gh", name: "a/b", files: [{ name: "/2026-11-20.json" }] };
  const outside = {
    ...nodeOutside(),
    fetch: (url: string) => {
      asked.push(url);
      if (url.includes("@main")) return Promise.resolve(new Response("{}", { status: 404 }));
      const body = url.includes("data.jsdelivr")
        ? JSON.stringify(list)
        : JSON.stringify(madeDigest("2026-11-20"));
      return Promise.resolve(new Response(body));
    },
  };
  const found = await checkAddress(outside, "github.com/a/b", "2026-11-20");
  expect(found).toMatchObject({ kind: "repository", title: "a/b", newest: "2026-11-20", digests: 1 });
  expect(asked).toEqual([
    "https://data.jsdelivr.com/v1/packages/gh/a/b@main?structure=flat",
    "https://data.jsdelivr.com/v1/packages/gh/a/b@master?structure=flat",
    "https://cdn.jsdelivr.net/gh/a/b@master/2026-11-20.json",
  ]);
});

test("of another publisher's list no address is asked for", async () => {
  const list = [{ id: "1", title: "An article", url: `${host.origin}/2026-11-20.json` }];
  host.serve({
    "/list.json": JSON.stringify(list),
    "/files.json": JSON.stringify({ files: list }),
    "/2026-11-20.json": JSON.stringify(digests[0]),
  });
  for (const path of ["/list.json", "/files.json"])
    await expect(check(path)).rejects.toMatchObject({ code: "noFeed", url: host.origin + path });
  expect(host.requests.map(({ path }) => path)).toEqual(["/list.json", "/files.json"]);
});

test("our own Atom leads to the pointer beside it, and is a feed itself if there is none", async () => {
  const atom = atomOf({ title: "Made papers", digests });
  host.serve({ "/v1/atom.xml": atom });
  expect(await check("/v1/atom.xml")).toMatchObject({ kind: "xmlFeed", digests: 14, papers: 5 });
  host.serve({ ...pointerFeed(digests), "/v1/atom.xml": atom });
  expect(await check("/v1/atom.xml")).toMatchObject({
    kind: "pointer",
    address: `${host.origin}/v1/latest.json`,
    digests: 20,
  });
});
