/** Digests that we made up, for tests: the form is the archive's, the words are ours. */
import fc from "fast-check";
import type { Counts, Digest, Entry, Post, SourceState } from "../../lib/digest/digest.ts";
import { oneLine } from "../../lib/digest/tidy-text.ts";
import { paperIdFrom } from "../../lib/paper/paper-id.ts";

/** One tweet in the archive's form. */
export const TWEET =
  '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">A tweet that we wrote.<br>See <a href="https://t.co/aaa">https://t.co/aaa</a> ' +
  '&amp; more</p>&mdash; Ada Example (@ada_example) <a href="https://twitter.com/ada_example/status/1425794989741727748?ref_src=twsrc%5Etfw">' +
  "August 12, 2021</a></blockquote>\n" +
  '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';

/** One paper in the archive's form. */
export const paper = (
  rank: number,
  id: string,
  more: { title?: string; counts?: string; abstract?: string; posts?: string } = {},
) => `# ${rank}. ${more.title ?? `Paper number ${rank}`}

Ada Example, Bo Example

- ${more.counts ?? `retweets: ${100 - rank}, favorites: ${50 - rank} (08/13/2021 08:41:5${rank % 10})`}

- links: [abs](https://arxiv.org/abs/${id}) | [pdf](https://arxiv.org/pdf/${id})
- [cs.CL](https://arxiv.org/list/cs.CL/recent) | [stat.ML](https://arxiv.org/list/stat.ML/recent)

${more.abstract ?? `We say what paper ${rank} is about.   And here is a second paragraph.`}

${more.posts ?? TWEET}



`;

/** Front matter of the archive. */
export const head = (day = "2021-08-12", written = "2021-08-13T08:41:50.Z") => `---
title: Hot Papers ${day}
date: ${written}
template: "post"
draft: false
slug: "hot-papers-${day}"
category: "arXiv"
tags:
  - "arXiv"
description: "Hot papers ${day}"
socialImage: "/media/flying-marine.jpg"

---

`;

/** A digest of two papers. */
export const MARKDOWN = head() + paper(1, "2108.04840") + paper(2, "hep-th/9901001");

/** Pieces that mean something in Markdown, HTML, YAML or our own form. */
// prettier-ignore
const PIECES = [
  "# ", "#", "- ", "- [", "\\", "<", "<script>", "</p>", "<!--", "<blockquote", "</blockquote>", ">", "&amp;", "&",
  ", ", ",", "(@", ")", "]", "](", "—", "---", "   ", "\n", "\r\n", "\n\n", "\t", "\u0000", "\u2028", "\u00A0", "'", '"',
  "$a<b$", "$'", "2021-08-12", "a", "b", " ", "true", "null", ": ", "%", "é", "論文", "😀",
];
const piece = fc.constantFrom(...PIECES);
/** Any text, as JSON from outside may have it: often harmless, often not. */
const anyText = fc.oneof(
  fc.string({ maxLength: 30, unit: "grapheme" }),
  fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join("")),
);
const line = anyText.filter((text) => oneLine(text) !== "");
const word = fc.stringMatching(/^[A-Za-z_]{1,12}$/);
const day = fc
  .date({ min: new Date("1991-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc
  .date({ min: new Date("1991-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19));
const count = fc.nat({ max: 2 ** 31 - 1 });
const rank = fc.integer({ min: 1, max: 2 ** 31 - 1 });

const counts: fc.Arbitrary<Counts> = fc.record(
  {
    network: fc.constantFrom("twitter", "bluesky", "huggingface", "hackernews"),
    reposts: count,
    likes: count,
    points: count,
    upvotes: count,
    comments: count,
    at: time,
  },
  { requiredKeys: ["network"] },
);

const post: fc.Arbitrary<Post> = fc
  .record({
    network: fc.constantFrom("twitter" as const, "bluesky" as const, "hackernews" as const),
    number: fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String),
    name: line,
    handle: word,
    date: day,
    lang: fc.constantFrom("en", "ja", "und", "zh-Hant"),
    dir: fc.constantFrom("ltr" as const, "rtl" as const),
    text: fc.option(anyText, { nil: undefined }),
    titleOnly: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ number, name, handle, text: words, titleOnly, ...rest }) => ({
    ...rest,
    id: rest.network === "twitter" ? number : `id-${number}`,
    url:
      rest.network === "twitter"
        ? `https://twitter.com/${handle}/status/${number}`
        : `https://example.org/${number}?a=b`,
    author: { name, handle },
    // Whether a text is only the title can be seen; without a text it has to be said.
    ...(words !== undefined ? { text: words } : titleOnly !== undefined ? { titleOnly } : {}),
  }));

const id = fc
  .tuple(fc.integer({ min: 7, max: 90 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9999 }))
  .map(([y, m, n]) => paperIdFrom(`${String(y).padStart(2, "0")}${String(m).padStart(2, "0")}`, n));

const entry = fc
  .record({
    id,
    title: line,
    authors: fc.array(line, { maxLength: 4 }),
    categories: fc.uniqueArray(fc.constantFrom("cs.CL", "cs.LG", "stat.ML", "hep-th")),
    abstract: fc.option(
      fc.array(anyText, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("\n\n")),
      { nil: undefined },
    ),
    counts: fc.uniqueArray(counts, { maxLength: 4, selector: (one) => one.network }),
    ranks: fc.option(
      fc.record(
        { twitter: rank, bluesky: rank, huggingface: rank, hackernews: rank },
        { requiredKeys: ["bluesky"] },
      ),
      { nil: undefined },
    ),
    posts: fc.array(post, { maxLength: 3 }),
  })
  .map(({ abstract, ranks, ...rest }): Omit<Entry, "rank"> => ({
    ...rest,
    ...(abstract !== undefined && { abstract }),
    ...(ranks && { ranks }),
  }));

const sources: fc.Arbitrary<SourceState[]> = fc.array(
  fc.record(
    {
      source: fc.constantFrom("twitter", "bluesky", "arxiv"),
      state: fc.constantFrom("ok", "failed"),
      at: time,
      complete: fc.boolean(),
      reason: line,
      note: line,
    },
    { requiredKeys: ["source", "state", "at"] },
  ),
  { maxLength: 3 },
);

/** Any digest that JSON from outside may have, with texts that are not tidy yet. */
export const anyDigest: fc.Arbitrary<Digest> = fc
  .record({
    date: day,
    generated: time,
    title: fc.option(line, { nil: undefined }),
    sources: fc.option(sources, { nil: undefined }),
    papers: fc.uniqueArray(entry, { maxLength: 5, selector: (one) => one.id }),
  })
  .map(({ date, generated, title, sources: asked, papers }) => ({
    version: 1,
    date,
    title: title ?? `Hot Papers ${date}`,
    generated,
    papers: papers.map((one, place) => Object.assign({ rank: place + 1 }, one)),
    ...(asked && { sources: asked }),
  }));
