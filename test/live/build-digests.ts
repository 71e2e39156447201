/** Digests for the published folder, every word and figure of them made up here, with what is hard to write down well. */
import type { Digest } from "../../lib/digest/digest.ts";
import { parseDigest } from "../../lib/digest/schema.ts";

const HARD = `A <script>alert("1")</script> & 'title' with $x < y$, \u202Bעברית\u202C and a ]]> end\u0007`;

/** A digest of this day with two papers, one of them hard to write. */
export function digestOf(date: string, more: Partial<Digest> = {}): Digest {
  const digest = {
    version: 1,
    date,
    title: `Hot Papers ${date}`,
    generated: `${date}T21:00:00`,
    papers: [
      {
        id: `${date.slice(2, 4)}${date.slice(5, 7)}.000${date.slice(8)}`,
        rank: 1,
        title: HARD,
        authors: ["Ada Example", "O'Neil <ada@example.org>"],
        categories: ["cs.LG", "stat.ML"],
        abstract: "First paragraph with $a<b$.\n\nSecond & last.",
        counts: [
          { network: "bluesky", reposts: 12, likes: 1, at: `${date}T21:00:00` },
          { network: "huggingface", upvotes: 1 },
        ],
        posts: [
          {
            network: "bluesky",
            id: "at://did:plc:a/app.bsky.feed.post/1",
            url: "https://bsky.app/profile/did:plc:a/post/1?a=1&b=2",
            author: { name: 'Quote " <b>', handle: "q.example" },
            date,
            lang: "he",
            dir: "rtl",
            text: "two\nlines & <i>no markup</i>",
          },
          {
            network: "twitter",
            id: "1",
            url: "https://x.com/i/status/1",
            author: { name: "", handle: "i" },
            date,
            lang: "und",
            dir: "ltr",
          },
        ],
        ranks: { bluesky: 1, huggingface: 4 },
      },
      {
        id: "hep-th/9711200",
        rank: 2,
        title: "An old paper",
        authors: [],
        categories: ["hep-th"],
        counts: [],
        posts: [],
      },
    ],
    sources: [
      { source: "bluesky", state: "ok", at: `${date}T20:59:00`, complete: false },
      { source: "hackernews", state: "failed", at: `${date}T20:59:00`, reason: "throttled" },
      { source: "arxiv", state: "ok", at: `${date}T20:59:00`, complete: true },
    ],
    ...more,
  };
  const checked = parseDigest(digest);
  if (!checked.digest || checked.problems.length > 0) throw new Error(JSON.stringify(checked.problems));
  return checked.digest;
}
