import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bibtexAuthors, bibtexTitle } from "../../lib/paper/bibtex-text.ts";
import { bibtex } from "../../lib/paper/citation.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

describe("titles, as LaTeX reads them", () => {
  test.each([
    ["Reaching 90% Sparsity Without Loss", String.raw`Reaching 90\% Sparsity Without Loss`],
    ["Questions & Answers for Robots", String.raw`Questions \& Answers for Robots`],
    ["The torch_geometric Package", String.raw`The torch\_geometric Package`],
    ["Static Analysis of C# Programs", String.raw`Static Analysis of C\# Programs`],
    ["Scaling as n^2 in Practice", String.raw`Scaling as n\textasciicircum{}2 in Practice`],
    ["A $100 Robot Arm", String.raw`A \$100 Robot Arm`],
    ["From $5 to $10 per Query", String.raw`From \$5 to \$10 per Query`],
    ["Still Math: $a_1 & b^2$ and \\%", String.raw`Still Math: $a_1 & b^2$ and \%`],
    ["$100 for $n_1$ of \\(m_2\\)", String.raw`\$100 for $n_1$ of \(m_2\)`],
    ["Half a percent: $5%$ of all", String.raw`Half a percent: $5\%$ of all`],
    ["Theorem~3, Fig.~4 at /~ada", String.raw`Theorem~3, Fig.~4 at /\textasciitilde{}ada`],
  ])("%s", (title, tex) => {
    expect(bibtexTitle(title)).toBe(tex);
  });

  test.each([
    String.raw`On K\"{a}hler and Erd\'os, \'{\i}n \c{c}a`,
    String.raw`\emph{with $x$ in it}, {\em so} and {BERT}`,
    String.raw`{\H{o}} and {\L}`,
    "Ünïcödé – 強化学習",
  ])("%s stays as it is: LaTeX knows it", (title) => {
    expect(bibtexTitle(title)).toBe(title);
  });

  test.each([
    [
      "capitals stand in braces, BibTeX makes titles small",
      String.raw`\L ukasz \H{o} \TH or`,
      String.raw`{\L}ukasz {\H{o}} {\TH}or`,
    ],
    [
      "what LaTeX does not know is shown",
      String.raw`\proj{x} \foo`,
      String.raw`\textbackslash{}proj{x} \textbackslash{}foo`,
    ],
    [
      "what LaTeX calls otherwise",
      String.raw`360{\deg} \text{c} \url{a_b}`,
      String.raw`360{\textdegree{}} \mbox{c} \texttt{a\_b}`,
    ],
    ["a style without braces would go on for ever", String.raw`\bf bold`, " bold"],
    ["a lone backslash", "Trailing \\", String.raw`Trailing \textbackslash{}`],
    ["an accent of nothing", String.raw`x \" \c`, String.raw`x \textbackslash{}" \textbackslash{}c`],
    ["a command without its braces", String.raw`x \emph`, String.raw`x \textbackslash{}emph`],
    ["files are not read", String.raw`\input{/etc/passwd}`, String.raw`\textbackslash{}input{/etc/passwd}`],
    ["not in formulas either", String.raw`$\input{x}$`, String.raw`\$\textbackslash{}input{x}\$`],
    ["a lone escaped brace in a formula", String.raw`$[0,\infty\}$`, String.raw`$[0,\infty\rbrace $`],
    ["a formula of half a brace", "$a_{1$ b", String.raw`\$a\_1\$ b`],
  ])("%s", (_, title, tex) => {
    expect(bibtexTitle(title)).toBe(tex);
  });
});

test.each([
  ["CMS Collaboration", "{CMS Collaboration}"],
  ["the Virgo Collaboration", "{the Virgo Collaboration}"],
  ["Research and Development Group", "{Research and Development Group}"],
  ["Barnes AND Noble", "{Barnes AND Noble}"],
  ["others", "{others}"],
  ["Sammy Example, Jr.", "Example, Jr., Sammy"],
  ["Laurens van der Maaten Jr.", "van der Maaten, Jr., Laurens"],
  ["Example, Sammy", "Example, Sammy"],
  ["A, B, C, D", "A, B C D"],
  ["Erd\\H{o}s P\\'al", "Erdős Pál"],
  ["R&D_1 \\input{x}", String.raw`R\&D\_1 \textbackslash{}input{x}`],
])("%s is one author", (name, tex) => {
  expect(bibtexAuthors([name])).toBe(tex);
});

describe("nothing of a feed adds a field or ends one", () => {
  const paper = {
    id: "2101.00001" as PaperId,
    title: "T",
    authors: ["Ada Example"],
    categories: ["cs.CL"],
  };
  const evil = "x},file={/etc/passwd";
  /** Names of the fields as programs find them: those that count all braces, and those that leave out escaped ones. */
  const fields = (entry: string, escapes: boolean): string[] => {
    const names: string[] = [];
    let depth = 0;
    let word = "";
    for (let at = 0; at < entry.length; at += 1) {
      const mark = entry[at] ?? "";
      if (escapes && mark === "\\") at += 1;
      else if (mark === "{") depth += 1;
      else if (mark === "}") depth -= 1;
      if (depth === 0 && at < entry.length - 1 && at > 0) names.push("END");
      if (depth === 1 && mark === "=") names.push(word);
      word = /[a-z]/iu.test(mark) ? word + mark : "";
    }
    return depth === 0 ? names : [...names, "OPEN"];
  };
  const known = ["title", "author", "year", "eprint", "archivePrefix", "primaryClass", "url"];
  const inside = (entry: string) =>
    [false, true].map((escapes) => fields(entry.slice("@misc".length), escapes));

  test("a title, a name or a category", () => {
    for (const more of [{ title: evil }, { authors: [evil, `${evil} Team`] }])
      expect(inside(bibtex({ ...paper, ...more }))).toEqual([known, known]);
    const strange = bibtex({ ...paper, categories: ["cs.CL},file={/etc/passwd"] });
    expect(strange).not.toContain("passwd");
    expect(bibtex({ ...paper, categories: ["cs.CL}", "hep-th"] })).toContain("primaryClass={hep-th},");
    expect(bibtex({ ...paper, categories: [] })).not.toContain("primaryClass");
  });

  test("any text made of braces, backslashes and dollars", () => {
    const text = fc.array(
      fc.constantFrom(
        "{",
        "}",
        "\\",
        "$",
        "$$",
        "\\{",
        "\\}",
        "\\(",
        "\\)",
        '\\"',
        "%",
        ",",
        " and ",
        "file=",
        "a ",
        "\\emph",
      ),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(text, text, (title, name) => {
        const entry = bibtex({ ...paper, title: title.join(""), authors: [name.join("")] });
        expect(inside(entry)).toEqual([known, known]);
      }),
      { numRuns: 3000 },
    );
  });
});
