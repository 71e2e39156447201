import { expect, test } from "vitest";
import { allowedUrl, repositoryOf, typedUrl } from "../../lib/feeds/address.ts";
import { FeedError } from "../../lib/feeds/feed-error.ts";
import { listingsOf } from "../../lib/feeds/read/repository.ts";

const codeOf = (text: string, read = typedUrl) => {
  try {
    return read(text).href;
  } catch (error) {
    return error instanceof FeedError ? error.code : error;
  }
};

test.each([
  ["  https://feed.example/v1/latest.json ", "https://feed.example/v1/latest.json"],
  ["feed.example/v1", "https://feed.example/v1"],
  ["127.0.0.1:8080/feed.json", "http://127.0.0.1:8080/feed.json"],
  ["localhost:8080", "http://localhost:8080/"],
  ["LocalHost.:8080", "http://localhost.:8080/"],
  ["[::ffff:127.0.0.1]:80", "http://[::ffff:7f00:1]/"],
  ["http://192.168.1.1/", "insecure"],
  ["https://feed.example/a#b", "https://feed.example/a"],
  ["http://feed.example/", "insecure"],
  ["feed://feed.example/rss", "https://feed.example/rss"],
  ["Feed:https://feed.example/rss", "https://feed.example/rss"],
  ["feed:http://feed.example/rss", "insecure"],
  ["feed://localhost:8080/rss", "http://localhost:8080/rss"],
  ["feed:feed://feed.example/rss", "insecure"],
  ["file:///etc/passwd", "insecure"],
  ["javascript:alert(1)", "noAddress"],
  ["hello", "noAddress"],
  ["hello world.example", "noAddress"],
  ["", "noAddress"],
  ["https://", "noAddress"],
])("what is typed as %j is %s", (text, expected) => {
  expect(codeOf(text)).toBe(expected);
});

const LOCAL = [
  "http://127.0.0.1:8765/admin",
  "http://localhost./admin",
  "http://127.0.0.2/admin",
  "http://2130706433/admin",
  "http://[::ffff:127.0.0.1]/admin",
  "https://localhost/admin",
  "https://192.168.1.1/admin",
  "//10.0.0.1/admin",
  "https://169.254.169.254/latest",
  "https://[fe80::1]/admin",
  "https://printer.local/admin",
];

test.each(LOCAL)("a feed of the net may not lead to %s", (address) => {
  expect(codeOf(address, (each) => allowedUrl(each, "https://feed.example/v1/latest.json"))).toBe("local");
});

test.each(LOCAL)("a feed of this machine may not lead to %s, which is another server", (address) => {
  expect(codeOf(address, (each) => allowedUrl(each, "http://127.0.0.1:8000/v1/latest.json"))).not.toMatch(
    /^http/u,
  );
});

test("a feed of this machine may name its own files, and files of the net", () => {
  const from = "http://127.0.0.1:8000/v1/latest.json";
  expect(codeOf("days/2026-11-20.json", (each) => allowedUrl(each, from))).toBe(
    "http://127.0.0.1:8000/v1/days/2026-11-20.json",
  );
  expect(codeOf("https://feed.example/a.json", (each) => allowedUrl(each, from))).toBe(
    "https://feed.example/a.json",
  );
});

test.each([
  ["https://github.com/someone/digests", { owner: "someone", name: "digests", folder: "" }],
  ["https://github.com/someone/digests.git", { owner: "someone", name: "digests", folder: "" }],
  [
    "https://github.com/some/one.blog/tree/main/",
    { owner: "some", name: "one.blog", ref: "main", folder: "" },
  ],
  [
    "https://github.com/someone/digests/tree/v2/content/posts",
    { owner: "someone", name: "digests", ref: "v2", folder: "content/posts" },
  ],
  ["https://github.com/someone", undefined],
  ["https://github.com/someone/digests/issues", undefined],
  ["https://gitlab.com/someone/digests", undefined],
])("%s is a repository or is not", (address, expected) => {
  expect(repositoryOf(new URL(address))).toEqual(expected);
});

test("a repository is listed by jsDelivr, not GitHub; without a branch the usual names are tried", () => {
  const listings = listingsOf({ owner: "someone", name: "digests", folder: "content/posts" });
  expect(listings).toEqual(
    ["main", "master"].map(
      (ref) =>
        `https://data.jsdelivr.com/v1/packages/gh/someone/digests@${ref}?structure=flat&folder=content%2Fposts`,
    ),
  );
});

test.each([
  "https://github.com/owner/repo/tree/main/%zz",
  "https://github.com/owner/repo/tree/main/%",
  "https://github.com/owner/repo/tree/main/%E3%81",
])("a percent sign that stands for nothing has a code: %s", (address) => {
  expect(() => repositoryOf(new URL(address))).toThrow(FeedError);
  expect(() => repositoryOf(new URL(address))).toThrow(expect.objectContaining({ code: "noAddress" }));
});
