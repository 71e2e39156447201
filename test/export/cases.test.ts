/** The small inputs of `../shared/cases/exports-and-texts`, each with what is right for it. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDigestFile } from "../../lib/digest/parse-file.ts";
import { listAs } from "../../lib/export/formats.ts";
import type { ExportPaper } from "../../lib/export/export-paper.ts";
import { bibtex, markdownLink } from "../../lib/paper/citation.ts";
import { comparable } from "../../lib/paper/comparable.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { plainText, splitTex } from "../../lib/tex/split-tex.ts";

const CASES = "../shared/cases/exports-and-texts";
const recorded = (name: string) => readFileSync(`${CASES}/${name}`, "utf8");
const json = (name: string): unknown => JSON.parse(recorded(name));

/** The papers of a recorded digest, as a list exports them. */
function papersOf(name: string): ExportPaper[] {
  const { digests, problems } = parseDigestFile(recorded(name));
  expect(problems).toEqual([]);
  return digests.flatMap(({ date, papers }) => papers.map((paper) => ({ ...paper, date })));
}
const list = (format: Parameters<typeof listAs>[0], papers: readonly ExportPaper[]) =>
  listAs(format, { title: "Cases", papers });

describe.skipIf(!existsSync(CASES))("the recorded inputs (they need ../shared/cases)", () => {
  test("01: in BibTeX what means something to TeX is escaped outside of formulas", () => {
    const papers = papersOf("01-bibtex-special-characters.json");
    for (const paper of papers) {
      const [, title = ""] = /^ {2}title\s*=\s*\{(.*)\},?$/mu.exec(bibtex(paper)) ?? [];
      const outside = title.replaceAll(/\$[^$]*\$/gu, "").replaceAll(/\\[&%_#$]/gu, "");
      expect(outside, paper.title).not.toMatch(/[&%_#]|(?<!\\)\^|\$/u);
    }
    expect(bibtex(papers[0] as ExportPaper)).toContain("90\\%");
    expect(bibtex(papers[1] as ExportPaper)).toContain("\\&");
  });

  test("02: groups are one author each, and keys are arXiv's own", () => {
    const papers = papersOf("02-collaboration-and-team-names.json");
    const all = papers.map((paper) => bibtex(paper));
    const keys = all.map((entry) => /^@\w+\{([^,]+),/u.exec(entry)?.[1]);
    expect(keys.slice(0, 3)).toEqual([
      "cmscollaboration2021searchthings",
      "openendedexampleteam2021agentsplay",
      "theligoscientificcollaboration2021waves",
    ]);
    expect(all[0]).toContain("{CMS Collaboration} and");
    expect(all[3], "the word that parts authors").toContain("{Research and Development Group} and");
    expect(list("ris", papers)).toContain("AU  - CMS Collaboration\r\n");
  });

  test("03: a suffix after a comma is a suffix", () => {
    const papers = papersOf("03-suffix-behind-comma.json");
    expect(list("ris", papers)).toContain("AU  - Example, Sammy, Jr.\r\n");
    expect(list("bibtex", papers)).toContain("Example, Jr., Sammy");
  });

  test("05: TeX's letters and symbols outside of formulas", () => {
    for (const { input, shown } of json("05-tex-letters-and-symbols.json") as {
      input: string;
      shown: string;
    }[]) {
      const right = shown.endsWith(" (no-break spaces)")
        ? shown.slice(0, -" (no-break spaces)".length)
        : shown;
      expect(plainText(input).replaceAll("\u00A0", " "), input).toBe(right);
    }
  });

  test("06: a price is not a formula", () => {
    for (const { input, formulas } of json("06-money-beside-formulas.json") as {
      input: string;
      formulas: string[];
    }[]) {
      const found = splitTex(input).flatMap((piece) => (piece.kind === "formula" ? [piece.source] : []));
      expect(found, input).toEqual(formulas);
    }
  });

  test("07: one formula each, which is found whole", () => {
    for (const input of json("07-formulas-that-arxiv-draws.json") as string[]) {
      const kinds = splitTex(input).map(({ kind }) => kind);
      expect(
        kinds.filter((kind) => kind === "formula"),
        input,
      ).toHaveLength(1);
    }
  });

  test("08: a title is one link in Markdown, whatever brackets it has", async () => {
    const { Parser } = await import("commonmark");
    for (const title of json("08-markdown-link-titles.json") as string[]) {
      const paper = { id: "2101.00001" as PaperId, title, authors: ["Ada Example"], categories: ["cs.LG"] };
      const links: (string | null)[] = [];
      const walker = new Parser().parse(markdownLink(paper)).walker();
      for (let step = walker.next(); step; step = walker.next())
        if (step.entering && step.node.type === "link") links.push(step.node.destination);
      expect(links, title).toEqual(["https://arxiv.org/abs/2101.00001"]);
    }
  });

  test("09: ids stay what they are in a spreadsheet", () => {
    const rows = list("csv", papersOf("09-ids-that-end-in-zero.json")).split("\r\n").slice(1, 5);
    expect(rows.map((row) => row.replaceAll('"', "").split(",")[0])).toEqual([
      "arXiv:2108.04840",
      "arXiv:2108.10000",
      "arXiv:0704.0001",
      "arXiv:2101.00010",
    ]);
  });

  test("10: letters that Unicode does not take apart are found by their ASCII ones", () => {
    const papers = papersOf("10-letters-without-decomposition.json");
    const found = (word: string) =>
      papers.filter(({ authors }) => authors.some((name) => comparable(name).includes(comparable(word))));
    for (const [word, hits] of [
      ["exampless", 1],
      ["lukasz", 2],
      ["soren", 1],
      ["dorde", 1],
      ["atilim", 1],
    ] as const)
      expect(found(word), word).toHaveLength(hits);
  });
});
