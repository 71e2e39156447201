import { expect, test } from "vitest";
import { linkedPaper, mayLinkPaper } from "../../lib/paper/linked-paper.ts";

const PAPERS: [string, string][] = [
  ["https://arxiv.org/abs/2611.12345", "2611.12345"],
  ["http://arxiv.org/abs/2611.12345v2", "2611.12345"],
  ["https://www.arxiv.org/abs/2611.12345?utm_source=x#S1", "2611.12345"],
  ["https://export.arxiv.org/abs/hep-th/9711200v3", "hep-th/9711200"],
  ["https://arxiv.org/abs/math.GT/0309136", "math/0309136"],
  ["https://arxiv.org/pdf/2611.12345", "2611.12345"],
  ["https://arxiv.org/pdf/2611.12345v1.pdf", "2611.12345"],
  ["https://arxiv.org/pdf/hep-th/9711200v1", "hep-th/9711200"],
  ["https://arxiv.org/html/2611.12345v1/", "2611.12345"],
  ["https://arxiv.org/html/2611.12345v1/figures/plot.png", "2611.12345"],
  ["https://arxiv.org/format/2611.12345", "2611.12345"],
  ["https://alphaxiv.org/abs/2611.12345v1", "2611.12345"],
  ["https://www.alphaxiv.org/overview/2611.12345", "2611.12345"],
  ["https://www.alphaxiv.org/zh/overview/2611.12345v4", "2611.12345"],
  ["https://alphaxiv.org/pt-BR/abs/hep-th/9711200", "hep-th/9711200"],
  ["https://ar5iv.labs.arxiv.org/html/2611.12345", "2611.12345"],
  ["https://ar5iv.labs.arxiv.org/html/2611.12345/assets/x1.png", "2611.12345"],
  ["https://ar5iv.org/abs/hep-th/9711200", "hep-th/9711200"],
  ["https://arxiv.org/ftp/arxiv/papers/2108/2108.04840.pdf", "2108.04840"],
  ["https://www.arxiv.org/ftp/arxiv/papers/1308/1308.0661v2.pdf", "1308.0661"],
  ["https://arxiv.org/ftp/hep-th/papers/9901/9901001.pdf", "hep-th/9901001"],
  ["https://hf.co/papers/2611.12345", "2611.12345"],
  ["https://huggingface.co/papers/2611.12345", "2611.12345"],
  ["https://doi.org/10.48550/arXiv.2611.12345", "2611.12345"],
  ["https://doi.org/10.48550/ARXIV.HEP-TH/9711200", "hep-th/9711200"],
  ["https://dx.doi.org/10.48550%2FarXiv.2611.12345", "2611.12345"],
];

const OTHERS = [
  "https://arxlv.org/abs/2611.12345",
  "https://arxiv.org.example/abs/2611.12345",
  "https://notarxiv.org/abs/2611.12345",
  "https://arxiv.org/list/cs.LG/new",
  "https://arxiv.org/abs/",
  "https://arxiv.org/abs/2613.12345",
  "https://arxiv.org/",
  "https://arxiv.org/ftp/arxiv/papers/2108/",
  "https://arxiv.org/ftp/arxiv/2108/2108.04840.pdf",
  "https://arxiv.org/ftp/2108.04840",
  "https://arxiv.org/zh/abs/2611.12345",
  "https://www.alphaxiv.org/zh/2611.12345",
  "https://labs.arxiv.org/html/2611.12345",
  "https://huggingface.co/papers/month/2026-11",
  "https://huggingface.co/abs/2611.12345",
  "https://doi.org/10.1000/arXiv.2611.12345",
  "https://doi.org/10.48550/2611.12345",
  "https://example.org/?u=https://arxiv.org/abs/2611.12345",
  "ftp://arxiv.org/abs/2611.12345",
  "javascript:'https://arxiv.org/abs/2611.12345'",
  "arxiv.org/abs/2611.12345",
  "https://arxiv.org/abs/%E0%A4%A",
  // Misspelt by a stranger: asked for among others, arXiv refuses them all.
  "https://arxiv.org/abs/hepth/9711200",
  // Hosts that every object of JavaScript knows a property of.
  "https://constructor/abs/2611.12345",
  "https://__proto__/abs/2611.12345",
  "",
];

test.each(PAPERS)("%s is the paper %s, because people share all these forms", (link, id) => {
  expect(linkedPaper(link)).toBe(id);
});

test.each(OTHERS)("%s is not a paper, however much it looks like one", (link) => {
  expect(linkedPaper(link)).toBeUndefined();
});

test("a text with any of these links in it is never passed over, in whichever case", () => {
  const missed = PAPERS.flatMap(([link]) => [link, link.toUpperCase()]).filter(
    (link) => !mayLinkPaper(JSON.stringify({ text: `a ${link} b` })),
  );
  expect(missed).toEqual([]);
  expect(mayLinkPaper("small talk about a paper that is not on any of these hosts")).toBe(false);
});
