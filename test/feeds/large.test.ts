/** What is large, deep or many costs the file, and is told with a code: never an unforeseen error. */
import { expect, test } from "vitest";
import { readJson } from "../../lib/digest/read-json.ts";
import { FeedError } from "../../lib/feeds/feed-error.ts";
import { linksToFeeds } from "../../lib/feeds/read/page-links.ts";
import { recognise } from "../../lib/feeds/read/recognise.ts";

const codeOf = (text: string) => {
  try {
    return recognise({ url: "https://feed.example/x", bytes: new TextEncoder().encode(text), type: "" }).kind;
  } catch (error) {
    return error instanceof FeedError ? error.code : error;
  }
};

test.each([
  [
    "hundreds of thousands of objects",
    JSON.stringify({ files: Array.from({ length: 300_000 }, () => ({ a: 1 })) }),
  ],
  ["hundreds of thousands of numbers", `[${"1,".repeat(300_000)}1]`],
  ["millions of lists within each other", "[".repeat(2_000_000)],
  ["lists within each other that all end", "[".repeat(500_000) + "]".repeat(500_000)],
])("%s are not a feed, and say so with a code", (_, text) => {
  expect(codeOf(text)).toMatch(/^(?:noFeed|unreadable)$/u);
});

test("a list of more files than a feed may have gives as many as it may have", () => {
  const files = Array.from({ length: 300_000 }, (_, index) => ({ date: "2022-01-13", url: `a/${index}.md` }));
  expect(codeOf(JSON.stringify({ version: 1, files }))).toBe("folder");
});

test("brackets in strings of JSON do not count as depth", () => {
  const value = [`${"[{".repeat(200)}"`, "\\\\", "\\", { a: "[".repeat(100) }];
  expect(readJson(JSON.stringify(value))).toEqual({ value });
});

test("64 levels of JSON are read, 65 are not", () => {
  expect(readJson("[".repeat(64) + "]".repeat(64))).toBeDefined();
  expect(readJson("[".repeat(65) + "]".repeat(65))).toBeUndefined();
});

test("of a page the head is looked at, whatever its length", () => {
  const link = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">';
  const page = (before: number) => `<html><head>${" ".repeat(before)}${link}</head></html>`;
  expect(linksToFeeds(page(1000), "https://feed.example/")).toEqual(["https://feed.example/rss.xml"]);
  expect(linksToFeeds(page(1_000_000), "https://feed.example/")).toEqual([]);
});
