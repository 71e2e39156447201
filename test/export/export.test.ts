import { describe, expect, test } from "vitest";
import type { ExportPaper } from "../../lib/export/export-paper.ts";
import { FILES, LIST_FORMATS } from "../../lib/export/format-names.ts";
import { listAs, paperAs } from "../../lib/export/formats.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { post } from "../hot-list/made.ts";

const id = (text: string) => text as PaperId;

const full: ExportPaper = {
  id: id("2108.04840"),
  date: "2021-08-12",
  rank: 1,
  title: 'A "Quoted", Long Title: With Émile\'s $x_1$',
  authors: ["Andreas Madsen", "Laurens van der Maaten", "Sammy Davis Jr.", "CMS"],
  categories: ["cs.CL", "cs.LG"],
  abstract: "First paragraph, $a < b$.\n\nSecond.",
  counts: [
    { network: "twitter", reposts: 3135, likes: 247, at: "2021-08-13T08:41:50" },
    { network: "huggingface", upvotes: 0 },
  ],
  posts: [post({ text: "Hi" })],
  saved: Date.UTC(2026, 10, 23, 12),
};
/** Saved, and its digest is gone. */
const bare: ExportPaper = {
  id: id("hep-th/9901001"),
  date: "2022-01-01",
  title: "=HYPERLINK(0)",
  authors: [],
  categories: ["hep-th"],
  read: Date.UTC(2026, 0, 2),
};
const list = { title: "Saved papers", papers: [full, bare] };

test("BibTeX, byte for byte", () => {
  expect(listAs("bibtex", list)).toBe(
    "@misc{madsen2021quotedlongtitleémiles,\n" +
      '      title={A "Quoted", Long Title: With Émile\'s $x_1$}, \n' +
      "      author={Andreas Madsen and Laurens van der Maaten and Sammy Davis Jr. and CMS},\n" +
      "      year={2021},\n" +
      "      eprint={2108.04840},\n" +
      "      archivePrefix={arXiv},\n" +
      "      primaryClass={cs.CL},\n" +
      "      url={https://arxiv.org/abs/2108.04840}, \n" +
      "}\n" +
      "\n" +
      "@misc{unknown1999hyperlink0,\n" +
      "      title={=HYPERLINK(0)}, \n" +
      "      author={},\n" +
      "      year={1999},\n" +
      "      eprint={hep-th/9901001},\n" +
      "      archivePrefix={arXiv},\n" +
      "      primaryClass={hep-th},\n" +
      "      url={https://arxiv.org/abs/hep-th/9901001}, \n" +
      "}\n",
  );
});

test("RIS, byte for byte", () => {
  expect(listAs("ris", list)).toBe(
    "TY  - UNPB\r\n" +
      'TI  - A "Quoted", Long Title: With Émile\'s $x_1$\r\n' +
      "AU  - Madsen, Andreas\r\n" +
      "AU  - van der Maaten, Laurens\r\n" +
      "AU  - Davis, Sammy, Jr.\r\n" +
      "AU  - CMS\r\n" +
      "PY  - 2021\r\n" +
      "PB  - arXiv\r\n" +
      "AN  - arXiv:2108.04840\r\n" +
      "DO  - 10.48550/arXiv.2108.04840\r\n" +
      "KW  - cs.CL\r\n" +
      "KW  - cs.LG\r\n" +
      "AB  - First paragraph, $a < b$. Second.\r\n" +
      "UR  - https://arxiv.org/abs/2108.04840\r\n" +
      "L1  - https://arxiv.org/pdf/2108.04840\r\n" +
      "ER  - \r\n" +
      "\r\n" +
      "TY  - UNPB\r\n" +
      "TI  - =HYPERLINK(0)\r\n" +
      "PY  - 1999\r\n" +
      "PB  - arXiv\r\n" +
      "AN  - arXiv:hep-th/9901001\r\n" +
      "DO  - 10.48550/arXiv.hep-th/9901001\r\n" +
      "KW  - hep-th\r\n" +
      "UR  - https://arxiv.org/abs/hep-th/9901001\r\n" +
      "L1  - https://arxiv.org/pdf/hep-th/9901001\r\n" +
      "ER  - \r\n",
  );
});

test("Markdown, byte for byte", () => {
  expect(listAs("markdown", list)).toBe(
    "# Saved papers\n\n" +
      '- [A "Quoted", Long Title: With Émile\'s $x_1$](https://arxiv.org/abs/2108.04840), Andreas Madsen et al., 2021\n' +
      "- [=HYPERLINK(0)](https://arxiv.org/abs/hep-th/9901001), 1999\n",
  );
});

test("CSV, byte for byte: unknown is empty and zero is 0, nothing is a formula", () => {
  expect(listAs("csv", list)).toBe(
    "\uFEFFid,date,rank,title,authors,categories,twitter_reposts,twitter_likes,bluesky_reposts,bluesky_likes," +
      "huggingface_upvotes,huggingface_comments,hackernews_points,hackernews_comments,counted,posts,saved,read,abs,pdf\r\n" +
      '2108.04840,2021-08-12,1,"A ""Quoted"", Long Title: With Émile\'s $x_1$",' +
      "Andreas Madsen; Laurens van der Maaten; Sammy Davis Jr.; CMS,cs.CL; cs.LG,3135,247,,,0,,,,2021-08-13T08:41:50,1," +
      "2026-11-23T12:00:00.000Z,,https://arxiv.org/abs/2108.04840,https://arxiv.org/pdf/2108.04840\r\n" +
      "hep-th/9901001,2022-01-01,,'=HYPERLINK(0),,hep-th,,,,,,,,,,,,2026-01-02T00:00:00.000Z," +
      "https://arxiv.org/abs/hep-th/9901001,https://arxiv.org/pdf/hep-th/9901001\r\n",
  );
});

test("JSON, byte for byte, in the digest's words and without what is not known", () => {
  expect(listAs("json", { ...list, papers: [{ ...full, posts: [], authors: ["A B"] }, bare] })).toBe(
    `{
  "version": 1,
  "title": "Saved papers",
  "papers": [
    {
      "id": "2108.04840",
      "date": "2021-08-12",
      "rank": 1,
      "title": "A \\"Quoted\\", Long Title: With Émile's $x_1$",
      "authors": [
        "A B"
      ],
      "categories": [
        "cs.CL",
        "cs.LG"
      ],
      "abstract": "First paragraph, $a < b$.\\n\\nSecond.",
      "counts": [
        {
          "network": "twitter",
          "reposts": 3135,
          "likes": 247,
          "at": "2021-08-13T08:41:50"
        },
        {
          "network": "huggingface",
          "upvotes": 0
        }
      ],
      "posts": [],
      "saved": "2026-11-23T12:00:00.000Z"
    },
    {
      "id": "hep-th/9901001",
      "date": "2022-01-01",
      "title": "=HYPERLINK(0)",
      "authors": [],
      "categories": [
        "hep-th"
      ],
      "read": "2026-01-02T00:00:00.000Z"
    }
  ]
}
`,
  );
});

test.each([
  ["link", "https://arxiv.org/abs/hep-th/9901001"],
  ["markdown", "[=HYPERLINK(0)](https://arxiv.org/abs/hep-th/9901001), 1999"],
] as const)("one paper as %s", (format, text) => {
  expect(paperAs(format, bare)).toBe(text);
});

test("one paper as BibTeX is what a list of it would have", () => {
  expect(`${paperAs("bibtex", full)}\n`).toBe(listAs("bibtex", { title: "", papers: [full] }));
});

test("an empty list has no papers in any form, and is no error", () => {
  for (const format of LIST_FORMATS)
    expect(listAs(format, { title: "T", papers: [] })).not.toContain("arxiv.org");
  expect(new Set(LIST_FORMATS.map((format) => FILES[format].ending)).size).toBe(LIST_FORMATS.length);
});

describe("what papers are called does no harm", () => {
  const titled = (title: string, more: Partial<ExportPaper> = {}) => ({
    title: "T",
    papers: [{ ...bare, title, ...more }],
  });
  const titleField = (title: string) => listAs("csv", titled(title)).split("\r\n")[1]?.split(",")[3];

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "|calc", "%0A=1"])(
    "%j is no formula in a table",
    (title) => {
      expect(titleField(title)?.startsWith("'")).toBe(true);
    },
  );

  test.each(["A = B", "x-y", "$x$", "'quoted'"])("%j stays as it is in a table", (title) => {
    expect(titleField(title)).toBe(title);
  });

  test("a line break in a field stays within its quotation marks", () => {
    expect(listAs("csv", titled("A\nB"))).toContain(',"A\nB",');
  });

  test("a line break begins no field of RIS", () => {
    const text = listAs(
      "ris",
      titled("A\r\nER  - \r\nTY  - BOOK", { abstract: "x\nUR  - https://evil.example" }),
    );
    expect(text.match(/^(?:TY|ER|UR) {2}- /gmu)).toEqual(["TY  - ", "UR  - ", "ER  - "]);
  });

  test.each(["A {half", "half} B", "} @misc{x, {"])("%j ends no BibTeX entry", (title) => {
    const text = listAs("bibtex", titled(title));
    expect(text.split("{").length).toBe(text.split("}").length);
    expect(text).toContain("      title={");
    expect(text).not.toMatch(/title=\{[^}]*\{/u);
  });

  test("braces that fit together stay", () => {
    expect(listAs("bibtex", titled("The {BERT} of $\\mathcal{O}(n)$"))).toContain(
      "{The {BERT} of $\\mathcal{O}(n)$}",
    );
  });
});

test("papers that would share a key get one each", () => {
  const papers = Array.from({ length: 30 }, (_, i) => ({ ...bare, id: id(`hep-th/99010${String(i + 10)}`) }));
  const keys = [...listAs("bibtex", { title: "", papers }).matchAll(/^@misc\{([^,]*),$/gmu)].map(
    ([, key]) => key,
  );
  expect(new Set(keys).size).toBe(30);
  expect(keys.slice(0, 3)).toEqual([
    "unknown1999hyperlink0",
    "unknown1999hyperlink0b",
    "unknown1999hyperlink0c",
  ]);
  expect(keys.at(-1)).toBe("unknown1999hyperlink0bd");
});
