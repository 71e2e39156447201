import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listAs } from "../../lib/export/formats.ts";
import { paperIdFrom } from "../../lib/paper/paper-id.ts";

const PROGRAMS = ["pdflatex", "bibtex"];
const lacking = PROGRAMS.filter((name) => spawnSync(name, ["--version"]).error !== undefined);
if (lacking.length > 0)
  console.log(
    "\nSKIPPED: compiling BibTeX needs pdflatex and bibtex (on Debian: apt-get install texlive-latex-base).\n",
  );

const TITLES = [
  "Reaching 90% Sparsity Without Loss",
  "Questions & Answers for Robots",
  "The torch_geometric Package",
  "Static Analysis of C# Programs",
  "Scaling as n^2 in Practice",
  "A $100 Robot Arm",
  "From $5 to $10 per Query",
  "Still Math: $a_1 + b^2$, half of $5%$ and \\%",
  'On K\\"{a}hler, \\L ukasz, \\H{o}, {\\O}, \\TH or and na\\"\\i ve',
  "360{\\deg} \\S 3, \\DJ or\\dj e, \\pounds 5, et al.~(2020), /~user",
  "\\proj{x} \\alpha \\input{/etc/passwd} $\\input{/etc/passwd}$",
  "$[0,\\infty\\}$, A {half, half} B, x \\{ y}, file={/etc/passwd\\}",
  '\\emph{A_b}, \\url{a_b}, \\text{c} \\bf bold \\"',
  "Trailing Backslash \\",
];
const AUTHORS = [
  "CMS Collaboration",
  "R&D Team",
  "Sammy Example, Jr.",
  "Barnes and Noble",
  "Erd\\H{o}s P\\'al",
  "A_b} C",
];

const folder = mkdtempSync(join(tmpdir(), "hot-papers-bibtex-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(lacking.length > 0)(
  "a bibliography of any titles and names compiles, and no word is lost",
  () => {
    const papers = TITLES.map((title, at) => ({
      id: paperIdFrom("2101", at + 1),
      title,
      authors: AUTHORS,
      categories: ["cs.LG"],
      date: "2021-01-04",
    }));
    writeFileSync(join(folder, "a.bib"), listAs("bibtex", { title: "", papers }));
    writeFileSync(
      join(folder, "a.tex"),
      String.raw`\documentclass{article}\usepackage[T1]{fontenc}\begin{document}\nocite{*}\bibliographystyle{unsrt}\bibliography{a}\showoutput\end{document}`,
    );
    const run = (name: string, ...args: string[]) =>
      spawnSync(name, [...args, "a"], { cwd: folder, encoding: "utf8" }).stdout;
    run("pdflatex", "-interaction=nonstopmode");
    expect(run("bibtex")).not.toMatch(/warning|error/iu);
    run("pdflatex", "-interaction=nonstopmode");
    expect(run("pdflatex", "-interaction=nonstopmode").match(/^!.*$/gmu)).toBeNull();
    const bbl = readFileSync(join(folder, "a.bbl"), "utf8");
    expect(bbl.match(/^\\bibitem/gmu)).toHaveLength(TITLES.length);
    // A percent sign that is not escaped would hide the rest of its line.
    expect(bbl).not.toMatch(/(?<!\\)%/u);
  },
  60_000,
);
