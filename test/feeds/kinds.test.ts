import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { writeMarkdown } from "../../lib/digest/write-markdown.ts";
import { FeedError } from "../../lib/feeds/feed-error.ts";
import { readDigests } from "../../lib/feeds/read/read-digests.ts";
import { recognise } from "../../lib/feeds/read/recognise.ts";
import type { Served } from "../../lib/feeds/read/recognise.ts";
import { readPointer, writePointer } from "../../lib/feeds/read/pointer.ts";
import { daysBefore, madeDigest } from "../made-feeds/made-digest.ts";
import {
  atomFeed,
  embeddedJsonFeed,
  folderFeed,
  linkedJsonFeed,
  markdownOf,
  pointerFeed,
  rssFeed,
} from "../made-feeds/made-feeds.ts";

const digests = daysBefore("2026-11-20", 3).map((date) => madeDigest(date));
const TODAY = "2026-11-20";

const file = (text: string, url = "https://feed.example/v1/latest.json") => ({
  url,
  bytes: new TextEncoder().encode(text),
  type: "",
});
const feedOf = (text: string, url?: string): Served => {
  const found = recognise(file(text, url));
  if (found.kind === "page") throw new Error("is a page");
  return found;
};
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof FeedError) return error.code;
    throw error;
  }
  return undefined;
};
const firstOf = (files: Record<string, string>, path: string) => files[path] ?? "";

describe("kinds are told by what is served", () => {
  test("a pointer, with its days, newest first, and the list of all days", () => {
    const served = feedOf(firstOf(pointerFeed(digests), "/v1/latest.json"));
    expect(served.kind).toBe("pointer");
    expect(served.files.map(({ url }) => url)).toEqual(
      digests.map(({ date }) => `https://feed.example/v1/days/${date}.json`),
    );
    expect(served.index).toBe("https://feed.example/v1/index.json");
  });

  test("a JSON Feed that holds its digests, whole", () => {
    const served = feedOf(firstOf(embeddedJsonFeed(digests), "/feed.json"));
    expect(served.kind).toBe("jsonFeed");
    expect(served.inline.map((day) => readDigests(day, TODAY, day.date))).toEqual(
      digests.map((digest) => ({ digests: [digest] })),
    );
  });

  test("a JSON Feed that links its digests, and one that names a pointer", () => {
    const linked = feedOf(firstOf(linkedJsonFeed(digests), "/v1/feed.json"));
    expect([linked.kind, linked.files.length, linked.pointer]).toEqual(["jsonFeed", 3, undefined]);
    const pointed = feedOf(firstOf(pointerFeed(digests), "/v1/feed.json"));
    expect(pointed.pointer).toBe("https://feed.example/v1/latest.json");
  });

  test("a folder by its list, with and without hashes, and as bare names", () => {
    const text = firstOf(folderFeed(markdownOf(digests)), "/posts/index.json");
    const served = feedOf(text, "https://feed.example/posts/index.json");
    expect(served.kind).toBe("folder");
    expect(served.files[0]).toMatchObject({
      date: "2026-11-20",
      url: "https://feed.example/posts/2026-11-20---Hot-Papers.md",
    });
    expect(served.files[0]?.sha256).toHaveLength(64);
    const bare = feedOf(
      '["2022-01-13---Hot-Papers.md", "notes.md", "https://elsewhere.example/2022-01-14.md", 7]',
      "https://feed.example/posts/index.json",
    );
    expect(bare.files).toEqual([
      {
        key: "2022-01-13",
        date: "2022-01-13",
        url: "https://feed.example/posts/2022-01-13---Hot-Papers.md",
      },
    ]);
  });

  test("a repository by jsDelivr's list: only day files of the named folder, with hashes in hex", () => {
    const hash = Buffer.alloc(32, 255).toString("base64");
    const list = {
      type: "gh",
      name: "someone/digests",
      version: "main",
      files: [
        { name: "/content/posts/2022-01-13---Hot-Papers.md", hash, size: 3 },
        { name: "/content/posts/2020-07-02---Hot-Papers.md-e", hash, size: 3 },
        { name: "/README.md", hash, size: 3 },
        { name: "/old/2020-01-01.md", hash, size: 3 },
      ],
    };
    const address =
      "https://data.jsdelivr.com/v1/packages/gh/someone/digests@main?structure=flat&folder=content/posts";
    expect(feedOf(JSON.stringify(list), address)).toMatchObject({
      kind: "repository",
      title: "someone/digests",
      files: [
        {
          key: "2022-01-13",
          url: "https://cdn.jsdelivr.net/gh/someone/digests@main/content/posts/2022-01-13---Hot-Papers.md",
          sha256: "ff".repeat(32),
        },
      ],
    });
  });

  test("a single digest as JSON, as lines of JSON, as Markdown", () => {
    const texts = [
      JSON.stringify(digests[0]),
      digests.map((digest) => JSON.stringify(digest)).join("\n"),
      writeMarkdown(digests[0]!),
    ];
    expect(texts.map((text) => feedOf(text).kind)).toEqual(["digest", "digest", "digest"]);
    expect(
      texts.map((text) => readDigests(feedOf(text).inline[0] ?? { text: "" }, TODAY).digests.length),
    ).toEqual([1, 3, 1]);
  });

  test.each([
    ["RSS as Gatsby writes it", firstOf(rssFeed(digests), "/rss.xml")],
    ["Atom with escaped HTML", firstOf(atomFeed(digests), "/atom.xml")],
  ])("%s gives the digests that its Markdown gives", (_, xml) => {
    const served = feedOf(xml);
    expect([served.kind, served.title]).toEqual(["xmlFeed", "Made blog"]);
    const read = served.inline.map((day) => readDigests(day, TODAY, day.date));
    expect(read).toEqual(
      digests.map((digest) => ({ digests: parseMarkdown(writeMarkdown(digest)).digests })),
    );
  });

  test("Atom with XHTML inside gives the same", () => {
    const xhtml =
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>a</id>` +
      `<title>Hot Papers 2026-11-20</title><updated>2026-11-20T22:05:00Z</updated>` +
      `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h1>1. A &lt; B</h1><p>Ada Example</p>` +
      `<ul><li>retweets: 5, favorites: 4 (11/20/2026 22:05:00)</li></ul><ul>` +
      `<li>links: <a href="https://arxiv.org/abs/2611.00001">abs</a></li>` +
      `<li><a href="https://arxiv.org/list/cs.LG/recent">cs.LG</a></li></ul><p>Words of our own.</p></div></content></entry></feed>`;
    const [entry] = feedOf(xhtml).inline;
    const [digest] = readDigests(entry ?? { text: "" }, TODAY, "2026-11-20").digests;
    expect(digest?.papers[0]).toMatchObject({ id: "2611.00001", title: "A < B", authors: ["Ada Example"] });
  });

  test("a web page is told from a feed, and the feeds that it names come best first", () => {
    const page = `<!doctype html><html><head>
      <link rel="alternate" type="application/rss+xml" href="/rss.xml">
      <link rel="alternate" type="application/feed+json" href="v1/feed.json">
      <link rel="alternate" type="application/rss+xml" href="http://elsewhere.example/rss.xml">
      <link rel="stylesheet" type="text/css" href="style.css"></head></html>`;
    expect(recognise(file(page, "https://feed.example/site/"))).toEqual({
      kind: "page",
      links: ["https://feed.example/site/v1/feed.json", "https://feed.example/rss.xml"],
    });
  });
});

test("a page's own links that look like feeds come last, and others are left out", () => {
  const page = `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/all.xml"></head><body>
    <a href="/papers/feed/">Feed</a> <a href="https://elsewhere.example/index.xml?tag=a">RSS</a> <a href="/all.xml">again</a>
    <a href="/feedback">no</a> <a href="http://elsewhere.example/rss">no</a> <a href="http://127.0.0.1/rss">no</a></body></html>`;
  expect(recognise(file(page, "https://feed.example/site/"))).toEqual({
    kind: "page",
    links: [
      "https://feed.example/all.xml",
      "https://feed.example/papers/feed/",
      "https://elsewhere.example/index.xml?tag=a",
    ],
  });
});

describe("what is not a feed says why", () => {
  const pointer = firstOf(pointerFeed(digests), "/v1/latest.json");
  test.each([
    ["an empty file", "", "noFeed"],
    ["some text", "hello", "noFeed"],
    ["JSON of something else", '{"hello": 1}', "noFeed"],
    ["a pointer cut short", pointer.slice(0, 200), "unreadable"],
    ["RSS cut short", firstOf(rssFeed(digests), "/rss.xml").slice(0, 900), "unreadable"],
    ["a pointer of a newer version", pointer.replace('"version": 1', '"version": 2'), "newerVersion"],
    [
      "a JSON Feed 2",
      '{"version": "https://jsonfeed.org/version/2", "title": "T", "items": []}',
      "newerVersion",
    ],
    ["a digest of a newer version", JSON.stringify({ ...digests[0], version: 2 }), "newerVersion"],
    ["a day file on http", pointer.replaceAll("days/", "http://feed.example/days/"), "insecure"],
    ["a day file on the reader's machine", pointer.replaceAll("days/", "http://127.0.0.1/days/"), "local"],
    ["a day file in the reader's network", pointer.replaceAll("days/", "https://192.168.1.1/days/"), "local"],
  ])("%s", (_, text, code) => {
    expect(codeOf(() => recognise(file(text)))).toBe(code);
  });
});

describe("the pointer", () => {
  test("lists the last 14 days, repeats the newest at its top, and is read back as it was written", () => {
    const days = daysBefore("2026-11-20", 20).map((date) => ({
      date,
      url: `days/${date}.json`,
      sha256: "a".repeat(64),
    }));
    const text = writePointer({
      version: 1,
      title: "T",
      generatedAt: "2026-11-20T22:05:00Z",
      days: days.toReversed(),
    });
    expect(JSON.parse(text)).toMatchObject({ version: 1, ...days[0] });
    expect(readPointer(JSON.parse(text))).toMatchObject({ title: "T", days: days.slice(0, 14) });
    expect(text.length).toBeLessThan(3000);
  });

  test("loses a day that is not of the right form, and keeps the others", () => {
    const good = { date: "2026-11-20", url: "a.json" };
    const bad = [
      { date: "2026-02-30", url: "b.json" },
      { date: "2026-11-19" },
      { ...good, sha256: "xyz" },
      null,
    ];
    const file2 = { version: 1, title: "T", generated_at: "", days: [...bad, good] };
    expect(readPointer(file2)?.days).toEqual([good]);
  });
});

describe("trust in a feed", () => {
  test("a digest of the day after tomorrow is refused, one of tomorrow is not", () => {
    const text = (date: string) => JSON.stringify(madeDigest(date));
    expect(readDigests({ text: text("2026-11-21") }, TODAY).digests).toHaveLength(1);
    expect(readDigests({ text: text("2026-11-22") }, TODAY)).toMatchObject({
      digests: [],
      aside: { code: "future" },
    });
  });

  test("a digest of another day than the feed says is set aside", () => {
    expect(readDigests({ text: JSON.stringify(digests[1]) }, TODAY, "2026-11-20")).toEqual({
      digests: [],
      aside: { code: "wrongDate", detail: "2026-11-19" },
    });
  });

  test("one bad paper costs itself, with its reason", () => {
    const [good] = digests;
    const text = JSON.stringify({
      ...good,
      papers: good!.papers.map((p, i) => (i === 0 ? { ...p, id: "?" } : p)),
    });
    const read = readDigests({ text }, TODAY, "2026-11-20");
    expect(read.digests[0]?.papers).toHaveLength(4);
    expect(read.aside?.code).toBe("entry");
  });

  test("a title of a megabyte costs its paper also if the digest is Markdown", () => {
    const long = { ...digests[0]!, papers: [{ ...digests[0]!.papers[0]!, abstract: "x ".repeat(600_000) }] };
    const read = readDigests({ text: writeMarkdown(long) }, TODAY, "2026-11-20");
    expect(JSON.stringify(read).length).toBeLessThan(50_000);
  });
});
