import { describe, expect, test } from "vitest";
import type { ExportPaper } from "../../lib/export/export-paper.ts";
import { FILES, LIST_FORMATS } from "../../lib/export/format-names.ts";
import { listAs, paperAs } from "../../lib/export/formats.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { post } from "../hot-list/made.ts";
import { expectLinear } from "../setup/growth.ts";

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
  note: "=mine; 5% of $x$",
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
/** A table as programs read it that divide by commas, or by another mark. */
const cells = (csv: string, mark = ","): string[][] => {
  const field = new RegExp(String.raw`(?:"((?:[^"]|"")*)"|([^${mark}\r\n]*))(${mark}|\r\n|$)`, "gy");
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain, end] of csv.matchAll(field)) {
    if (whole === "") break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== mark) rows.push([]);
  }
  return rows;
};
const list = { title: "Saved papers", papers: [full, bare] };

test("BibTeX, byte for byte", () => {
  expect(listAs("bibtex", list)).toBe(
    "@misc{madsen2021quotedlongtitleémiles,\n" +
      '      title={A "Quoted", Long Title: With Émile\'s $x_1$}, \n' +
      "      author={Andreas Madsen and Laurens van der Maaten and Davis, Jr., Sammy and CMS},\n" +
      "      year={2021},\n" +
      "      eprint={2108.04840},\n" +
      "      archivePrefix={arXiv},\n" +
      "      primaryClass={cs.CL},\n" +
      "      url={https://arxiv.org/abs/2108.04840}, \n" +
      "      annote={=mine; 5\\% of $x$},\n" +
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
      "N1  - =mine; 5% of $x$\r\n" +
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
      '- [A "Quoted", Long Title: With Émile\'s $x_1$](https://arxiv.org/abs/2108.04840), Andreas Madsen et al., 2021 – =mine; 5% of $x$\n' +
      "- [=HYPERLINK(0)](https://arxiv.org/abs/hep-th/9901001), 1999\n",
  );
});

test("CSV, byte for byte: unknown is empty and zero is 0, nothing is a formula", () => {
  expect(listAs("csv", list)).toBe(
    "\uFEFFid,date,rank,title,authors,categories,twitter_reposts,twitter_likes,bluesky_reposts,bluesky_likes," +
      "huggingface_upvotes,huggingface_comments,hackernews_points,hackernews_comments,counted,posts,saved,read,note,abs,pdf\r\n" +
      'arXiv:2108.04840,2021-08-12,1,"A ""Quoted"", Long Title: With Émile\'s $x_1$",' +
      '"Andreas Madsen; Laurens van der Maaten; Sammy Davis Jr.; CMS","cs.CL; cs.LG",3135,247,,,0,,,,2021-08-13T08:41:50,1,' +
      '2026-11-23T12:00:00.000Z,,"\'=mine; 5% of $x$",https://arxiv.org/abs/2108.04840,https://arxiv.org/pdf/2108.04840\r\n' +
      "arXiv:hep-th/9901001,2022-01-01,,'=HYPERLINK(0),,hep-th,,,,,,,,,,,,2026-01-02T00:00:00.000Z,," +
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
      "saved": "2026-11-23T12:00:00.000Z",
      "note": "=mine; 5% of $x$"
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

test("an empty list has no papers in any form, and is not an error", () => {
  for (const format of LIST_FORMATS)
    expect(listAs(format, { title: "T", papers: [] })).not.toContain("arxiv.org");
  expect(new Set(LIST_FORMATS.map((format) => FILES[format].ending)).size).toBe(LIST_FORMATS.length);
});

describe("what papers are called does no harm", () => {
  const titled = (title: string, more: Partial<ExportPaper> = {}) => ({
    title: "T",
    papers: [{ ...bare, title, ...more }],
  });
  const titleField = (title: string) => cells(listAs("csv", titled(title)))[1]?.[3];

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "|calc", "%0A=1"])(
    "%j is not a formula in a table",
    (title) => {
      expect(titleField(title)?.startsWith("'")).toBe(true);
    },
  );

  test.each(["A = B", "x-y", "$x$", "'quoted'"])("%j stays as it is in a table", (title) => {
    expect(titleField(title)).toBe(title);
  });

  test.each([
    ";=1+1",
    "x; =1+1",
    "x;; \t+1",
    "x\n-1",
    "x\r@A1",
    "x\t|calc",
    'x;"=1+1"',
    '"=1+1"',
    ';;";"=1',
    "＝1+1",
    "x;＋1",
  ])("%j is not a formula either if semicolons, tabs or lines divide cells", (title) => {
    for (const authors of [[], [title]]) {
      const csv = listAs("csv", titled(title, { authors }));
      const all = [",", ";", "\t"].flatMap((mark) => cells(csv, mark).flat());
      const parts = all.flatMap((cell) => [cell, ...cell.split(/[;\t\r\n]/u)]);
      expect(parts.filter((cell) => /^[\s"]*[=+\-@|%＝＋－＠]/u.test(cell))).toEqual([]);
    }
  });

  test.each([";", "\n", '"', " ", ";=", "\t ", "$", "\\", "{", "\\H{", "&", "_"])(
    "a title and a name of only %j take linear time in every form",
    (piece) => {
      for (const format of LIST_FORMATS) {
        expectLinear(
          (size) => `${piece.repeat(size / piece.length)}x`,
          (text) => listAs(format, titled(text, { authors: [text], categories: [text] })),
          65_536,
        );
      }
    },
  );

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

test("ids stay ids in spreadsheets, which would drop the zero at the end of a bare number", () => {
  const ids = ["2108.04840", "2108.10000", "0704.0001", "2101.00010"];
  const csv = listAs("csv", { title: "", papers: ids.map((each) => ({ ...bare, id: id(each) })) });
  const column = cells(csv)
    .slice(1)
    .flatMap(([first = ""]) => first);
  expect(column.filter((cell) => cell !== "")).toEqual(ids.map((each) => `arXiv:${each}`));
  expect(column.every((cell) => cell === "" || Number.isNaN(Number(cell)))).toBe(true);
});

test("RIS has collaborations whole, suffixes after the name, and letters in place of TeX", () => {
  const text = listAs("ris", {
    title: "",
    papers: [
      {
        ...bare,
        title: 'On K\\"{a}hler Things, \\emph{5\\% of} $\\"x$',
        abstract: "By Erd\\H{o}s.\n\nIn $n$.\u0000",
        authors: ["CMS Collaboration", "Sammy Example, Jr.", ":", 'Jana N\\"ollenberg (TU Nowhere)', "III"],
      },
    ],
  });
  expect(text.match(/^(?:TI|AU|AB) .*$/gmu)?.map((line) => line.trim())).toEqual([
    'TI  - On Kähler Things, 5% of $\\"x$',
    "AU  - CMS Collaboration",
    "AU  - Example, Sammy, Jr.",
    "AU  - Nöllenberg, Jana, III",
    "AB  - By Erdős. In $n$.",
  ]);
});

test("a table has letters in place of TeX, and drops authors that are only punctuation", () => {
  const paper = { ...bare, title: 'On K\\"{a}hler Things', authors: ["Tank Collaboration", ":", "A. Seer"] };
  expect(cells(listAs("csv", { title: "", papers: [paper] }))[1]?.slice(3, 5)).toEqual([
    "On Kähler Things",
    "Tank Collaboration; A. Seer",
  ]);
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
