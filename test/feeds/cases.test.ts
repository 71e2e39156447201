/** Feeds as they are found, and texts that were made to be no feed. What each has to come to is in its title. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { parseDigestFile } from "../../lib/digest/parse-file.ts";
import { FeedError } from "../../lib/feeds/feed-error.ts";
import { readDigests } from "../../lib/feeds/read/read-digests.ts";
import type { ReadDigests } from "../../lib/feeds/read/read-digests.ts";
import { recognise } from "../../lib/feeds/read/recognise.ts";
import type { Served } from "../../lib/feeds/read/recognise.ts";
import { atomOf } from "../../lib/feeds/publish/feeds.ts";
import { digestOf } from "../live/build-digests.ts";

const CASES = "../shared/cases";
const bytesOf = (text: string) => new TextEncoder().encode(text);
interface ReadFeed extends Partial<Served> {
  digests?: Digest[];
  asides?: NonNullable<ReadDigests["aside"]>[];
  code?: string;
}
/** Reads a first file and what is in it. A code if it is not a feed. */
function read(content: string | Uint8Array<ArrayBuffer>, charset?: string): ReadFeed {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  try {
    const url = "https://feed.example/v1/feed";
    const served = recognise({ url, bytes, type: "", ...(charset !== undefined && { charset }) });
    if (served.kind === "page") return { code: "page" };
    const all = served.inline.map((day) => readDigests(day, "2026-11-28", day.date));
    return {
      ...served,
      digests: all.flatMap(({ digests }) => digests),
      asides: all.flatMap(({ aside }) => aside ?? []),
    };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return { code: error.code };
  }
}
const titlesOf = ({ digests }: ReadFeed) =>
  digests?.flatMap(({ papers }) => papers.map(({ title }) => title));

/** Recorded inputs, if the folder with them is beside this one. */
const recorded = (name: string): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(`${CASES}/${name}`));

const rss = (items: string) => `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
const item = (title: string, html: string) =>
  `<item><title>${title}</title><link>https://b.example/2021-08-12</link><description><![CDATA[${html}]]></description></item>`;
const PAPER =
  "<h1>1. A Títle</h1><p>Ada Example</p><ul><li>retweets: 3, favorites: 4 (08/13/2021 08:41:50)</li></ul>" +
  '<ul><li>links: <a href="https://arxiv.org/abs/2108.00001">abs</a></li></ul><p>An abstract.</p>';
const FEED = rss(item("Hot Papers 2021-08-12", PAPER));

describe("a day is not enough to be a digest", () => {
  test.each([
    ["a blog whose links have a day", rss(item("Tomatoes", "<p>They are red.</p>"))],
    ["a dated post that is only a picture", rss(item("2021-08-12", "<img src=x>"))],
    [
      "headings that are none of ours",
      rss(item("2021-08-12", "<h1>News</h1><h2>On things (arXiv:2108.00001)</h2>")),
    ],
    [
      "somebody else's digest in Atom",
      '<feed><title>Other</title><entry><id>a</id><title>Digest for 2026-07-22</title><content type="html">' +
        "&lt;h2&gt;On things (arXiv:2608.00001)&lt;/h2&gt;&lt;p&gt;Liked.&lt;/p&gt;</content></entry></feed>",
    ],
    [
      "a list of links, as any API has",
      '[{"id": "1", "title": "T", "url": "https://news.example/2026-11-27.json"}]',
    ],
    [
      "files of somebody else",
      '{"files": [{"url": "https://a.example/b.json"}, {"date": "2026-11-27", "url": "b.json"}]}',
    ],
    ["names of files without a day", '["package.json", "README.md"]'],
    [
      "addresses of another place",
      '["https://a.example/2026-11-27.json", "//a.example/2026-11-27.json", "/2026-11-27.md"]',
    ],
    [
      "a whole feed with the host's script after it",
      `${rss(item("Post", "x"))}<script src="/email.js"></script>`,
    ],
  ])("%s is not a feed", (_, text) => {
    expect(read(text)).toEqual({ code: "noFeed" });
  });

  test("a dated text of another form is not a digest", () => {
    const text =
      '---\ntitle: "Papers of the day · 2026-08-17"\n---\n\n# Papers: 2026-08-17\n\n## Language\n\n#### [A](a.md)\n';
    expect(parseDigestFile(text)).toMatchObject({ digests: [], problems: [{ code: "noDigest", line: 5 }] });
    const withoutHeading = text.replace("# Papers", "Papers");
    expect(parseDigestFile(withoutHeading)).toMatchObject({ digests: [], problems: [{ code: "noDigest" }] });
  });

  test("a digest of which no paper can be read is refused, and says what is wrong with the papers", () => {
    const text =
      "---\ntitle: Hot Papers 2021-08-12\n---\n\n# 1. A Title\n\nAda Example\n\n- retweets: x, favorites: 4\n\nText.\n";
    expect(parseDigestFile(text)).toMatchObject({ digests: [], problems: [{ code: "counts" }] });
    const json = {
      version: 1,
      date: "2021-08-12",
      title: "T",
      generated: "2021-08-13T08:00:00",
      papers: [{}],
    };
    expect(parseDigestFile(JSON.stringify(json))).toMatchObject({
      digests: [],
      problems: [{ code: "entry" }],
    });
  });

  test("a day without papers is a digest: there was one in the archive", () => {
    const text = "---\ntitle: Hot Papers 2020-12-07\ndate: 2020-12-08T13:04:41.Z\n\n---\n";
    expect(parseDigestFile(text)).toMatchObject({
      digests: [{ date: "2020-12-07", papers: [] }],
      problems: [],
    });
  });
});

describe("our own Atom is read as a feed", () => {
  const digest = digestOf("2026-11-20");
  const read1 = read(atomOf({ title: "Made papers", base: "https://hot.example.org/", digests: [digest] }));

  test("by its pointer, which is beside it", () => {
    expect(read1).toMatchObject({
      kind: "xmlFeed",
      pointer: "https://feed.example/v1/latest.json",
      asides: [],
    });
  });

  test("by its own papers if there is no pointer: all but what HTML for people leaves out", () => {
    const { papers } = (read1.digests as Digest[])[0]!;
    expect(papers.map(({ id, rank, title, categories }) => ({ id, rank, title, categories }))).toEqual(
      digest.papers.map(({ id, rank, title, categories }) => ({ id, rank, title, categories })),
    );
    const [first] = digest.papers;
    expect(papers[0]).toMatchObject({
      authors: first?.authors,
      abstract: first?.abstract,
      ranks: first?.ranks,
    });
    expect(papers[0]?.counts).toEqual(first?.counts.map(({ at: _at, ...counts }) => counts));
    expect(papers[0]?.posts).toMatchObject(
      first!.posts.map(({ url, date, lang, dir, network }) => ({ url, date, lang, dir, network })),
    );
    expect(papers[0]?.posts[0]?.text).toBe(first?.posts[0]?.text);
  });
});

describe("feeds as they are found", () => {
  const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n${FEED}`;
  const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const utf16 = (text: string, mark = "\uFEFF") => Uint8Array.from(Buffer.from(mark + text, "utf16le"));
  const swapped = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array.from(bytes, (_, at) => bytes[at ^ 1] ?? 0);

  test.each<[string, string | Uint8Array<ArrayBuffer>, string?]>([
    ["a DOCTYPE", `<?xml version="1.0"?><!DOCTYPE rss>${FEED}`],
    ["a DOCTYPE with declarations", `<!DOCTYPE rss [\n<!ENTITY a "]">\n<!ENTITY b "c">\n]>\n${FEED}`],
    [
      "a script of the host after the feed",
      `${FEED}<script defer src="https://static.example/b.js"></script>`,
    ],
    ["something that is not closed after the feed", `${FEED}<br><p>cached`],
    ["many comments before and after it", `${"<!-- c -->\n".repeat(50)}${FEED}${"\n<!-- c -->".repeat(50)}`],
    ["Latin-1 as declared", latin1(xml("iso-8859-1"))],
    ["Latin-1 as the host says", latin1(FEED), "iso-8859-1"],
    ["UTF-8 that says it", xml("utf-8"), "utf-8"],
    ["an encoding that nobody knows", xml("klingon"), "klingon"],
    ["UTF-16 with its mark", utf16(xml("utf-16"))],
    ["UTF-16 the other way round", swapped(utf16(xml("utf-16")))],
    ["UTF-16 without a mark", utf16(xml("utf-16"), "")],
    ["UTF-8 that says it was UTF-16, as some programs write it", xml("utf-16"), "utf-16"],
    ["UTF-8 with a byte order mark", `\uFEFF${xml("utf-8")}`, "iso-8859-1"],
  ])("%s: one digest with its paper", (_, content, charset) => {
    expect(titlesOf(read(content, charset))).toEqual(["A Títle"]);
  });

  test("a feed cut short is not taken for a whole one", () => {
    for (const part of [FEED.slice(0, -1), FEED.slice(0, -6), FEED.slice(0, -16), FEED.slice(0, 200)])
      expect(read(part)).toEqual({ code: "unreadable" });
  });

  test("a time of writing with a blank and an offset counts", () => {
    const head = (date: string) => `---\ntitle: Hot Papers 2021-08-12\ndate: ${date}\n---\n`;
    const generated = (date: string) => parseDigestFile(head(date)).digests[0]?.generated;
    expect(
      [
        "2021-08-13 08:41:50 +0900",
        "2021-08-13T08:41:50+09:00",
        "2021-08-13T08:41:50.Z",
        "'2021-08-13 08:41:50'",
      ].map(generated),
    ).toEqual(Array.from({ length: 4 }, () => "2021-08-13T08:41:50"));
    expect(["2021-08-13 08:41", "2021-08-13", "soon"].map(generated)).toEqual([
      "2021-08-13T08:41:00",
      "2021-08-12T00:00:00",
      "2021-08-12T00:00:00",
    ]);
  });
});

describe("unlikely input that occurs", () => {
  const nest = (tag: string, depth: number) => `<${tag}>`.repeat(depth);

  test.each<[string, string, string]>([
    ["comments before a page", `${"<!-- c -->\n".repeat(60)}<!doctype html><html></html>`, "page"],
    ["empty comments and no page", `${"<!---->".repeat(60)}x`, "noFeed"],
    [
      "instructions before something else",
      `<?xml version="1.0"?>\n${"<?a b?>\n".repeat(60)}<svg/>`,
      "noFeed",
    ],
    [
      "comments and a script after a feed",
      `${rss("")}${"\n<!-- c -->".repeat(60)}<script></script>`,
      "noFeed",
    ],
    [
      "20,000 elements within each other",
      `<rss>${nest("a", 20_000)}${"</a>".repeat(20_000)}</rss>`,
      "unreadable",
    ],
    ["a million elements within each other", `<rss>${nest("a", 1_000_000)}</rss>`, "unreadable"],
    ["an entry that opens 12,000 elements", rss(item("x 2026-01-01", nest("b", 12_000))), "unreadable"],
    ["a page that opens 12,000 elements", `<html><body>${nest("b", 12_000)}</body></html>`, "page"],
    ["a million lists within each other", "[".repeat(1_000_000) + "]".repeat(1_000_000), "unreadable"],
    [
      "an item with a million lists within each other",
      `{"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [{"id": "1", "_hot_papers":` +
        `{"papers": ${"[".repeat(100_000)}${"]".repeat(100_000)}}}]}`,
      "unreadable",
    ],
  ])("%s: an answer with a code", (_, text, code) => {
    expect(read(text)).toEqual({ code });
  });

  test("an entry that is nested too deep costs itself and not the feed", () => {
    const feed = rss(item("Hot Papers 2021-08-12", PAPER) + item("x 2026-01-01", nest("b", 12_000)));
    expect(titlesOf(read(feed))).toEqual(["A Títle"]);
  });

  test("our own file cut short is one problem, not one for every line", () => {
    const text = JSON.stringify(digestOf("2026-11-20"), null, 1);
    for (const length of [text.length - 2, Math.floor(text.length / 2), 300])
      expect(parseDigestFile(text.slice(0, length)).problems).toMatchObject([{ code: "json" }]);
  });

  test("of lines of digests the damaged one is named", () => {
    const line = JSON.stringify(digestOf("2026-11-20"));
    const { digests, problems } = parseDigestFile(`${line.slice(0, -5)}\n${line}\n`);
    expect([digests.length, problems]).toMatchObject([1, [{ code: "json", line: 1 }]]);
  });
});

describe.skipIf(!existsSync(CASES))("the recorded inputs (they need ../shared/cases)", () => {
  test.each([
    ["feeds-and-sources/01-foreign-dated.rss", "noFeed"],
    ["feeds-and-sources/02-foreign-dated.atom", "noFeed"],
    ["feeds-and-sources/05-comments.html", "page"],
    ["feeds-and-sources/06-instructions.xml", "noFeed"],
    ["feeds-and-sources/07-comments-behind.rss", "noFeed"],
    ["feeds-and-sources/09-deep.rss", "unreadable"],
    ["feeds-and-sources/10-deep-entry.rss", "unreadable"],
    ["feeds-and-sources/11-list-of-links.json", "noFeed"],
    ["feeds-and-sources/18-script-behind.rss", "noFeed"],
  ])("%s: %s", (name, code) => {
    expect(read(recorded(name))).toEqual({ code });
  });

  test.each([
    ["feeds-and-sources/04-own-atom.xml", "A paper about things"],
    ["exports-and-texts/13-rss-doctype.xml", "A Title"],
    ["exports-and-texts/13-rss-script-behind-root.xml", "A Title"],
    ["exports-and-texts/13-rss-latin1.xml", "A Títle"],
  ])("%s: one paper, %s", (name, title) => {
    expect(titlesOf(read(recorded(name)))).toEqual([title]);
  });

  test("03, 08 and 14 as files", () => {
    const parse = (name: string) => parseDigestFile(new TextDecoder().decode(recorded(name)));
    expect(parse("feeds-and-sources/03-foreign-dated.md")).toMatchObject({
      digests: [],
      problems: [{ code: "noDigest" }],
    });
    expect(parse("feeds-and-sources/08-cut.json").problems).toMatchObject([{ code: "json" }]);
    const [digest] = parse("exports-and-texts/14-front-matter-date-with-blank.md").digests;
    expect(digest).toMatchObject({ generated: "2021-08-13T08:41:50", papers: [{ id: "2108.00001" }] });
  });
});
