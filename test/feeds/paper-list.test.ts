/** Other people's lists: feeds with one item for each paper. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { FeedError } from "../../lib/feeds/feed-error.ts";
import { readDigests } from "../../lib/feeds/read/read-digests.ts";
import { recognise } from "../../lib/feeds/read/recognise.ts";
import { coolFeed, jsonList, type MadeItem, rssOf, upvotedFeed } from "../made-feeds/paper-feeds.ts";
import { sharedPath, testWithShared } from "../setup/shared.ts";

const TODAY = "2026-11-28";
const BUILT = "<lastBuildDate>Fri, 20 Nov 2026 00:40:03 +0000</lastBuildDate>";

/** The one digest of a list, through every check; the code if it is not a list. */
function read(text: string, today: string | undefined = TODAY): Digest | string {
  try {
    const served = recognise(
      { url: "https://feed.example/rss", bytes: new TextEncoder().encode(text), type: "" },
      { today },
    );
    if (served.kind === "page") return "page";
    if (served.kind !== "paperList") return served.kind;
    const [inline] = served.inline;
    const { digests, aside } = readDigests(inline ?? { text: "" }, today, inline?.date);
    expect(aside).toBeUndefined();
    return digests[0]!;
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return error.code;
  }
}
const digestOf = (text: string, today?: string): Digest => {
  const digest = read(text, today);
  if (typeof digest === "string") throw new Error(digest);
  return digest;
};
const idsOf = (text: string) => digestOf(text).papers.map(({ id }) => id);
const countsOf = (text: string) => digestOf(text).papers.map(({ counts }) => counts);

const at = (id: string): MadeItem => ({ link: `https://arxiv.org/abs/${id}` });
const post = (html: string, place = 1): MadeItem => ({
  title: `Post ${place}`,
  link: `https://blog.example/${place}`,
  html,
});
const THREE = [at("2611.00003"), at("2611.00001"), at("2611.00002")];

describe("a list of papers is the digest of its day", () => {
  test("RSS with labelled paragraphs: order, names, figures and times as the feed has them", () => {
    const digest = digestOf(
      upvotedFeed([
        ["2611.00003", 52],
        ["2611.00001v2", 0],
        ["hep-th/9711200", 46],
      ]),
    );
    expect(digest).toMatchObject({
      date: "2026-11-20",
      title: "Daily papers of everybody",
      generated: "2026-11-20T00:40:03",
    });
    expect(digest.papers.map(({ id, rank }) => [id, rank])).toEqual([
      ["2611.00003", 1],
      ["2611.00001", 2],
      ["hep-th/9711200", 3],
    ]);
    expect(digest.papers[0]).toEqual({
      id: "2611.00003",
      rank: 1,
      title: "On things of number 2611.00003",
      authors: ["Ada Example", "Łukasz Sample"],
      categories: [],
      abstract: "We measure things & gain 3 points.",
      counts: [{ network: "huggingface", upvotes: 52, at: "2026-11-20T00:40:03" }],
      posts: [],
      list: "Daily papers of everybody",
    });
    expect(digest.papers[1]?.counts).toEqual([
      { network: "huggingface", upvotes: 0, at: "2026-11-20T00:40:03" },
    ]);
  });

  test("Atom of a search: authors and arXiv's categories of the entry, HTML of titles as text", () => {
    const { papers, title } = digestOf(coolFeed(["2611.00001", "2611.00002"]));
    expect(title).toBe("Things | a search");
    expect(papers[0]).toMatchObject({
      title: "On things & more",
      authors: ["Ada Example", "Bo Sample"],
      categories: ["cs.LG"],
      counts: [],
    });
  });

  test("SciRate's addresses, arXiv's identifiers, and items that name their paper only by guid", () => {
    expect(
      idsOf(
        rssOf("t", BUILT, [
          { link: "https://scirate.com/arxiv/2611.00001" },
          { link: "https://news.example/a", guid: "oai:arXiv.org:2611.00002v1" },
          { link: "https://news.example/b", guid: "arXiv:2611.00003" },
          { link: "https://huggingface.co/papers/2611.00004" },
        ]),
      ),
    ).toEqual(["2611.00001", "2611.00002", "2611.00003", "2611.00004"]);
  });

  test("a JSON Feed is of the day of its newest item", () => {
    const items = [
      {
        id: "1",
        url: "https://arxiv.org/abs/2611.00001",
        title: "A",
        date_published: "2026-11-18T23:00:00Z",
      },
      {
        id: "2",
        external_url: "https://arxiv.org/abs/2611.00002",
        url: "https://blog.example/2",
        content_text: "a < b",
        authors: [{ name: "Ada Example" }, 7],
        date_published: "2026-11-19T01:00:00+02:00",
      },
    ];
    expect(digestOf(jsonList(items))).toMatchObject({
      date: "2026-11-18",
      generated: "2026-11-18T23:00:00",
      papers: [
        { id: "2611.00001", title: "A" },
        { id: "2611.00002", title: "arXiv:2611.00002", authors: ["Ada Example"] },
      ],
    });
  });

  test("what others write around a title goes", () => {
    const title = (text: string) =>
      digestOf(rssOf("t", BUILT, [{ ...at("2611.00001"), title: text }])).papers[0]?.title;
    expect(
      ["[2611.00001] On\n things", "On things (arXiv:2611.00001v1 [cs.LG])", "[Survey] On things", ""].map(
        title,
      ),
    ).toEqual(["On things", "On things", "[Survey] On things", "arXiv:2611.00001"]);
  });

  test("the person who posted a paper is not one of its authors", () => {
    const more = "<dc:creator>somebody42</dc:creator>";
    expect(digestOf(rssOf("t", BUILT, [{ ...at("2611.00001"), more }])).papers[0]?.authors).toEqual([]);
    const named = "<dc:creator>Ada Example, Bo Sample</dc:creator>";
    expect(digestOf(rssOf("t", BUILT, [{ ...at("2611.00001"), more: named }])).papers[0]?.authors).toEqual([
      "Ada Example",
      "Bo Sample",
    ]);
  });

  test("a list without a name has its host's name", () => {
    expect(digestOf(rssOf(" ", BUILT, THREE))).toMatchObject({
      title: "feed.example",
      papers: [{ list: "feed.example" }, {}, {}],
    });
  });

  test("a paper that is there twice counts once", () => {
    expect(idsOf(rssOf("t", BUILT, [...THREE, at("2611.00003v2")]))).toEqual([
      "2611.00003",
      "2611.00001",
      "2611.00002",
    ]);
  });

  test("more than a digest has room for is left out", () => {
    const many = Array.from({ length: 2100 }, (_, number) =>
      at(`2611.${String(number + 1).padStart(5, "0")}`),
    );
    expect(idsOf(rssOf("t", BUILT, many))).toHaveLength(2000);
  });
});

describe("the day is the feed's own, and never tomorrow", () => {
  const dated = (head: string, ...times: string[]) =>
    rssOf(
      "t",
      head,
      THREE.map((item, place) => ({ ...item, more: `<pubDate>${times[place] ?? ""}</pubDate>` })),
    );

  test.each([
    ["when it was built", dated(BUILT, "Thu, 26 Nov 2026 00:00:00 GMT"), "2026-11-20"],
    [
      "its newest item",
      dated("", "Tue, 17 Nov 2026 09:00:00 GMT", "Wed, 18 Nov 2026 09:00:00 GMT"),
      "2026-11-18",
    ],
    [
      "today, if it was built tomorrow",
      dated("<lastBuildDate>Sun, 29 Nov 2026 00:10:00 GMT</lastBuildDate>"),
      TODAY,
    ],
    ["today, if it says nothing", dated(""), TODAY],
    [
      "today, if it says nothing that is a time",
      dated("<lastBuildDate>soon</lastBuildDate>", "later"),
      TODAY,
    ],
  ])("%s", (_, text, date) => {
    expect(digestOf(text).date).toBe(date);
  });
});

describe("figures only if the feed says whose they are", () => {
  const THREE_FIGURES = "<p>Upvotes: 5</p><p>38 points · 4 comments</p><p>1,340 likes (12 retweets)</p>";
  const of = (title: string, head: string, item: MadeItem = at("2611.00001"), html = THREE_FIGURES) =>
    countsOf(rssOf(title, head, [{ ...item, html }]))[0];

  test("without a source there is none", () => {
    expect(of("My papers", "")).toEqual([]);
  });

  test.each([
    ["Hugging Face Daily", "", [{ network: "huggingface", upvotes: 5, comments: 4 }]],
    [
      "My papers",
      "<link>https://news.ycombinator.com/</link>",
      [{ network: "hackernews", points: 38, comments: 4 }],
    ],
    ["Papers on Bluesky", "", [{ network: "bluesky", likes: 1340, reposts: 12 }]],
    [
      "My papers",
      "<description>As Twitter has it</description>",
      [{ network: "twitter", likes: 1340, reposts: 12 }],
    ],
    ["Bluesky and Twitter", "", []],
  ])("%s %s", (title, head, counts) => {
    expect(of(title, head)).toEqual(counts);
  });

  test("an item that leads to its discussion says whose its figures are", () => {
    const talked = {
      ...at("2611.00001"),
      more: "<comments>https://news.ycombinator.com/item?id=1</comments>",
    };
    expect(of("My papers", "", talked, "<p>Points: 38</p><p># Comments: 4</p>")).toEqual([
      { network: "hackernews", points: 38, comments: 4 },
    ]);
  });

  test("a number in a sentence is not a figure", () => {
    const html =
      "<p>We gain 3 points over others, with 7 upvotes.</p><p>Points: 1.5</p><p>99999999999 points</p>";
    expect(of("Hacker News", "", at("2611.00001"), html)).toEqual([]);
  });
});

describe("what is not a list is refused", () => {
  const posts = (count: number) => Array.from({ length: count }, (_, place) => post("<p>Words.</p>", place));

  test.each<[string, MadeItem[]]>([
    [
      "a blog that mentions one paper once",
      [post('<a href="https://arxiv.org/abs/2611.00001">this</a>'), ...posts(9)],
    ],
    ["a blog of one post that mentions one", [post("See arXiv:2611.00001.")]],
    ["a blog of which two of twenty are about a paper", [at("2611.00001"), at("2611.00002"), ...posts(18)]],
    [
      "posts that are about many papers each",
      [1, 2, 3, 4].map((place) => post(`arXiv:2611.0000${place}, arXiv:2611.0001${place}`, place)),
    ],
    ["a blog without papers", posts(5)],
    ["no item at all", []],
  ])("%s", (_, items) => {
    expect(read(rssOf("A blog", BUILT, items))).toBe("noFeed");
  });

  test.each<[string, MadeItem[]]>([
    ["three of twenty items", [...posts(17), ...THREE]],
    ["half of the items", [at("2611.00001"), post("Words.")]],
    [
      "three posts that are about one paper each",
      [1, 2, 3].map((place) => post(`On arXiv:2611.0000${place}.`, place)),
    ],
  ])("%s are enough", (_, items) => {
    expect(read(rssOf("A list", BUILT, items))).toMatchObject({ date: "2026-11-20" });
  });

  test("an item nested too deep costs itself", () => {
    const deep = { ...at("2611.00009"), html: "<b>".repeat(12_000) };
    expect(idsOf(rssOf("t", BUILT, [deep, ...THREE]))).toContain("2611.00003");
  });
});

testWithShared("api-samples", "a real list of Hugging Face's papers is read whole, with its upvotes", () => {
  const text = readFileSync(sharedPath("api-samples/feed.hf-daily.rss.xml"), "utf8");
  const digest = digestOf(text);
  const items = text.split("<item>").length - 1;
  expect(digest).toMatchObject({ date: "2026-08-08", generated: "2026-08-08T00:40:03" });
  expect(digest.papers).toHaveLength(items);
  for (const { title, authors, counts, abstract } of digest.papers) {
    expect([title.length, authors.length, abstract?.length].every(Boolean)).toBe(true);
    expect(counts).toMatchObject([{ network: "huggingface", upvotes: expect.any(Number) as number }]);
  }
});
