import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDigestFile } from "../../lib/digest/parse-file.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { PROBLEM_CODES, problemText } from "../../lib/digest/problem.ts";
import { writeMarkdown } from "../../lib/digest/write-markdown.ts";
import { anyDigest, head, MARKDOWN, paper, TWEET } from "./made.ts";

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

test("an empty digest is a digest, since a quiet day is not a broken one", () => {
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

  test("a tweet cut short costs the tweet, not its paper", () => {
    const text = (head() + good).slice(0, (head() + good).indexOf("August 12"));
    expect(ids(text)).toEqual(["2108.04840"]);
    expect(codes(text)).toEqual(["post"]);
  });
});

describe("what comes from outside stays text", () => {
  const withTweet = (tweet: string) => parseMarkdown(head() + paper(1, "2108.04840", { posts: tweet }));
  test("a script in a tweet is no text and no script", () => {
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

describe("files that are no digest say why", () => {
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
  ])("%o", (text, code) => {
    expect(parseDigestFile(text)).toMatchObject({ digests: [], problems: [{ code }] });
  });

  test("50 MB are refused before anything is read", () => {
    expect(parseDigestFile("x".repeat(50 * 1024 * 1024))).toMatchObject({
      digests: [],
      problems: [{ code: "tooLarge" }],
    });
  });

  test("a day after tomorrow is refused where the clock is known", () => {
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
      fc.property(anyDigest, (digest) => {
        expect(parseMarkdown(writeMarkdown(digest))).toEqual({ digests: [digest], problems: [] });
      }),
    );
  });
  test("for the ranks behind a mixed rank and the state of the sources", () => {
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
      ],
    } as typeof digest;
    expect(parseMarkdown(writeMarkdown(mixed))).toEqual({ digests: [mixed], problems: [] });
  });
});

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
  test("long runs of the characters that the patterns look for", () => {
    for (const run of ["# 1. ", "- retweets: ", "(@", " ", "[", "- bluesky: 1 ", "<blockquote ", "@("]) {
      const inTweet = head() + paper(1, "2108.04840", { posts: TWEET.replace("Ada", run.repeat(20_000)) });
      expect(parseDigestFile(inTweet).digests).toHaveLength(1);
      expect(parseDigestFile(head() + run.repeat(50_000)).digests).toHaveLength(1);
    }
  });
});
