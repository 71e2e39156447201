import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDigestFile } from "../../lib/digest/parse-file.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { problemText } from "../../lib/cli/problem-sentences.ts";
import { PROBLEM_CODES } from "../../lib/digest/problem.ts";
import { parseDigest } from "../../lib/digest/schema.ts";
import { writeMarkdown } from "../../lib/digest/write-markdown.ts";
import { anyDigest, head, MARKDOWN, paper, TWEET } from "./made.ts";
import { expectLinear } from "../setup/growth.ts";

const codes = (text: string) => parseDigestFile(text).problems.map((problem) => problem.code);
const ids = (text: string) =>
  parseDigestFile(text).digests.flatMap((digest) => digest.papers.map((entry) => entry.id));

test("every field of the archive's form is read", () => {
  const { digests, problems } = parseMarkdown(MARKDOWN);
  expect(problems).toEqual([]);
  expect(digests).toEqual([
    {
      version: 1,
      date: "2021-08-12",
      title: "Hot Papers 2021-08-12",
      generated: "2021-08-13T08:41:50",
      papers: [
        {
          id: "2108.04840",
          rank: 1,
          title: "Paper number 1",
          authors: ["Ada Example", "Bo Example"],
          categories: ["cs.CL", "stat.ML"],
          abstract: "We say what paper 1 is about.\n\nAnd here is a second paragraph.",
          counts: [{ network: "twitter", reposts: 99, likes: 49, at: "2021-08-13T08:41:51" }],
          posts: [
            {
              network: "twitter",
              id: "1425794989741727748",
              url: "https://twitter.com/ada_example/status/1425794989741727748",
              author: { name: "Ada Example", handle: "ada_example" },
              date: "2021-08-12",
              lang: "en",
              dir: "ltr",
              text: "A tweet that we wrote.\nSee https://t.co/aaa & more",
              titleOnly: false,
            },
          ],
        },
        expect.objectContaining({ id: "hep-th/9901001", rank: 2 }),
      ],
    },
  ]);
});

test("an empty digest is a digest, because a quiet day is not a broken one", () => {
  expect(parseMarkdown(head("2020-12-07"))).toMatchObject({
    digests: [{ date: "2020-12-07", papers: [] }],
    problems: [],
  });
});

describe("what is easy to miss", () => {
  test("Windows line ends and a byte order mark change nothing", () => {
    expect(parseMarkdown(`\uFEFF${MARKDOWN.replaceAll("\n", "\r\n")}`)).toEqual(parseMarkdown(MARKDOWN));
  });
  test("titles lose the double spaces of line wraps", () => {
    const text = head() + paper(1, "2108.04840", { title: "A title  wrapped   twice" });
    expect(parseMarkdown(text).digests[0]?.papers[0]?.title).toBe("A title wrapped twice");
  });
  test("TeX, bare < and $' stay as they are", () => {
    const abstract = "If $a<b$ and x < y then $\\mathcal{O}(n)$ costs $' or $& or $1.";
    const text = head() + paper(1, "2108.04840", { title: "On $K$-means and $'", abstract });
    const [entry] = parseMarkdown(text).digests[0]?.papers ?? [];
    expect([entry?.title, entry?.abstract]).toEqual(["On $K$-means and $'", abstract]);
  });
  test("a tweet from right to left keeps its language and direction", () => {
    const rtl = TWEET.replace('lang="en" dir="ltr"', 'class="x" dir="rtl" data-more="1" lang="fa"');
    const [post] =
      parseMarkdown(head() + paper(1, "2108.04840", { posts: rtl })).digests[0]?.papers[0]?.posts ?? [];
    expect(post).toMatchObject({ lang: "fa", dir: "rtl" });
  });
  test("a tweet may spread over lines", () => {
    const spread = TWEET.replace("<br>", "<br>\n").replace("</p>&mdash;", "</p>\n&mdash;");
    const [post] =
      parseMarkdown(head() + paper(1, "2108.04840", { posts: spread })).digests[0]?.papers[0]?.posts ?? [];
    expect(post).toMatchObject({
      author: { handle: "ada_example" },
      text: "A tweet that we wrote.\n\nSee https://t.co/aaa & more",
    });
  });
  test("a paper without abstract and tweets is a whole paper", () => {
    const text = head() + paper(1, "2108.04840", { abstract: "", posts: "" });
    const [entry] = parseMarkdown(text).digests[0]?.papers ?? [];
    expect(entry).toMatchObject({ id: "2108.04840", posts: [] });
    expect(entry).not.toHaveProperty("abstract");
  });
});

describe("one bad paper costs itself and is named with its line", () => {
  const good = paper(1, "2108.04840");
  const after = paper(3, "2108.04842");
  test.each([
    [
      "counts that are no numbers",
      paper(2, "2108.04841", { counts: "retweets: many, favorites: 5 (08/13/2021 08:41:51)" }),
      "counts",
    ],
    [
      "negative counts",
      paper(2, "2108.04841", { counts: "retweets: -1, favorites: 5 (08/13/2021 08:41:51)" }),
      "counts",
    ],
    [
      "a time that is none",
      paper(2, "2108.04841", { counts: "retweets: 1, favorites: 5 (13/13/2021 08:41:51)" }),
      "counts",
    ],
    ["an id that is none", paper(2, "not-an-id"), "link"],
    ["a heading without rank", paper(2, "2108.04841").replace("# 2. ", "# Two: "), "heading"],
    ["the id of another one", paper(2, "2108.04840"), "duplicateId"],
    ["the rank of another one", paper(1, "2108.04841"), "duplicateRank"],
  ])("%s", (_what, bad, code) => {
    const text = head() + good + bad + after;
    expect(ids(text)).toEqual(["2108.04840", "2108.04842"]);
    expect(parseDigestFile(text).problems).toEqual([
      expect.objectContaining({ code, line: expect.any(Number) }),
    ]);
  });

  test("a digest cut in the middle keeps its whole papers", () => {
    const whole = head() + good + after;
    const cut = whole.slice(0, whole.indexOf("- links", whole.indexOf("# 3.")));
    expect(ids(cut)).toEqual(["2108.04840"]);
    expect(parseDigestFile(cut).problems).toMatchObject([
      { code: "cut", line: cut.split("\n").findIndex((l) => l.startsWith("# 3.")) + 1 },
    ]);
  });

  test("wherever a digest is cut, kept papers are as they were, and what is missing is named", () => {
    const whole = head() + good + paper(2, "2108.04841", { posts: "" }) + after;
    const papers = parseMarkdown(whole).digests[0]?.papers ?? [];
    for (let end = head().length; end < whole.trimEnd().length; end++) {
      const { digests, problems } = parseMarkdown(whole.slice(0, end));
      const kept = digests[0]?.papers ?? [];
      const changed = kept.filter((entry, place) => !isDeepStrictEqual(entry, papers[place]));
      // A cut right after a blank line, or after a sentence of the abstract, looks like the end of a shorter digest. A
      // lone "<" may have been a tweet, or the script of one that is whole.
      if (whole.slice(0, end).endsWith("\n\n") || /\.\s*$|\n<$/u.test(whole.slice(0, end))) continue;
      // A tweet that is cut is named; its paper stays.
      expect(
        changed.map((entry) => entry.posts),
        whole.slice(0, end),
      ).toEqual(changed.map(() => []));
      const cutPosts = problems.filter((problem) => problem.code === "post");
      expect(cutPosts.length, whole.slice(0, end)).toBe(changed.length);
      const named = kept.length + problems.filter((problem) => problem.code === "cut").length;
      const begun = whole.slice(0, end).match(/^#/gmu)?.length ?? 0;
      expect(named, whole.slice(0, end)).toBe(begun);
      for (const { line } of problems)
        expect(line).toBeLessThanOrEqual(whole.slice(0, end).split("\n").length);
    }
  });

  test("a tweet cut short costs the tweet, not its paper", () => {
    const text = (head() + good).slice(0, (head() + good).indexOf("August 12"));
    expect(ids(text)).toEqual(["2108.04840"]);
    expect(codes(text)).toEqual(["post"]);
  });
});

describe("tweets in files edited by hand", () => {
  const posts = (text: string) =>
    parseMarkdown(head() + paper(1, "2108.04840", { posts: text })).digests[0]?.papers[0]?.posts ?? [];
  const other = TWEET.replaceAll("ada_example", "bo_example").replace("1425794989741727748", "2");
  test("a tweet without its end does not swallow the next one", () => {
    const half = TWEET.slice(0, TWEET.indexOf("&mdash;"));
    const text = head() + paper(1, "2108.04840", { posts: `${half}\n\n${other}` });
    expect(posts(`${half}\n\n${other}`).map((post) => post.author.handle)).toEqual(["bo_example"]);
    expect(parseMarkdown(text).problems).toMatchObject([
      { code: "post", line: text.split("\n").findIndex((line) => line.startsWith("<blockquote")) + 1 },
    ]);
  });
  test("several on one line, or set off by spaces, are all read", () => {
    const inline = `${TWEET} ${other}`.replaceAll("\n", " ");
    expect(posts(`  ${inline}`).map((post) => post.author.handle)).toEqual(["ada_example", "bo_example"]);
  });
  test("a line after the tweets is named, and is not taken for the abstract", () => {
    const text = head() + paper(1, "2108.04840", { posts: `${TWEET}\n\nA note.` });
    const { digests, problems } = parseMarkdown(text);
    expect(digests[0]?.papers[0]?.abstract).not.toContain("note");
    expect(problems).toMatchObject([{ code: "post", detail: "A note." }]);
  });
});

describe("what comes from outside stays text", () => {
  const withTweet = (tweet: string) => parseMarkdown(head() + paper(1, "2108.04840", { posts: tweet }));
  test("a script in a tweet is neither text nor script", () => {
    const { digests } = withTweet(
      TWEET.replace("A tweet", "<script>alert(1)</script>A tweet &lt;script&gt;"),
    );
    expect(digests[0]?.papers[0]?.posts[0]?.text).toBe(
      "A tweet <script> that we wrote.\nSee https://t.co/aaa & more",
    );
  });
  test("a tweet whose address is not http(s) is left out", () => {
    const { digests, problems } = withTweet(
      TWEET.replace("https://twitter.com/ada_example/status", "javascript:alert(1)//status"),
    );
    expect(digests[0]?.papers[0]?.posts).toEqual([]);
    expect(problems).toMatchObject([{ code: "postLink" }]);
  });
  test("a javascript: link inside a tweet leaves only its words", () => {
    const { digests } = withTweet(TWEET.replace('https://t.co/aaa"', 'javascript:alert(1)"'));
    expect(JSON.stringify(digests)).not.toContain("javascript:");
  });
});

describe("files that are not digests say why", () => {
  test.each([
    ["", "empty"],
    [" \n\n", "empty"],
    ["\u0000\u0001PNG\u0002", "notText"],
    ["<!DOCTYPE html><html><body>Not found</body></html>", "webPage"],
    ["Just a note.", "noDigest"],
    ["---\ntitle: [Hot Papers\n---\n", "frontMatter"],
    ["---\ntitle: Hot Papers 2021-08-12\n", "frontMatter"],
    ["---\ndraft: true\n---\n", "frontMatter"],
    ["---\ntitle: Hot Papers of today\n---\n", "date"],
    ["---\ntitle: Hot Papers 2021-02-30\n---\n", "date"],
    [`{"version":1,"date":"2021-08`, "json"],
    [`{"hello":1}`, "shape"],
    [`{"version":2,"date":"2021-08-12"}`, "newerVersion"],
    ["[]", "shape"],
    ["<!-- saved from a site -->\n<html><body>Not found</body></html>", "webPage"],
    [`---\ntitle: Hot Papers 2021-08-12\nx: ${"x".repeat(100_000)}\n---\n`, "frontMatter"],
  ])("%o", (text, code) => {
    expect(parseDigestFile(text)).toMatchObject({ digests: [], problems: [{ code }] });
  });

  test("50 MB are refused before anything is read", () => {
    expect(parseDigestFile("x".repeat(50 * 1024 * 1024))).toMatchObject({
      digests: [],
      problems: [{ code: "tooLarge" }],
    });
  });

  test("a day after tomorrow is refused if the clock is known", () => {
    expect(parseDigestFile(MARKDOWN, "2021-08-11").digests).toHaveLength(1);
    expect(parseDigestFile(MARKDOWN, "2021-08-10")).toMatchObject({
      digests: [],
      problems: [{ code: "future" }],
    });
  });

  test("every code has a sentence that does not end like a code", () => {
    for (const code of PROBLEM_CODES) expect(problemText({ code })).toMatch(/^[a-z].* .*[^.]$/u);
  });
});

describe("write is the inverse of parse", () => {
  test("for any digest, of any network, with any words", () => {
    fc.assert(
      fc.property(anyDigest, (untidy) => {
        const { digest, problems } = parseDigest(untidy);
        if (!digest) throw new Error("the made digest was refused");
        expect(problems).toEqual([]);
        expect(parseDigest(structuredClone(digest))).toEqual({ digest, problems: [] });
        expect(parseMarkdown(writeMarkdown(digest))).toEqual({ digests: [digest], problems: [] });
      }),
      { numRuns: 500 },
    );
  });
  test("also for texts that were never checked, so that none of them adds a paper or a tag", () => {
    fc.assert(
      fc.property(anyDigest, (untidy) => {
        const text = writeMarkdown(untidy);
        expect(parseMarkdown(text)).toEqual({ digests: [parseDigest(untidy).digest], problems: [] });
        // All scripts in it are Twitter's loader, one per tweet.
        const tweets = untidy.papers.flatMap((entry) =>
          entry.posts.filter((one) => one.network === "twitter"),
        );
        const body = text.slice(text.indexOf("\n---\n"));
        expect(body.match(/(?<!\\)<script/gu)?.length ?? 0).toBe(tweets.length);
      }),
    );
  });
  test("for names with commas in them, which elsewhere separate authors", () => {
    const [digest] = parseMarkdown(MARKDOWN).digests;
    const [first] = digest?.papers ?? [];
    if (!digest || !first) throw new Error("no paper");
    const authors = ["Sammy Example, Jr.", "Jo\\ão Example", "Ada, Bo, and others\\"];
    const text = writeMarkdown({ ...digest, papers: [{ ...first, authors }] });
    expect(text).toContain("\nSammy Example\\, Jr., Jo\\ão Example, ");
    expect(parseMarkdown(text).digests[0]?.papers[0]?.authors).toEqual(authors);
  });
  test("for the ranks of a mixed rank and the state of the sources", () => {
    const [digest] = parseMarkdown(MARKDOWN).digests;
    if (!digest) throw new Error("no digest");
    const [first, ...rest] = digest.papers;
    const mixed = {
      ...digest,
      papers: [{ ...first, ranks: { bluesky: 3, huggingface: 1 } }, ...rest],
      sources: [
        {
          source: "bluesky",
          state: "failed",
          at: "2026-11-20T21:00:00",
          reason: "throttled",
          note: "It said: wait.",
        },
        { source: "hackernews", state: "ok", at: "2026-11-20T21:00:00", complete: true },
      ],
    } as typeof digest;
    expect(parseMarkdown(writeMarkdown(mixed))).toEqual({ digests: [mixed], problems: [] });
  });
});

// prettier-ignore
const RUNS = [
  "# 1. ", "- retweets: ", "(@", " ", "[", "- bluesky: 1 ", "<blockquote ", "@(", "\\", "\\<", ", ", "<a ", "](https://arxiv.org/abs/", "- links: [",
  "<blockquote></blockquote>", "<blockquote></blockquote>\n", "<b>", "</i>", "?ref_src=", "\n", "\n ", "---\n", "<br>", "&amp;", "v1", "/",
];

describe("no text breaks the reader", () => {
  test("arbitrary text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(parseDigestFile(text).problems).not.toBeUndefined();
      }),
    );
  });
  test("a digest with pieces cut out and put in", () => {
    const piece = fc.constantFrom(
      "\n",
      "# ",
      "- retweets: ",
      "<blockquote>",
      "</blockquote>",
      "---\n",
      "(((((",
      "\\",
      "- [",
      "@(",
      "   ",
    );
    const place = fc.nat({ max: MARKDOWN.length });
    fc.assert(
      fc.property(place, fc.nat({ max: 400 }), piece, (at, length, inserted) => {
        const text = MARKDOWN.slice(0, at) + inserted + MARKDOWN.slice(at + length);
        for (const digest of parseDigestFile(text).digests) expect(digest.date).toMatch(/^\d{4}-\d\d-\d\d$/u);
      }),
    );
  });
  test.each(RUNS)(
    "long runs of %o, which the patterns look for, take no longer than they are long",
    (run) => {
      const placesOf = (many: string) => [
        head() + many,
        head() + paper(1, "2108.04840", { posts: TWEET.replace("Ada", many) }),
        head() + paper(1, "2108.04840", { posts: many }),
        head() + paper(1, "2108.04840", { abstract: many }),
        head() + paper(1, "2108.04840", { title: many }),
        head() + paper(1, many),
        head() + paper(1, "2108.04840").replace("Ada Example", many),
        `---\ntitle: Hot Papers 2021-08-12\nx: ${many}\n---\n`,
      ];
      expectLinear(
        (size) => placesOf(run.repeat(size / run.length)),
        (texts) => texts.forEach((text) => parseDigestFile(text)),
        262_144,
      );
    },
  );
});
