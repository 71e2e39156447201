import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FeedError } from "../../lib/feeds/feed-error.ts";
import { fetchFile, textOf } from "../../lib/feeds/fetch-file.ts";
import type { FetchOptions } from "../../lib/feeds/fetch-file.ts";
import { openFeedHost } from "../feed-host/feed-host.ts";
import type { Behaviour, FeedHost } from "../feed-host/feed-host.ts";
import { nodeOutside } from "../feed-host/node-outside.ts";

let host: FeedHost;
beforeEach(async () => {
  host = await openFeedHost();
  host.serve({ "/a.json": "x".repeat(1000), "/b.json": "other" });
});
afterEach(() => host.close());

const errorOf = async (path: string, options: FetchOptions = {}, online = true): Promise<FeedError> => {
  const url = path.includes("://") ? path : host.origin + path;
  const error: unknown = await fetchFile(nodeOutside({ online }), url, options).catch(
    (cause: unknown) => cause,
  );
  if (error instanceof FeedError) return error;
  throw new Error("no FeedError", { cause: error });
};

test("a file comes whole, with its address and type", async () => {
  const file = await fetchFile(nodeOutside(), `${host.origin}/a.json`);
  expect(file).toMatchObject({ url: `${host.origin}/a.json`, type: "application/json" });
  expect(textOf(file)).toBe("x".repeat(1000));
});

test("a request is the same for all readers: GET, no cookies, no referrer, no header of ours", async () => {
  await fetchFile(nodeOutside(), `${host.origin}/a.json`);
  const [request] = host.requests;
  expect(request?.method).toBe("GET");
  const ours = new Set([
    "cookie",
    "referer",
    "if-none-match",
    "if-modified-since",
    "authorization",
    "range",
    "origin",
  ]);
  expect(Object.keys(request?.headers ?? {}).filter((name) => ours.has(name))).toEqual([]);
});

describe("what a host does wrong has its own code", () => {
  const cases: [string, Behaviour, string][] = [
    ["404", { status: 404 }, "notFound"],
    ["410", { status: 410 }, "notFound"],
    ["403", { status: 403 }, "refused"],
    ["429", { status: 429 }, "throttled"],
    ["503", { status: 503 }, "throttled"],
    ["406", { status: 406 }, "throttled"],
    ["500", { status: 500 }, "broken"],
    ["304 that nobody asked for", { status: 304 }, "broken"],
    ["a file cut off", { cutOff: true }, "cutOff"],
    ["a file of 50 MB that says so", { size: 50_000_000 }, "tooLarge"],
    ["a file of 50 MB that does not say so", { size: 50_000_000, chunked: true }, "tooLarge"],
    ["50 MB packed to a few kB", { size: 50_000_000, gzip: true }, "tooLarge"],
    ["a file that never ends", { endless: true }, "tooLarge"],
    ["a redirect to http elsewhere", { redirect: "http://feed.example/a.json" }, "unreachable"],
    ["a redirect in a circle", { redirect: "/a.json" }, "unreachable"],
  ];
  test.each(cases)("%s", async (_, behaviour, code) => {
    host.behave("/a.json", behaviour);
    expect((await errorOf("/a.json")).code).toBe(code);
  });

  test("too slow to begin, and silent in the middle", async () => {
    host.behave("/a.json", { slow: 2000 });
    host.behave("/b.json", { silent: true });
    expect((await errorOf("/a.json", { silenceLimit: 100 })).code).toBe("timeout");
    expect((await errorOf("/b.json", { silenceLimit: 100 })).code).toBe("timeout");
    expect((await errorOf("/b.json", { timeLimit: 100 })).code).toBe("timeout");
  });

  test("no server, and an untrusted certificate", async () => {
    const secure = await openFeedHost({ secure: true });
    expect((await errorOf(`${secure.origin}/a.json`)).code).toBe("unreachable");
    await secure.close();
    expect((await errorOf(`${secure.origin}/a.json`)).code).toBe("unreachable");
  });
});

test("Retry-After is read as seconds and as a date", async () => {
  host.behave("/a.json", { status: 429, retryAfter: "120" });
  expect((await errorOf("/a.json")).retryAfterMs).toBe(120_000);
  host.behave("/a.json", { status: 503, retryAfter: new Date(Date.now() + 60_000).toUTCString() });
  expect((await errorOf("/a.json")).retryAfterMs).toBeGreaterThan(50_000);
  host.behave("/a.json", { status: 429, retryAfter: "soon" });
  expect((await errorOf("/a.json")).retryAfterMs).toBeUndefined();
});

test("a packed file comes unpacked, and its size is what it is then", async () => {
  host.behave("/a.json", { gzip: true });
  const file = await fetchFile(nodeOutside(), `${host.origin}/a.json`);
  expect(file.bytes.byteLength).toBe(1000);
  expect(host.requests[0]?.bytes).toBeLessThan(100);
});

test("a redirect on the same machine is followed, and the file knows where it came from", async () => {
  host.behave("/a.json", { redirect: "/b.json" });
  const file = await fetchFile(nodeOutside(), `${host.origin}/a.json`);
  expect([file.url, textOf(file)]).toEqual([`${host.origin}/b.json`, "other"]);
});

test("http is refused without a request, except on this machine", async () => {
  expect((await errorOf("http://feed.example/a.json")).code).toBe("insecure");
  expect((await errorOf("ftp://feed.example/a.json")).code).toBe("insecure");
  expect((await errorOf("https://me:secret@feed.example/a.json")).code).toBe("insecure");
});

test("without a network nothing is asked, and that is not the host's fault", async () => {
  expect((await errorOf("https://feed.example/a.json", {}, false)).code).toBe("offline");
});

test("an answer from http is not taken even if the browser would give it", async () => {
  const fetched = Object.assign(new Response("{}"), {});
  Object.defineProperty(fetched, "url", { value: "http://feed.example/a.json" });
  const outside = { ...nodeOutside(), fetch: () => Promise.resolve(fetched) };
  await expect(fetchFile(outside, "https://feed.example/a.json")).rejects.toMatchObject({ code: "insecure" });
});

test("a feed of the net is not led to the reader's own machine", async () => {
  const fetched = new Response("{}");
  Object.defineProperty(fetched, "url", { value: `${host.origin}/a.json` });
  const outside = { ...nodeOutside(), fetch: () => Promise.resolve(fetched) };
  await expect(fetchFile(outside, "https://feed.example/a.json")).rejects.toMatchObject({ code: "local" });
});

test("a file on this machine or in its network is not asked for a feed of the net", async () => {
  const from = "https://feed.example/v1/latest.json";
  for (const address of [`${host.origin}/a.json`, "https://192.168.1.1/a.json"])
    expect((await errorOf(address, { from })).code).toBe("local");
  expect(host.requests).toEqual([]);
});

test("http on this machine is for builds of developers: released builds refuse it", async () => {
  const { httpHere: _, ...outside } = nodeOutside();
  const asked = fetchFile(outside, `${host.origin}/a.json`);
  await expect(asked).rejects.toMatchObject({ code: "insecure" });
  expect(host.requests).toEqual([]);
});

test("an abort gives the caller's own reason, not a fault of the host", async () => {
  host.behave("/a.json", { slow: 1000 });
  const stop = new AbortController();
  const reason = new Error("switched off");
  setTimeout(() => stop.abort(reason), 50);
  await expect(fetchFile({ ...nodeOutside(), signal: stop.signal }, `${host.origin}/a.json`)).rejects.toBe(
    reason,
  );
});
