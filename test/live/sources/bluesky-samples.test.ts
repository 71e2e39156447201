import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { postsOfPeople } from "../../../lib/live/sources/bluesky-author.ts";
import { blueskyPostSchema, papersOf } from "../../../lib/live/sources/bluesky-post.ts";
import { sharedPath, testWithShared } from "../../setup/shared.ts";

const samples = `${sharedPath("api-samples")}/`;
const posts = (name: string): unknown[] => {
  const { posts: list } = JSON.parse(readFileSync(`${samples}${name}`, "utf8")) as { posts: unknown[] };
  return list;
};

testWithShared(
  "api-samples",
  "finds the paper in all eight ways a post can link it, and drops bot and opt-out",
  () => {
    const views = posts("bluesky.searchPosts.arxiv.CONSTRUCTED.json").map((view) =>
      blueskyPostSchema.parse(view),
    );
    expect(views.map(papersOf)).toEqual([
      ["2611.12345"],
      ["2611.12345"],
      ["2611.12345"],
      ["2611.12345"],
      ["2611.12345"],
      ["2611.12345", "hep-th/9711200"],
      ["2611.12345"],
      ["2611.12345"],
    ]);
    expect(postsOfPeople(views)).toHaveLength(6);
  },
);

testWithShared("api-samples", "reads what a real AppView answers, and finds its three links", () => {
  const views = posts("bluesky.getPosts.local-appview.json").map((view) => blueskyPostSchema.parse(view));
  expect(views.map(papersOf)).toEqual([["2201.04182"], ["2201.04182"], ["2201.04182"]]);
});

testWithShared("api-samples", "reads a post of the real network that links no paper", () => {
  const view = JSON.parse(readFileSync(`${samples}bluesky.postView.production-2025.json`, "utf8")) as unknown;
  expect(papersOf(blueskyPostSchema.parse(view))).toEqual([]);
});

test.each([
  ["arxiv-cs-lg.example", "cs.LG", false],
  ["mathbot.example", "Maths", false],
  ["paper.example", "Paper bot", false],
  ["arxiv.example", "News", false],
  ["abbott.example", "Ann Abbott", true],
  ["robotics.example", "Robotics Lab", true],
  ["botany.example", "Botany Now", true],
])("%s (%s) is a person: %s", (handle, displayName, person) => {
  const view = {
    uri: "at://did:plc:a/app.bsky.feed.post/1",
    author: { did: "did:plc:a", handle, displayName },
    record: {},
    indexedAt: "2026-11-20T00:00:00Z",
  };
  expect(postsOfPeople([blueskyPostSchema.parse(view)])).toHaveLength(person ? 1 : 0);
});
