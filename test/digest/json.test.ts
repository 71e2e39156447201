import { parseDigest } from "../../lib/digest/schema.ts";
import { describe, expect, test } from "vitest";
import { parseDigestFile } from "../../lib/digest/parse-file.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { MARKDOWN } from "./made.ts";

const [digest] = parseMarkdown(MARKDOWN).digests;
if (!digest) throw new Error("the made digest cannot be read");
const [first] = digest.papers;

test("one digest, an array of them, and one per line are all read", () => {
  const other = { ...digest, date: "2021-08-13" };
  expect(parseDigestFile(JSON.stringify(digest, null, 2)).digests).toEqual([digest]);
  expect(parseDigestFile(JSON.stringify([digest, other])).digests).toEqual([digest, other]);
  expect(parseDigestFile(`${JSON.stringify(digest)}\n${JSON.stringify(other)}\n`).digests).toEqual([
    digest,
    other,
  ]);
});

test("an empty name costs the name, and not its paper", () => {
  const paper = { id: "2108.05000", rank: 1, title: "T", categories: [], counts: [], posts: [] };
  const authors = ["Ada Example", "", "  ", 7, null, "x".repeat(2001), "Bo  Sample"];
  const { digest: read, problems } = parseDigest({
    version: 1,
    date: "2021-08-12",
    title: "Hot Papers 2021-08-12",
    generated: "2021-08-13T00:00:00",
    papers: [{ ...paper, authors }],
  });
  expect(problems).toEqual([]);
  expect(read?.papers[0]?.authors).toEqual(["Ada Example", "Bo Sample"]);
});

test("one bad line costs that line and is named", () => {
  const { digests, problems } = parseDigestFile(`${JSON.stringify(digest)}\n{"version":1,`);
  expect(digests).toEqual([digest]);
  expect(problems).toMatchObject([{ code: "json", line: 2 }]);
});

test("fields that we do not know are dropped", () => {
  const more = { ...digest, mood: "good", papers: digest.papers.map((entry) => ({ ...entry, stars: 5 })) };
  expect(parseDigestFile(JSON.stringify(more))).toEqual({ digests: [digest], problems: [] });
});

test("texts are tidied, so that none can begin another paper when it is written as Markdown", () => {
  const untidy = {
    ...digest,
    papers: [
      {
        ...first,
        title: "A\n# 2.  B",
        authors: [" Ada\tExample "],
        abstract: "One\nparagraph.\n \nAnother.",
      },
    ],
  };
  const { digests, problems } = parseDigestFile(JSON.stringify(untidy));
  expect(problems).toEqual([]);
  expect(digests[0]?.papers[0]).toMatchObject({
    title: "A # 2. B",
    authors: ["Ada Example"],
    abstract: "One paragraph.\n\nAnother.",
  });
});

test("a post whose maker did not say whether it only repeats the title is judged by its text", () => {
  const [post] = first?.posts ?? [];
  if (!first || !post) throw new Error("no post");
  const { titleOnly: _, ...open } = post;
  const read = (posts: unknown[]) =>
    parseDigestFile(JSON.stringify({ ...digest, papers: [{ ...first, posts }] })).digests[0]?.papers[0]
      ?.posts;
  expect(read([open, { ...open, text: first.title }])?.map((one) => one.titleOnly)).toEqual([false, true]);
  expect(read([{ ...post, titleOnly: true }])?.[0]?.titleOnly).toBe(true);
  const { text: _text, ...facts } = open;
  expect(read([facts])).toEqual([facts]);
});

test("a later minor version is read as far as we know it", () => {
  expect(parseDigestFile(JSON.stringify({ ...digest, version: 1.1 }))).toEqual({
    digests: [digest],
    problems: [],
  });
});

describe("a paper that is not of the right form is left out and the others stay", () => {
  test.each([
    ["an id that is none", { id: "2108.04840v1" }],
    ["a count that is a text", { counts: [{ network: "twitter", likes: "5" }] }],
    ["a count below zero", { counts: [{ network: "twitter", likes: -5 }] }],
    ["a count with a fraction", { counts: [{ network: "twitter", likes: 0.5 }] }],
    ["a network that we do not know", { counts: [{ network: "myspace", likes: 5 }] }],
    ["no title", { title: "" }],
    ["a title as long as a book", { title: "x".repeat(3000) }],
    ["authors that are no list", { authors: "Ada" }],
    ["a title of white space", { title: " \n " }],
    ["a category that would be two links", { categories: ["cs.CL](x) | [cs.LG"] }],
  ])("%s", (_what, change) => {
    const changed = { ...digest, papers: [{ ...first, ...change }, ...digest.papers.slice(1)] };
    const { digests, problems } = parseDigestFile(JSON.stringify(changed));
    expect(digests[0]?.papers).toEqual(digest.papers.slice(1));
    expect(problems).toMatchObject([{ code: "entry" }]);
  });
});

test("a post with another kind of address than http(s) is left out", () => {
  const posts = [{ ...first?.posts[0], url: "javascript:alert(1)" }];
  const { digests, problems } = parseDigestFile(JSON.stringify({ ...digest, papers: [{ ...first, posts }] }));
  expect(digests[0]?.papers[0]?.posts).toEqual([]);
  expect(problems).toMatchObject([{ code: "postLink", detail: "javascript:alert(1)" }]);
});

test("too many papers and posts are cut off, and that is said", () => {
  const posts = Array.from({ length: 60 }, () => first?.posts[0]);
  const papers = Array.from({ length: 2005 }, (_, n) => ({
    ...first,
    id: `2108.${String(n + 1).padStart(5, "0")}`,
    rank: n + 1,
    posts: n === 0 ? posts : [],
  }));
  const { digests, problems } = parseDigestFile(JSON.stringify({ ...digest, papers }));
  expect([digests[0]?.papers.length, digests[0]?.papers[0]?.posts.length]).toEqual([2000, 50]);
  expect(problems.map((problem) => problem.code)).toEqual(["tooManyPapers", "tooManyPosts"]);
});
