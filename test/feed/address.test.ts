import { expect, test } from "vitest";
import { repositoryOf, typedUrl } from "../../lib/feed/address.ts";
import { FeedError } from "../../lib/feed/feed-error.ts";
import { listingsOf } from "../../lib/feed/repository.ts";

const codeOf = (text: string) => {
  try {
    return typedUrl(text).href;
  } catch (error) {
    return error instanceof FeedError ? error.code : error;
  }
};

test.each([
  ["  https://feed.example/v1/latest.json ", "https://feed.example/v1/latest.json"],
  ["feed.example/v1", "https://feed.example/v1"],
  ["127.0.0.1:8080/feed.json", "http://127.0.0.1:8080/feed.json"],
  ["localhost:8080", "http://localhost:8080/"],
  ["https://feed.example/a#b", "https://feed.example/a"],
  ["http://feed.example/", "insecure"],
  ["file:///etc/passwd", "insecure"],
  ["javascript:alert(1)", "noAddress"],
  ["hello", "noAddress"],
  ["hello world.example", "noAddress"],
  ["", "noAddress"],
  ["https://", "noAddress"],
])("what is typed as %j is %s", (text, expected) => {
  expect(codeOf(text)).toBe(expected);
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
])("%s is a repository or is none", (address, expected) => {
  expect(repositoryOf(new URL(address))).toEqual(expected);
});

test("a repository is listed by jsDelivr, never by GitHub; without a branch its usual names are tried", () => {
  const listings = listingsOf({ owner: "someone", name: "digests", folder: "content/posts" });
  expect(listings).toEqual(
    ["main", "master"].map(
      (ref) =>
        `https://data.jsdelivr.com/v1/packages/gh/someone/digests@${ref}?structure=flat&folder=content%2Fposts`,
    ),
  );
});
