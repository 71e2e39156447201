/** The small inputs of `../shared/cases` that are answers of sources, each with what is right for it. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { repositoryOf, typedUrl } from "../../../lib/feeds/address.ts";
import { readNames } from "../../../lib/live/sources/arxiv-names.ts";
import { readRss } from "../../../lib/live/sources/arxiv-rss.ts";
import { blueskyPostSchema, papersOf } from "../../../lib/live/sources/bluesky-post.ts";

const CASES = "../shared/cases";
const recorded = (name: string) => readFileSync(`${CASES}/${name}`, "utf8");
const authorsIn = (name: string) =>
  [...readNames(recorded(name), "x").names.values()].map(({ authors }) => authors);

describe.skipIf(!existsSync(CASES))("the recorded inputs (they need ../shared/cases)", () => {
  test("04 and 16: a colon is not an author, a suffix is part of a name", () => {
    expect(authorsIn("exports-and-texts/04-colon-as-author.atom.xml")).toEqual([
      ["Example-AI", "Ada Example"],
    ]);
    expect(authorsIn("feeds-and-sources/16-colon-author.xml")).toEqual([["Tank Collaboration", "A. Seer"]]);
    const { papers } = readRss(recorded("exports-and-texts/04-colon-and-suffix.rss.xml"), "x");
    expect(papers.map(({ authors }) => authors)).toEqual([
      ["Example-AI", "Sammy Example Jr.", "Ada Example"],
    ]);
  });

  test("12: a misspelt link names no paper", () => {
    const { posts } = JSON.parse(recorded("feeds-and-sources/12-post-with-misspelt-id.json")) as {
      posts: unknown[];
    };
    expect(posts.map((post) => papersOf(blueskyPostSchema.parse(post)))).toEqual([[]]);
  });

  test("13 and 14: arXiv's complaint and empty answer name no paper, and say they have no entry", () => {
    expect(readNames(recorded("feeds-and-sources/13-arxiv-api-400.xml"), "x").names.size).toBe(0);
    expect(readNames(recorded("feeds-and-sources/14-arxiv-api-empty.xml"), "x")).toMatchObject({
      entries: 0,
    });
  });

  test("15: the RSS of a Saturday is whole and has no items", () => {
    expect(readRss(recorded("feeds-and-sources/15-arxiv-rss-saturday.xml"), "x")).toEqual({
      papers: [],
      items: 0,
    });
  });

  test("17: names without affiliations and with their accents", () => {
    const { papers } = readRss(recorded("feeds-and-sources/17-rss-tex-affiliation.xml"), "x");
    expect(papers.map(({ authors }) => authors)).toEqual([["Jana Nöllenberg", "Pavel Dvořák"]]);
  });

  test("19: an address with a wrong percent sign is told with a code", () => {
    const address = recorded("feeds-and-sources/19-address.txt").trim();
    expect(() => repositoryOf(typedUrl(address))).toThrow(
      expect.objectContaining({ code: "noAddress" }) as Error,
    );
  });
});
