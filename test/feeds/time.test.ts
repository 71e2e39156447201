/** What strangers write may be long and strange: reading it takes as long as it is long, and no longer. */
import { describe, test } from "vitest";
import { readCountLine } from "../../lib/digest/count-line.ts";
import { parseDigestFile } from "../../lib/digest/parse-file.ts";
import { isTitleOnly } from "../../lib/digest/title-only.ts";
import { repositoryOf } from "../../lib/feeds/address.ts";
import { FeedError } from "../../lib/feeds/feed-error.ts";
import { readDigests } from "../../lib/feeds/read/read-digests.ts";
import { recognise } from "../../lib/feeds/read/recognise.ts";
import { withoutReading } from "../../lib/settings/last-errors.ts";
import { expectLinear } from "../setup/growth.ts";

const PIECES = [
  " ", "\n", "x", "<", "&", "[", '{"a":', "\\", "$", "#", "- ", "a.b/", "a-", "1234.",
  "<!---->", "<!--", "<?a?>", "<!DOCTYPE a [", "<![CDATA[", "<b>", "<p>", "</b>", "<a b='", "<script>",
  "<blockquote>", "<blockquote></blockquote>", "</rss>", "https://", "](https://arxiv.org/abs/", "?ref_src=",
  "arXiv:2611.00001, ", "https://arxiv.org/abs/2611.00001 ", "5 points · ", "a: ",
]; // prettier-ignore
const filled = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length));

const read = (text: string) => {
  try {
    const served = recognise({
      url: "https://feed.example/",
      bytes: new TextEncoder().encode(text),
      type: "",
    });
    if (served.kind !== "page") for (const each of served.inline) readDigests(each, "2026-11-28", each.date);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
  }
};
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const feed = (html: string, tail = "") =>
  `<rss version="2.0"><channel><title>t</title><item><title>Hot Papers 2026-11-20</title>` +
  `<description>${escaped(html)}</description></item></channel></rss>${tail}`;
const PAPER = "<link>https://arxiv.org/abs/2611.00001</link>";
const markdown = (title: string, facts: string, rest: string) =>
  `---\ntitle: Hot Papers 2021-08-12\n---\n\n# 1. ${title}\n\nAda Example\n\n${facts}\n\n` +
  `- links: [abs](https://arxiv.org/abs/2108.00001)\n- [cs.LG](https://arxiv.org/list/cs.LG/recent)\n\n${rest}\n`;
const COUNTS = "- retweets: 3, favorites: 4 (08/13/2021 08:41:50)";

describe.each(PIECES)("1 MB of %o is read in linear time", (piece) => {
  const run = filled(piece);
  const kinds: Record<string, (text: string) => void> = {
    "as a whole file": read,
    "at the head of XML, and after it": (text) => {
      read(`<?xml version="1.0"?>${text}<rss>`);
      read(feed("<h1>1. T</h1>", text));
    },
    "in a list of papers": (text) => {
      read(feed(text, "").replace("<item>", `<link>https://huggingface.co/</link><item>${PAPER}`));
      read(feed("x").replace("Hot Papers 2026-11-20</title>", `${escaped(text)}</title>${PAPER}`));
    },
    "in the HTML of an entry": (text) => read(feed(`<h1>1. T</h1><p>${text}</p>`)),
    "in a page": (text) => read(`<!doctype html><html><head>${text}</head><body>${text}</body></html>`),
    "in a digest's Markdown": (text) => {
      parseDigestFile(markdown(text, COUNTS, ""));
      parseDigestFile(markdown("T", text, ""));
      parseDigestFile(markdown("T", COUNTS, `${text}\n\n<blockquote><p>${text}</p></blockquote>`));
    },
    "in a line, a post, an address, an error": (text) => {
      readCountLine(`- retweets: ${text}`);
      readCountLine(`- bluesky: ${text}`);
      isTitleOnly(text, "A title", ["Ada Example"]);
      repositoryOf(new URL(`https://github.com/o/r/tree/main/${encodeURIComponent(text)}`));
      withoutReading(text);
    },
  };
  test.each(Object.entries(kinds))("%s", (_, work) => expectLinear(run, work));
});
