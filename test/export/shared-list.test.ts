import { expect, test } from "vitest";
import type { ExportList, ExportPaper } from "../../lib/export/export-paper.ts";
import { htmlFragment, htmlPage, markdownWithFigures } from "../../lib/export/shared-list.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

const hot: ExportPaper = {
  id: "2108.04840" as PaperId,
  date: "2021-08-12",
  rank: 3,
  of: 11,
  title: "Bounds on <b>QAC</b> & [more](x), Schr\\\"odinger's",
  authors: ["Ada One", "Bo <i>Two"],
  categories: ["cs.CC"],
  counts: [{ network: "twitter", reposts: 288, likes: 52 }],
  note: 'for "the" <script>alert(1)</script>',
};
/** Saved, and its digest is gone. */
const bare: ExportPaper = {
  id: "hep-th/9901001" as PaperId,
  date: "2022-01-01",
  title: "Branes",
  authors: [],
  categories: [],
};
const day: ExportList = { title: "12 August 2021", papers: [hot], ofOneDay: true };
const saved: ExportList = { title: "Saved papers", papers: [bare, hot] };

test("Markdown of a day has its ranks, figures and links, and means what the words say", () => {
  expect(markdownWithFigures(day)).toBe(
    "# 12 August 2021\n\n" +
      "- **3.** [Bounds on \\<b\\>QAC\\</b\\> & \\[more\\](x), Schrödinger's](https://arxiv.org/abs/2108.04840), " +
      "Ada One and Bo \\<i\\>Two, 2021 · 288 retweets · 52 favorites · [PDF](https://arxiv.org/pdf/2108.04840)" +
      ' – for "the" \\<script\\>alert(1)\\</script\\>\n',
  );
});

test("a list of several days counts, and says of each paper where it stood, if that is known", () => {
  const lines = markdownWithFigures(saved).split("\n");
  expect(lines[2]).toBe(
    "- **1.** [Branes](https://arxiv.org/abs/hep-th/9901001), 1999 · 1 Jan 2022 · [PDF](https://arxiv.org/pdf/hep-th/9901001)",
  );
  expect(lines[3]).toContain(" · 3rd of 11 on 12 Aug 2021 · 288 retweets");
});

test("HTML has the same, and text stays text", () => {
  expect(htmlFragment(day)).toBe(
    `<h1>12 August 2021</h1>
<ol>
<li value="3"><a href="https://arxiv.org/abs/2108.04840"><b lang="en">Bounds on &lt;b&gt;QAC&lt;/b&gt; &amp; [more](x), Schrödinger's</b></a><br>
Ada One, Bo &lt;i&gt;Two<br>
288 retweets · 52 favorites · cs.CC · <a href="https://arxiv.org/pdf/2108.04840">PDF</a><br>
<i dir="auto">for &quot;the&quot; &lt;script&gt;alert(1)&lt;/script&gt;</i></li>
</ol>
`,
  );
});

test("a file of it is self-contained: no script, nothing to load; only its links lead elsewhere", () => {
  const page = htmlPage(saved);
  expect(page).toContain('<html lang="en">');
  expect(page).toContain("<title>Saved papers</title>");
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<(?:script|link|img|iframe|object|base)\b|\bsrc=|\bon\w+=|@import|url\(/u);
  expect([...page.matchAll(/<li value="(\d+)"/gu)].map(([, value]) => value)).toEqual(["1", "2"]);
  const hosts = [...page.matchAll(/href="([^"]+)"/gu)].map(([, address = ""]) => new URL(address).origin);
  expect(hosts).toEqual(Array.from({ length: 4 }, () => "https://arxiv.org"));
});
